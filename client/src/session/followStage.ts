// Whoever comes into a talk, or changes their part in it, has microphone, camera and screen off: on a stage nothing opens by itself.
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
  let before: string | undefined;
  scope.onEnd(
    effect(() => {
      const now = part.value;
      if (now !== undefined && now !== before) call.closeForNow();
      before = now;
    }),
  );
}
