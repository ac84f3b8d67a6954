// What one hears of conversations besides voices: somebody comes (a rising third), goes (a falling one), knocks, waves, writes. Softer than any voice.
import type { AskView, ConversationView } from '@comptoir/shared/protocol/talk';
import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import type { ShortSounds } from './ShortSounds.ts';
import { chime, knock } from './synthesise.ts';

/** Hz: a major third. */
const THIRD = [523.25, 659.25] as const;
const WAVE = [659.25, 783.99, 659.25] as const;
const TICK = [1046.5] as const;
/** Share of the full chime, which is itself far below a voice. */
const SOFT = 0.55;
const TICK_VOLUME = 0.3;
const SECONDS = 1;

export type TalkSound = 'comes' | 'goes' | 'knock' | 'wave';

/** Who came into my conversation or went, I too; who hears me counts as being there. */
export function soundOfChange(before: ConversationView | undefined, now: ConversationView | undefined): TalkSound | undefined {
  if (!now) return before && withOthers(before) ? 'goes' : undefined;
  if (before?.id !== now.id) return withOthers(now) ? 'comes' : undefined;
  const was = new Set(before.members.map(({ personId }) => personId));
  const is = new Set(now.members.map(({ personId }) => personId));
  if ([...is].some((personId) => !was.has(personId))) return 'comes';
  return [...was].some((personId) => !is.has(personId)) ? 'goes' : undefined;
}

/** Alone in a meeting room nobody has come. */
const withOthers = ({ members }: ConversationView): boolean => members.length > 1;

export const soundOfAsk = ({ kind }: AskView): TalkSound => (kind === 'knock' ? 'knock' : 'wave');

/** @param wanted false while the person has turned sounds off */
export function playTalk(scope: Scope, world: World, sounds: ShortSounds, wanted: ReadonlySignal<boolean>): void {
  const { talk } = world;
  const play = (sound: TalkSound | 'tick'): void => {
    if (!wanted.peek()) return;
    sounds.play(sound === 'tick' ? TICK_VOLUME : SOFT, SECONDS, (context, out) => {
      if (sound === 'comes') chime(context, out, THIRD);
      else if (sound === 'goes') chime(context, out, [...THIRD].reverse());
      else if (sound === 'knock') knock(context, out);
      else if (sound === 'wave') chime(context, out, WAVE);
      else chime(context, out, TICK);
    });
  };

  let before = talk.conversation.peek();
  scope.onEnd(
    effect(() => {
      const now = talk.conversation.value;
      const sound = soundOfChange(before, now);
      before = now;
      if (sound) play(sound);
    }),
  );
  let known = new Set(talk.asks.peek().map(({ id }) => id));
  scope.onEnd(
    effect(() => {
      const asks = talk.asks.value;
      const fresh = asks.find(({ id }) => !known.has(id));
      known = new Set(asks.map(({ id }) => id));
      if (fresh) play(soundOfAsk(fresh));
    }),
  );
  let last = talk.heard.peek();
  scope.onEnd(
    effect(() => {
      const line = talk.heard.value;
      if (!line || line === last) return;
      last = line;
      // what is said to all makes no sound, unless it names me
      if (line.to.kind !== 'office' || line.mentions.includes(world.myId.peek() ?? '')) play('tick');
    }),
  );
}
