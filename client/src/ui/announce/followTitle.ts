// Keeps the page's title true.
import { effect, signal } from '@preact/signals';
import { callsForMe } from '../../world/lines.ts';
import { hearersOf } from '../call/hearers.ts';
import type { Ui } from '../Ui.ts';
import { titleOf } from './titleOf.ts';

/** @returns stops */
export function followTitle({ app, t }: Ui): () => void {
  const hidden = signal(document.visibilityState === 'hidden');
  const look = (): void => {
    hidden.value = document.visibilityState === 'hidden';
  };
  document.addEventListener('visibilitychange', look);
  const stop = effect(() => {
    const world = app.world.value;
    const inside = app.phase.value === 'inside' ? world : undefined;
    const people =
      inside && app.call.microphone.value === 'live' ? hearersOf(inside.talk.conversation.value, inside.myId.value).people : [];
    const lines = inside ? callsForMe(inside.talk) : 0;
    const asks = (inside?.talk.asks.value.length ?? 0) + (inside?.hosting.knocks.value.length ?? 0);
    document.title = titleOf(
      {
        place: app.office.value?.title,
        hidden: hidden.value,
        unread: lines + asks,
        hearers: people.flatMap(({ personId }) => inside?.people.value.get(personId)?.name ?? []),
      },
      t,
    );
  });
  return () => {
    stop();
    document.removeEventListener('visibilitychange', look);
  };
}
