import { toUnits } from '@comptoir/shared/geometry';
import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { Audience, ConversationView, Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Scope } from '../lib/Scope.ts';
import { markRead } from '../world/lines.ts';
import { World } from '../world/World.ts';
import { forgetTalk, takeTalk } from './takeTalk.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const IN_CONVERSATION: Audience = { kind: 'conversation' };
const TO_ALL: Audience = { kind: 'office' };

let made = 0;
const line = (from: string, to: Audience, more: Partial<Line> = {}): Line => ({
  ...{ id: `l${made++}`, from, name: from, to, text: 'Hello', atMs: made, mentions: [] },
  ...(to.kind === 'conversation' ? { conversation: 'c1' } : {}),
  ...more,
});

const view = (id: string): ConversationView => ({
  ...{ id, number: 1, kind: 'bubble', state: 'amongUs', place: { kind: 'near' }, role: 'member', members: [], call: null, large: false },
});

function visit(wasCutOff = false) {
  const world = new World('office', groundOf(drawnOffice('....')));
  world.myId.value = 'me';
  const scope = new Scope();
  const accepted: string[] = [];
  const ears = { signal() {}, media() {}, accepted: ({ ask }: { ask: string }) => accepted.push(ask) };
  const sink = takeTalk(scope, world, ears, () => wasCutOff);
  return { world, talk: world.talk, sink, scope, accepted };
}

describe('[W4] what is said', () => {
  test('in my conversation is read, shown over the head and counted until it is read', () => {
    const { talk, sink } = visit();
    sink.conversation(view('c1'));
    const first = line('bob', IN_CONVERSATION);
    sink.said(first);
    sink.said(first);
    expect(talk.lines.peek().get('conversation')).toEqual([first]);
    expect(talk.bubbles.get('bob')?.text).toBe('Hello');
    expect(talk.unread.peek().get('conversation')).toBe(1);
    markRead(talk, 'conversation');
    expect(talk.unread.peek().size).toBe(0);
  });

  test('goes with the conversation, and what comes late of another is not taken', () => {
    const { talk, sink } = visit();
    sink.conversation(view('c1'));
    sink.said(line('bob', IN_CONVERSATION));
    sink.conversation(view('c2'));
    sink.said(line('bob', IN_CONVERSATION));
    expect(talk.lines.peek().has('conversation')).toBe(false);
    expect(talk.bubbles.size).toBe(0);
    expect(talk.unread.peek().size).toBe(0);
  });

  test('to one person stands in the channel of the other one, whoever said it', () => {
    const { talk, sink } = visit();
    sink.said(line('bob', { kind: 'person', id: 'me' }));
    sink.said(line('me', { kind: 'person', id: 'bob' }));
    expect(talk.lines.peek().get('bob')).toHaveLength(2);
    expect(talk.unread.peek().get('bob')).toBe(1);
  });

  test('before I came is not unread; while I was cut off it is', () => {
    const before = visit();
    before.sink.saidBefore([line('bob', TO_ALL)]);
    expect(before.talk.unread.peek().size).toBe(0);
    const cut = visit(true);
    cut.sink.saidBefore([line('bob', TO_ALL)]);
    expect(cut.talk.unread.peek().get('office')).toBe(1);
  });

  test('is kept in the order it was said, the oldest giving way', () => {
    const { talk, sink } = visit();
    const lines = Array.from({ length: tuning.officeLinesKept + 5 }, (_, i) => line('bob', TO_ALL, { atMs: 1000 - i }));
    sink.saidBefore(lines);
    const kept = talk.lines.peek().get('office') ?? [];
    expect(kept).toHaveLength(tuning.officeLinesKept);
    expect(kept.at(-1)?.atMs).toBe(1000);
    expect(kept.every((one, i) => i === 0 || one.atMs > (kept[i - 1]?.atMs ?? 0))).toBe(true);
  });
});

test('[W15] erased lines are gone from every channel, and no longer unread', () => {
  const { talk, sink } = visit();
  const [one, two] = [line('bob', TO_ALL), line('bob', TO_ALL)];
  sink.said(one);
  sink.said(two);
  sink.erased({ lines: [two.id] });
  expect(talk.lines.peek().get('office')).toEqual([one]);
  expect(talk.unread.peek().get('office')).toBe(1);
  expect(talk.heard.peek()).toBeUndefined();
});

test('[W7] who is writing is shown for a while, or until they have said it', () => {
  const { talk, sink, scope } = visit();
  sink.typing({ from: 'bob', to: TO_ALL });
  sink.typing({ from: 'eve', to: TO_ALL });
  sink.said(line('bob', TO_ALL));
  const writing = (): string[] => [...(talk.typing.peek().get('office')?.keys() ?? [])];
  expect(writing()).toEqual(['eve']);
  vi.advanceTimersByTime(tuning.typingShownMs + 500);
  expect(writing()).toEqual([]);
  scope.end();
});

test('[B12] asks come and go, answers are told, and a yes leads on', () => {
  const { talk, sink, accepted } = visit();
  sink.asked({ id: 'a1', kind: 'knock', from: 'eve', untilTick: 9 });
  sink.askGone({ ask: 'a1' });
  expect(talk.asks.peek()).toEqual([]);
  talk.myAsks.value = [{ id: 'a2', kind: 'knock', person: 'bob', untilTick: 9 }];
  const answer = { ask: 'a2', kind: 'knock' as const, person: 'bob', yes: true, inFive: false };
  sink.askAnswered(answer);
  expect(talk.myAsks.peek()).toEqual([]);
  expect(talk.answered.peek()).toBe(answer);
  expect(accepted).toEqual(['a2']);
});

test('[B16] why a circle does not take me is old when I have gone away', () => {
  const { world, talk, sink, scope } = visit();
  sink.beside({ reason: 'full', number: 3, person: null });
  world.own.put({ x: toUnits(20), y: 0 }, 0, 0, undefined);
  vi.advanceTimersByTime(400);
  expect(talk.beside.peek()?.reason).toBe('full');
  world.own.put({ x: toUnits(80), y: 0 }, 0, 0, undefined);
  vi.advanceTimersByTime(400);
  expect(talk.beside.peek()).toBeUndefined();
  scope.end();
});

test('[R5] after a cut I keep my conversation until the server says otherwise; a new visit begins with nothing', () => {
  const { world, talk, sink } = visit();
  sink.conversation(view('c1'));
  sink.asked({ id: 'a1', kind: 'knock', from: 'eve', untilTick: 9 });
  forgetTalk(world, false);
  expect(talk.conversation.peek()?.id).toBe('c1');
  expect(talk.asks.peek()).toEqual([]);
  forgetTalk(world, true);
  expect(talk.conversation.peek()).toBeUndefined();
});
