// When the connection ends for good, the page says why.
import { effect, type Signal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { Connection } from '../net/Connection.ts';
import type { EndReason, Phase } from '../ui/UiPort.ts';

/**
 * @param askWhy reads what the server tells this device of being sent out
 * @param isLeaving I signed out myself: leaving follows by itself
 */
export function followEnd(
  scope: Scope,
  connection: Connection,
  phase: Signal<Phase>,
  reason: Signal<EndReason | undefined>,
  askWhy: () => void,
  isLeaving: () => boolean,
): void {
  scope.onEnd(
    effect(() => {
      const ended = connection.ended.value;
      switch (ended) {
        case undefined:
        case 'left':
          break;
        case 'movedToAnotherTab':
          phase.value = 'elsewhere';
          break;
        case 'removed':
          // until when, and why
          askWhy();
          reason.value = ended;
          phase.value = 'refused';
          break;
        case 'signedOut':
          if (isLeaving()) break;
          reason.value = ended;
          phase.value = 'refused';
          break;
        case 'badMessages':
        case 'outdated':
        case 'gone':
        case 'visitOver':
        case 'shutOut':
          reason.value = ended;
          phase.value = 'refused';
      }
    }),
  );
}
