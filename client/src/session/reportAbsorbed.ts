// Tells the office when my mind is elsewhere: a panel is open, or the page is hidden. Then no conversation forms by nearness.
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Panel } from '../actions.ts';
import type { Scope } from '../lib/Scope.ts';
import type { Connection } from '../net/Connection.ts';

/** Says it again after each time the connection came back. */
export function reportAbsorbed(scope: Scope, connection: Connection, panel: ReadonlySignal<Panel | undefined>): void {
  const hidden = signal(document.visibilityState === 'hidden');
  scope.listen(document, 'visibilitychange', () => {
    hidden.value = document.visibilityState === 'hidden';
  });
  const absorbed = computed(() => panel.value !== undefined);
  scope.onEnd(
    effect(() => {
      const news = { absorbed: absorbed.value, hidden: hidden.value };
      if (connection.phase.value === 'online') connection.send('absorbed', news);
    }),
  );
}
