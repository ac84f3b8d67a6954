// Tells the office when my mind is elsewhere: a dialog is open, I am writing, or the page is hidden. Then no conversation forms by nearness.
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Panel } from '../actions.ts';
import type { Scope } from '../lib/Scope.ts';
import type { Connection } from '../net/Connection.ts';

/** Beside these one still looks at the office: the list of people, who hears me, who asks, and the chat and a talk's panel as long as one does not write. */
const BESIDE: readonly (Panel | undefined)[] = [undefined, 'people', 'whoHears', 'asks', 'chat', 'talk'];

const WRITING = 'input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=range]), textarea, [contenteditable]';

const isWriting = (): boolean => (document.activeElement?.closest(WRITING) ?? null) !== null;

/** Says it again after each time the connection came back. */
export function reportAbsorbed(scope: Scope, connection: Connection, panel: ReadonlySignal<Panel | undefined>): void {
  const hidden = signal(document.visibilityState === 'hidden');
  const writing = signal(isWriting());
  scope.listen(document, 'visibilitychange', () => {
    hidden.value = document.visibilityState === 'hidden';
  });
  // between two fields nothing has the focus for a moment
  const look = (): void =>
    queueMicrotask(() => {
      writing.value = isWriting();
    });
  scope.listen(document, 'focusin', look);
  scope.listen(document, 'focusout', look);
  const absorbed = computed(() => writing.value || !BESIDE.includes(panel.value));
  scope.onEnd(
    effect(() => {
      const news = { absorbed: absorbed.value, hidden: hidden.value };
      if (connection.phase.value === 'online') connection.send('absorbed', news);
    }),
  );
}
