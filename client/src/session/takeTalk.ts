// Writes what the server says of conversations and words into world.talk; media signals go to whoever attends the call.
import { tileCentre } from '@comptoir/shared/geometry';
import type { Line, TalkServerMessages } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { batch } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import { dropLines, forgetChannels, forgetConversation, takeLines } from '../world/lines.ts';
import { type Channel, channelOf } from '../world/Talk.ts';
import type { World } from '../world/World.ts';

/** A speech bubble stays this long, and this much longer for each character. */
const BUBBLE_MS = 3500;
const BUBBLE_PER_CHARACTER_MS = 55;
const BUBBLE_MOST_MS = 11_000;
/** What was said of a circle beside me is old once I have gone this far, px. */
const BESIDE_PX = 48;
const LOOK_MS = 250;

export type TalkSink = { [T in keyof TalkServerMessages]: (message: TalkServerMessages[T]) => void };

export interface TalkEars {
  signal(message: TalkServerMessages['signal']): void;
  media(message: TalkServerMessages['media']): void;
  /** Somebody said yes to what I asked. */
  accepted(answer: TalkServerMessages['askAnswered']): void;
}

const bubbleMs = (text: string): number => Math.min(BUBBLE_MOST_MS, BUBBLE_MS + text.length * BUBBLE_PER_CHARACTER_MS);

function stopTyping({ talk }: World, channel: Channel, personId: string): void {
  const typists = talk.typing.peek().get(channel);
  if (!typists?.has(personId)) return;
  const left = new Map(typists);
  left.delete(personId);
  talk.typing.value = new Map(talk.typing.peek()).set(channel, left);
}

/** Somebody said something just now, perhaps I. */
export function takeLine(world: World, line: Line): void {
  const { talk } = world;
  const myId = world.myId.peek();
  if (takeLines(talk, [line], myId, () => true).length === 0) return;
  if (line.to.kind === 'conversation') talk.bubbles.set(line.from, { text: line.text, untilMs: performance.now() + bubbleMs(line.text) });
  stopTyping(world, channelOf(line.to, line.from, myId), line.from);
  if (line.from !== myId) talk.heard.value = line;
  world.changes++;
}

/** @param wasCutOff whether this is not the first join of the visit */
export function takeTalk(scope: Scope, world: World, ears: TalkEars, wasCutOff: () => boolean): TalkSink {
  const { talk } = world;
  const now = (): number => performance.now();
  const myId = (): string | undefined => world.myId.peek();
  let besideAt = { x: 0, y: 0 };
  const pruneTyping = (): void => {
    const nowMs = now();
    for (const [channel, typists] of talk.typing.peek())
      for (const [personId, untilMs] of typists) if (untilMs <= nowMs) stopTyping(world, channel, personId);
  };
  const leaveBeside = (): void => {
    if (!talk.beside.peek()) return;
    if (Math.hypot(world.own.x - besideAt.x, world.own.y - besideAt.y) > BESIDE_PX) talk.beside.value = undefined;
  };
  scope.every(LOOK_MS, () => {
    pruneTyping();
    leaveBeside();
  });

  return {
    conversation(view) {
      batch(() => {
        if (view?.id !== talk.conversation.peek()?.id) forgetConversation(talk);
        talk.conversation.value = view ?? undefined;
        if (view) talk.beside.value = undefined;
      });
      world.changes++;
    },
    conversations(all) {
      talk.conversations.value = all;
    },
    asked(ask) {
      talk.asks.value = [...talk.asks.peek().filter(({ id }) => id !== ask.id), ask];
    },
    askGone({ ask }) {
      talk.asks.value = talk.asks.peek().filter(({ id }) => id !== ask);
      talk.myAsks.value = talk.myAsks.peek().filter(({ id }) => id !== ask);
    },
    askAnswered(answer) {
      batch(() => {
        talk.myAsks.value = talk.myAsks.peek().filter(({ id }) => id !== answer.ask);
        talk.answered.value = answer;
      });
      if (answer.yes) ears.accepted(answer);
    },
    beside(news) {
      besideAt = { x: world.own.x, y: world.own.y };
      talk.beside.value = news;
    },
    said: (line) => takeLine(world, line),
    // to a conversation: before I came; to all or to me: unread when it was said while I was cut off
    saidBefore: (lines) => void takeLines(talk, lines, myId(), ({ to }) => wasCutOff() && to.kind !== 'conversation'),
    erased({ lines }) {
      const ids = new Set(lines);
      const heard = talk.heard.peek();
      for (const { id, from } of talk.lines.peek().get('conversation') ?? []) if (ids.has(id)) talk.bubbles.delete(from);
      batch(() => {
        dropLines(talk, ids, myId());
        if (heard && ids.has(heard.id)) talk.heard.value = undefined;
      });
      world.changes++;
    },
    typing({ from, to }) {
      const channel = channelOf(to, from, myId());
      const typists = new Map(talk.typing.peek().get(channel)).set(from, now() + tuning.typingShownMs);
      talk.typing.value = new Map(talk.typing.peek()).set(channel, typists);
      world.changes++;
    },
    signal: ears.signal,
    media: ears.media,
    walkedAlong({ seq, tiles, gait }) {
      const corners = tiles.map(([x, y]) => tileCentre(x, y));
      world.own.walkedAlong(corners, seq, gait, world.clock.tick(now()));
      world.changes++;
    },
  };
}

/** What is asked is told anew after each welcome; of an earlier visit nothing stays. */
export function forgetTalk(world: World, all: boolean): void {
  const { talk } = world;
  batch(() => {
    talk.asks.value = [];
    talk.myAsks.value = [];
    talk.beside.value = undefined;
    talk.typing.value = new Map();
    talk.erasing.value = new Set();
    // there may be a gap: whoever looks asks anew
    talk.kept.pages.value = new Map();
    talk.kept.excerpt.value = undefined;
    if (!all) return;
    forgetChannels(talk);
    forgetConversation(talk);
    talk.conversation.value = undefined;
    talk.lines.value = new Map();
    talk.unread.value = new Map();
    talk.heard.value = undefined;
    talk.answered.value = undefined;
  });
  if (all) world.ownRing = undefined;
}
