// A host closed my microphone: it is off, as if its button had been pressed. The same button opens it again.
import { effect } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { CallModel } from '../media/CallModel.ts';
import type { World } from '../world/World.ts';

export function followMuted(scope: Scope, world: World, call: Pick<CallModel, 'closeMicrophone'>): void {
  let before = world.hosting.muted.peek();
  scope.onEnd(
    effect(() => {
      const muted = world.hosting.muted.value;
      if (muted && muted !== before) call.closeMicrophone();
      before = muted;
    }),
  );
}
