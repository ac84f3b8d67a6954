// Whoever comes into a talk, changes their part in it, or leaves it, has microphone, camera and screen off: on a stage nothing opens by itself.
import { computed, effect } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { CallModel } from '../media/CallModel.ts';
import { stageRole } from '../world/stageRole.ts';
import type { World } from '../world/World.ts';

/** T52. */
export function followStage(scope: Scope, world: World, call: Pick<CallModel, 'closeForNow'>): void {
  const part = computed(() => {
    const view = world.talk.conversation.value;
    const role = stageRole(view, world.myId.value);
    return role && `${view?.id} ${role}`;
  });
  let last: string | undefined;
  let wasCutOff = false;
  /** What the page believed while it was cut off: no word of the office. */
  let stale: unknown;
  scope.onEnd(
    effect(() => {
      const isOnline = world.connection.value === 'online';
      const view = world.talk.conversation.value;
      if (!isOnline) {
        wasCutOff = true;
        stale = view;
      }
      if (part.value === undefined) {
        // whoever comes back from a lost connection speaks on where they were
        if (wasCutOff) return;
        // what was opened for the hall is not for whom one meets after it
        if (last !== undefined) call.closeForNow();
        last = undefined;
        return;
      }
      if (part.value !== last) call.closeForNow();
      last = part.value;
      if (isOnline && view !== stale) wasCutOff = false;
    }),
  );
}
