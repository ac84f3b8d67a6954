// Ten minutes before a meeting everybody inside is told, once, with the way there; who does not want to be disturbed is not.
import { useEffect, useRef } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';
import { isToBeTold } from './isToBeTold.ts';
import { meetingGoal } from './meetingPlace.ts';

export function useMeetingNotes(world: World): void {
  const { app } = useUi();
  const told = useRef(new Set<string>());
  const nowMs = world.agenda.nowMs.value;
  const next = world.agenda.next.value;
  useEffect(() => {
    for (const occurrence of next) {
      const key = `${occurrence.id} ${occurrence.occurrence} ${occurrence.startMs}`;
      if (told.current.has(key) || !isToBeTold(occurrence, nowMs)) continue;
      told.current.add(key);
      if (world.me.peek()?.availability === 'doNotDisturb') continue;
      const minutes = Math.max(1, Math.ceil((occurrence.startMs - nowMs) / 60_000));
      const goal = meetingGoal(world, occurrence.place);
      app.toasts.add({
        key: 'toast.meetingSoon',
        words: { title: occurrence.title, minutes },
        ...(goal ? { act: { label: 'toast.meetingGo', run: () => void app.actions.walkTo(goal) } } : {}),
      });
    }
  }, [nowMs, next]);
}
