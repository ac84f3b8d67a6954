// The verbs of conversations and words, done: walk over and join, wave, knock, answer, say.
import { encodeNote } from '@comptoir/shared/protocol/notes';
import { type Ask, isRefused, type Refusal, type RequestName } from '@comptoir/shared/protocol/requests';
import type { Audience } from '@comptoir/shared/protocol/talk';
import { WIRE } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { Outcome, TalkActions, WalkResult } from '../actions.ts';
import type { Connection } from '../net/Connection.ts';
import { markRead } from '../world/lines.ts';
import type { World } from '../world/World.ts';
import { eraseSoon } from './eraseSoon.ts';
import { takeLine } from './takeTalk.ts';

export interface TalkActionParts {
  world: ReadonlySignal<World | undefined>;
  /** Undefined while I am not inside. */
  inside(): { world: World; connection: Connection } | undefined;
  walkToPerson(personId: string): Promise<WalkResult>;
  openChat(): void;
  /** Tells my other devices. */
  readUpTo(channel: string): void;
  /** Called with what a refused action should say. */
  refused(refusal: Refusal): void;
}

/** Whoever is walked to walks too: that often one goes on after them. */
const WALKS = 3;

export interface BuiltTalk {
  actions: TalkActions;
  /** Somebody said yes to what I asked: I go where that is. */
  accepted(answer: { kind: string; person: string | null }): void;
}

export function buildTalkActions(parts: TalkActionParts): BuiltTalk {
  const { inside } = parts;
  const typedMs = new Map<string, number>();

  const tell = (refused: Refusal): { refused: Refusal } => {
    parts.refused(refused);
    return { refused };
  };
  /** Asks the server and tells the person what it refuses. */
  const request = async <R extends RequestName>(name: R, ask: Ask<R>): Promise<Outcome> => {
    const answer = await (inside()?.connection.request(name, ask) ?? { refused: 'notHere' as const });
    return isRefused(answer) ? tell(answer.refused) : { ok: true };
  };

  async function approach(personId: string): Promise<Outcome> {
    for (let walks = 0; ; walks++) {
      const here = inside();
      if (!here) return { refused: 'notHere' };
      const answer = await here.connection.request('approach', { personId });
      if (!isRefused(answer)) return { ok: true };
      if (answer.refused === 'askFirst') return ask('talk', personId);
      if (answer.refused === 'closed') return ask('knock', personId);
      if (answer.refused !== 'tooFar' || walks === WALKS) return tell(answer.refused);
      const { arrived } = await parts.walkToPerson(personId);
      // stopped by a key of mine: I changed my mind
      if (!arrived) return { refused: 'blocked' };
    }
  }

  async function ask(kind: Ask<'ask'>['kind'], personId?: string): Promise<Outcome> {
    const here = inside();
    if (!here) return { refused: 'notHere' };
    const answer = await here.connection.request('ask', personId === undefined ? { kind } : { kind, person: personId });
    if (isRefused(answer)) return tell(answer.refused);
    const { talk } = here.world;
    const mine = { id: answer.ask, kind, person: personId, untilTick: answer.untilTick };
    talk.myAsks.value = [...talk.myAsks.peek().filter(({ id }) => id !== mine.id), mine];
    return { ok: true };
  }

  async function answer(askId: string, said: 'yes' | 'notNow' | 'inFive'): Promise<Outcome> {
    const here = inside();
    if (!here) return { refused: 'notHere' };
    const { talk } = here.world;
    const asked = talk.asks.peek().find(({ id }) => id === askId);
    talk.asks.value = talk.asks.peek().filter(({ id }) => id !== askId);
    const outcome = await request('answerAsk', { ask: askId, answer: said });
    // who is invited goes there
    if ('ok' in outcome && said === 'yes' && asked?.kind === 'join') void approach(asked.from);
    return outcome;
  }

  const goodbye = computed(() => {
    const conversation = parts.world.value?.talk.conversation.value;
    return conversation ? () => inside()?.connection.send('goodbye', {}) : null;
  });

  const walk = computed(() => {
    const conversation = parts.world.value?.talk.conversation.value;
    if (conversation?.kind !== 'bubble' || conversation.role === 'listener') return null;
    if (conversation.place.kind === 'walk') return () => inside()?.connection.send('endWalk', {});
    return () => void ask('walk');
  });

  const actions: TalkActions = {
    approach,
    ask,
    withdraw(askId) {
      const here = inside();
      if (!here) return;
      const { talk } = here.world;
      talk.myAsks.value = talk.myAsks.peek().filter(({ id }) => id !== askId);
      here.connection.send('withdraw', { ask: askId });
    },
    answer,
    setState: (state) => request('setState', { state }),
    goodbye,
    walk,
    split: () => request('split', {}),
    async say(text, to, more = {}) {
      const here = inside();
      if (!here) return { refused: 'notHere' };
      const said = await here.connection.request('say', { to, text, ...more });
      // said beside the field, where the text still stands
      if (isRefused(said)) return { refused: said.refused };
      takeLine(here.world, said.line);
      typedMs.delete(keyOf(to));
      return { ok: true };
    },
    erase(lineId) {
      const here = inside();
      return here ? eraseSoon(here.world.talk, lineId, () => void request('eraseLine', { line: lineId })) : () => undefined;
    },
    async eraseMine() {
      const answer = await (inside()?.connection.request('eraseMine', {}) ?? { refused: 'notHere' as const });
      return isRefused(answer) ? tell(answer.refused) : answer;
    },
    typing(to) {
      const nowMs = performance.now();
      if (nowMs - (typedMs.get(keyOf(to)) ?? Number.NEGATIVE_INFINITY) < tuning.typingEveryMs) return;
      typedMs.set(keyOf(to), nowMs);
      inside()?.connection.send('typing', { to });
    },
    write(personId) {
      const world = parts.world.peek();
      if (world) world.talk.channel.value = personId;
      parts.openChat();
    },
    note(message) {
      inside()?.connection.sendBytes(WIRE.note, encodeNote(message));
    },
    read(channel) {
      const world = parts.world.peek();
      if (!world) return;
      markRead(world.talk, channel);
      parts.readUpTo(channel);
    },
  };
  return {
    actions,
    accepted({ kind, person }) {
      if (kind === 'knock' && person !== null) void approach(person);
    },
  };
}

const keyOf = (to: Audience): string => ('id' in to ? `${to.kind} ${to.id}` : to.kind);
