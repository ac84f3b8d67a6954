// Writes what the office says of its meetings into world.agenda, and keeps it in step with the clock.
import type { AppointmentServerMessages } from '@comptoir/shared/protocol/appointments';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';

/** Minutes are shown, and steam begins: this often is near enough. */
const LOOK_EVERY_MS = 2000;

type Sink = { [T in keyof AppointmentServerMessages]: (message: AppointmentServerMessages[T]) => void };

export function takeAgenda(scope: Scope, { agenda }: World): Sink {
  scope.every(LOOK_EVERY_MS, () => agenda.look(Date.now()));
  return {
    appointments({ nowMs, next, key }) {
      agenda.key.value = key;
      agenda.aheadMs = nowMs - Date.now();
      agenda.next.value = next;
      agenda.look(Date.now());
    },
  };
}

/** After each welcome the office tells anew what is on, if anything is. */
export function forgetAgenda({ agenda }: World): void {
  agenda.next.value = [];
  agenda.look(Date.now());
}
