import type { Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, test } from 'vitest';
import { callsForMe, changeLine, countUnread, letGoOfHistory, markRead, takeHistory, takeLines } from './lines.ts';
import { withReaction } from './reactions.ts';
import { Talk } from './Talk.ts';

const said = (n: number, more: Partial<Line> = {}): Line => ({
  ...{ id: `l${String(n).padStart(4, '0')}`, from: 'n', name: 'Noor', to: { kind: 'office' }, text: `${n}`, atMs: n, mentions: [] },
  ...more,
});
const range = (from: number, to: number): Line[] => Array.from({ length: to - from }, (_, n) => said(from + n));
const textsOf = (talk: Talk): string[] => (talk.lines.peek().get('office') ?? []).map(({ text }) => text);
const moreOf = (talk: Talk): boolean | undefined => talk.kept.pages.peek().get('office')?.more;

describe('[U137] the past of a channel', () => {
  test('comes page by page in front of what is here, each line once', () => {
    const talk = new Talk();
    takeLines(talk, range(6, 9), 'me', () => false);
    takeHistory(talk, 'office', { lines: range(5, 9), more: true }, true);
    takeHistory(talk, 'office', { lines: range(2, 6), more: true }, false);
    takeHistory(talk, 'office', { lines: range(1, 2), more: false }, false);
    expect(textsOf(talk)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(moreOf(talk)).toBe(false);
  });

  test('leaves no gap: what was here before a long cut is let go', () => {
    const talk = new Talk();
    takeLines(talk, range(1, 4), 'me', () => false);
    takeLines(talk, [said(22)], 'me', () => false);
    takeHistory(talk, 'office', { lines: range(20, 23), more: true }, true);
    expect(textsOf(talk)).toEqual(['20', '21', '22']);
    expect(moreOf(talk)).toBe(true);
  });

  test('that reaches further than the latest page is kept', () => {
    const talk = new Talk();
    takeLines(talk, range(1, 8), 'me', () => false);
    takeHistory(talk, 'office', { lines: range(5, 9), more: true }, true);
    expect(textsOf(talk)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(moreOf(talk)).toBe(true);
  });

  test('stays while somebody looks at it, whatever is said meanwhile, and is let go afterwards', () => {
    const most = tuning.officeLinesKept;
    const talk = new Talk();
    takeHistory(talk, 'office', { lines: range(0, most + 50), more: false }, true);
    takeLines(talk, [said(most + 50)], 'me', () => false);
    expect(textsOf(talk)).toHaveLength(most + 51);
    letGoOfHistory(talk, 'office');
    expect(textsOf(talk)).toHaveLength(most);
    expect(moreOf(talk)).toBe(true);
  });
});

test('[U138] a line that was edited or reacted to is another one wherever it is shown, and nowhere else', () => {
  const talk = new Talk();
  takeLines(talk, range(1, 3), 'me', () => false);
  talk.kept.excerpt.value = { channel: 'office', lines: [said(1)], more: true, later: true };
  changeLine(talk, said(1, { text: 'one', editedMs: 5 }), 'me');
  changeLine(talk, said(7, { text: 'seven' }), 'me');
  expect(textsOf(talk)).toEqual(['one', '2']);
  expect(talk.kept.excerpt.peek()?.lines.map(({ text }) => text)).toEqual(['one']);
});

test('[U138] a reaction is added and taken back, and the last one takes its emoji along', () => {
  const once = withReaction(withReaction(said(1), '👍', 'a', true), '👍', 'me', true);
  expect(once.reactions).toEqual([{ emoji: '👍', people: ['a', 'me'] }]);
  expect(withReaction(once, '👍', 'me', true)).toBe(once);
  const none = withReaction(withReaction(once, '👍', 'me', false), '👍', 'a', false);
  expect(none.reactions).toEqual([]);
  expect(withReaction(none, '🎉', 'me', false)).toBe(none);
});

describe('[U146] what is unread', () => {
  test('is what the server says, but for the conversation, and grows with each line', () => {
    const talk = new Talk();
    talk.unread.value = new Map([
      ['conversation', 2],
      ['office', 9],
    ]);
    countUnread(talk, [
      { channel: 'topic:1', unread: 4, mentions: 1 },
      { channel: 'p', unread: 0, mentions: 0 },
    ]);
    expect(Object.fromEntries(talk.unread.peek())).toEqual({ conversation: 2, 'topic:1': 4 });
    takeLines(talk, [said(1, { to: { kind: 'topic', id: '1' }, mentions: ['me'] })], 'me', () => true);
    expect([talk.unread.peek().get('topic:1'), talk.kept.mentions.peek().get('topic:1')]).toEqual([5, 2]);
    // in topics only where I am named it calls
    expect(callsForMe(talk)).toBe(4);
    markRead(talk, 'topic:1');
    expect(callsForMe(talk)).toBe(2);
  });
});
