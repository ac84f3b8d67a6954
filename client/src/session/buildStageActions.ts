// The verbs of a talk that keys have too: the hand, and staying together when it is over.
import { type ReadonlySignal, untracked } from '@preact/signals-core';
import type { Actions, StageActions } from '../actions.ts';
import { myHand, raisesHands } from '../world/myHand.ts';
import type { World } from '../world/World.ts';

export interface StageActionParts {
  world: ReadonlySignal<World | undefined>;
  ask: Actions['ask'];
  walkTo: Actions['walkTo'];
  sit: Actions['sit'];
  emote: Actions['emote'];
}

export function buildStageActions({ world, ask, walkTo, sit, emote }: StageActionParts): StageActions {
  return {
    hand() {
      const here = world.peek();
      // T53: whoever speaks in a talk has no hand to raise, and shows the gesture as everywhere else
      if (!here || !untracked(() => raisesHands(here))) return emote('hand');
      const up = untracked(() => myHand(here)) === 0;
      if (up) emote('hand');
      void ask('raiseHand', { up });
    },
    async stay(seat) {
      const { auditorium } = world.peek() ?? {};
      const over = auditorium?.over.peek();
      if (!auditorium || !over) return;
      auditorium.over.value = undefined;
      if (seat !== undefined) return void (await sit(seat));
      if (over.lounge !== null) await walkTo({ area: over.lounge });
    },
    go() {
      const { auditorium } = world.peek() ?? {};
      if (auditorium) auditorium.over.value = undefined;
    },
  };
}
