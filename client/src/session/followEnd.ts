// When the connection ends for good, the page says why.
import { effect, type Signal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { Connection } from '../net/Connection.ts';
import type { EndReason, Phase } from '../ui/UiPort.ts';

export function followEnd(scope: Scope, connection: Connection, phase: Signal<Phase>, reason: Signal<EndReason | undefined>): void {
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
        case 'badMessages':
        case 'outdated':
        case 'gone':
          reason.value = ended;
          phase.value = 'refused';
      }
    }),
  );
}
