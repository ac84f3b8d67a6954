// The page of a talk: its order, its words in both languages, and that nothing somebody wrote becomes markup.
import { describe, expect, it } from 'vitest';
import type { PageLanguage } from '../pages/pageLanguage.ts';
import { markdownFile } from './markdownFile.ts';
import type { TalkPageFacts } from './pageFacts.ts';
import { replayWords } from './replayWords.ts';
import { talkPage } from './talkPage.ts';
import { testReplay } from './testReplay.ts';

const facts = (more: Partial<TalkPageFacts> = {}, language: PageLanguage = 'en'): TalkPageFacts => ({
  ...{ language, words: replayWords[language], origin: 'https://office.example.org', officeTitle: 'Office', officePath: '/o/office' },
  ...{ lounge: 'lounge', placeName: 'Auditorium', zone: 'Europe/Paris', replay: testReplay(), key: undefined, myName: '' },
  ...{ atMs: undefined, keptUntilMs: null, stylePath: '/t/page.css', scriptPath: '/t/replay.js' },
  ...{ slidesScriptPath: '/talkSlides.js', preparing: undefined, recorded: [] },
  ...more,
});
const media = {
  ...{ video: '/t/talk1/video', audio: '/t/talk1/audio', videoType: 'video/webm', audioType: 'audio/webm' },
  ...{ audioBytes: 9, durationMs: 1_700_000, offsetMs: 50_000 },
};
const headings = (page: string): string[] => [...page.matchAll(/<h2 id="(\w+)"/g)].map(([, id]) => id ?? '');

describe('the page of a talk', () => {
  it('[T90] has its parts in this order', () => {
    const order = ['summary', 'chapters', 'recording', 'notes', 'questions', 'polls', 'debate', 'slides', 'links', 'lounge', 'files'];
    expect(headings(talkPage(facts({ replay: { ...testReplay(), media } })))).toEqual(order);
    expect(headings(talkPage(facts()))).toEqual(order.filter((id) => id !== 'recording'));
  });

  it('[T90] leaves out what there is not, and can still be asked', () => {
    const full = testReplay();
    const nothing = { questions: [], polls: [], debates: [], chapters: [], notes: [], documents: [], turns: [], summary: [], links: [] };
    const page = talkPage(facts({ replay: { record: { ...full.record, ...nothing }, afterwards: [], media: undefined } }));
    expect(headings(page)).toEqual(['questions', 'lounge', 'files']);
    expect(page).toContain('Nobody has asked anything yet.');
    expect(page).toContain('name="text"');
  });

  it('[T90] shows questions in the order of their times, with answers under them, and when each came', () => {
    const page = talkPage(facts());
    const [why, because, deep, today] = ['Why?', 'Because.', 'How deep?', 'And today?'].map((text) => page.indexOf(`>${text}<`));
    expect([why, because, deep, today].every((at) => (at ?? -1) > 0)).toBe(true);
    expect([why, because, deep, today]).toEqual([why, because, deep, today].sort((a, b) => (a ?? 0) - (b ?? 0)));
    expect(page).toContain('Answered live at 6:00');
    expect(page).toContain('<b>Without a name</b>');
    expect(page).toMatch(
      /<b>Olga<\/b> <span class="later">After the live talk · <time datetime="2026-11-27T18:30:00Z">Friday,? 27 November 2026, 19:30</,
    );
  });

  it('[T90] speaks French, without English between', () => {
    const page = talkPage(facts({ keptUntilMs: Date.UTC(2027, 1, 1) }, 'fr'));
    for (const words of [
      'Chapitres',
      'Après le direct',
      'Sans nom',
      'En parler au salon',
      'Chapitre 2',
      'supprimée le lundi 1 février 2027',
    ])
      expect(page).toContain(words);
    expect(page).not.toMatch(/\b(?:Chapter|Answer|After|Ask|votes?)\b(?![^<]*">)/);
  });

  it('[T90] leads the player to a time without a script, by the clock of the recording', () => {
    const page = talkPage(facts({ replay: { ...testReplay(), media }, key: 'k', atMs: 60_000 }));
    expect(page).toContain('src="/t/talk1/video#t=10"');
    expect(page).toContain('href="/t/talk1?at=300&amp;key=k#player"');
    expect(page).toContain('data-at="250"');
    expect(page).toContain('src="/t/talk1/chapters.vtt?key=k"');
  });

  it.each([
    ['markup', (what: string) => `<img src=x onerror=alert(1)>${what}</script><script>alert(2)</script>`],
    ['quotes', (what: string) => `" onmouseover="alert(1)' x='${what}`],
  ])('[T90] shows %s in every field as text', (_name, text) => {
    const replay = { ...testReplay(text), media };
    for (const page of [
      talkPage(facts({ replay, myName: text('Me'), officeTitle: text('Office'), placeName: text('Hall'), lounge: text('l') })),
    ]) {
      const tags = [...page.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);
      expect(tags.filter((tag) => /\son\w+=/i.test(tag.replace(/"[^"]*"/g, '""')))).toEqual([]);
      expect(tags.filter((tag) => /^<(?:img|script)/i.test(tag))).toEqual([
        '<script src="/t/replay.js" defer>',
        '<script type="module" src="/talkSlides.js">',
      ]);
      expect(tags.filter((tag) => (tag.match(/"/g)?.length ?? 0) % 2 === 1)).toEqual([]);
    }
  });

  it('[T87] as Markdown everything stands in the same order, and nothing written becomes markup', () => {
    const text = markdownFile(facts());
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual([
      'In five lines',
      'Chapters',
      'Notes',
      'Questions',
      'Links',
    ]);
    expect(text).toMatch(
      /- 5:00 \*\*Why\?\*\* \(Nina\)\n {2}- Because\\\. \(Olga, after the live talk, Friday,? 27 November 2026, 19:30\)/,
    );
    const hostile = markdownFile(facts({ replay: testReplay((what) => `\n# ${what} <b> [x](javascript:1) *y*`) }));
    expect([...hostile.matchAll(/^#+ /gm)]).toHaveLength(6);
    expect(hostile).not.toMatch(/(?<!\\)<b/);
    expect(hostile).not.toMatch(/(?<!\\)\]\(javascript/);
  });
});
