// The recording on a talk's page: what slides are told to the script, what there is without one, and who is shown the way out.
import { describe, expect, it } from 'vitest';
import type { TalkPageFacts } from './pageFacts.ts';
import { playerPart, slideTurnsOf } from './playerParts.ts';
import type { Replay } from './Replay.ts';
import { replayWords } from './replayWords.ts';
import { testReplay } from './testReplay.ts';

const media = {
  ...{ video: '/t/talk1/replay.webm', audio: '/t/talk1/replay.mp3', videoType: 'video/webm', audioType: 'audio/mpeg' },
  ...{ audioBytes: 9, durationMs: 1_700_000, offsetMs: 4000 },
};
const facts = (more: Partial<TalkPageFacts> = {}): TalkPageFacts => ({
  ...{ language: 'en', words: replayWords.en, origin: 'https://office.example.org', officeTitle: 'Office', officePath: '/o/office' },
  ...{ lounge: undefined, placeName: '', zone: 'Europe/Paris', replay: testReplay(), key: undefined, myName: '', atMs: undefined },
  ...{ keptUntilMs: null, stylePath: '', scriptPath: '', slidesScriptPath: '', preparing: undefined, recorded: [] },
  ...more,
});
const recorded = (record: Partial<Replay['record']> = {}): Replay => {
  const replay = testReplay();
  return { ...replay, record: { ...replay.record, ...record }, media };
};

describe('the recording on a talk’s page', () => {
  it('[T127] tells which slide was shown when, in the time of the recording', () => {
    expect(slideTurnsOf(recorded())).toEqual([
      { at: 0, of: 'd1', page: 0 },
      { at: 1, of: 'd1', page: 2 },
      { at: 5, of: 'd1', page: 0 },
    ]);
    expect(slideTurnsOf(testReplay())).toEqual([]);
    expect(playerPart(facts({ replay: recorded({ turns: [] }) }))).not.toContain('slide-stage');
  });

  it('[T127] of what was shown before it began it has the last, and nothing of what was taken out or away', () => {
    const turns = [
      { atMs: 1000, document: 'd1', page: 0 },
      { atMs: 3000, document: 'd1', page: 1 },
      { atMs: 9000, document: 'gone', page: 5 },
      { atMs: 10_000, document: null, page: 0 },
      { atMs: 14_000, document: 'd1', page: 1 },
    ];
    expect(slideTurnsOf(recorded({ turns }))).toEqual([
      { at: 0, of: 'd1', page: 1 },
      { at: 5, of: null, page: 5 },
      { at: 10, of: 'd1', page: 1 },
    ]);
    expect(slideTurnsOf(recorded({ turns: turns.slice(2, 4) }))).toEqual([]);
  });

  it('[T127] brings documents with the key, and nothing to see without a script', () => {
    const page = playerPart(facts({ replay: recorded(), key: 'k' }));
    expect(page).toContain('/t/talk1/slides/d1?key=k');
    expect(page).toMatch(/class="slide-stage"[^>]* hidden>/);
  });

  it('[T129] says that it is being prepared and how far that is, or that it could not be made', () => {
    const coming = playerPart(facts({ preparing: { state: 'prepared', share: 0.42 }, key: 'k' }));
    expect(coming).toContain('The recording is being prepared.');
    expect(coming).toContain('<progress value="42" max="100"');
    expect(coming).toContain('href="/t/talk1?lang=en&amp;key=k"');
    expect(playerPart(facts({ preparing: { state: 'prepared', share: 0 } }))).not.toContain('<progress');
    expect(playerPart(facts({ preparing: { state: 'failed', share: 0 } }))).toContain('The recording could not be made.');
    expect(playerPart(facts())).toBe('');
  });

  it('[T130] shows the way out to each person that this browser was, with what it does and until when', () => {
    const lea = { personId: '"><b>p1', name: '<i>Lea</i>', untilMs: Date.UTC(2026, 11, 3, 19) };
    const page = playerPart(facts({ replay: recorded(), recorded: [lea], key: 'k' }));
    expect(page).toContain('Take &lt;i&gt;Lea&lt;/i&gt; out of the recording…');
    expect(page).toContain('value="&quot;&gt;&lt;b&gt;p1"');
    expect(page).toContain('action="/t/talk1/leave?lang=en&amp;key=k"');
    expect(page).toMatch(/cannot be undone\. Possible until Thursday,? 3 December 2026\./);
    expect(playerPart(facts({ preparing: { state: 'prepared', share: 0 }, recorded: [lea] }))).toContain('Take me out');
    expect(playerPart(facts({ replay: recorded() }))).not.toContain('/leave');
  });
});
