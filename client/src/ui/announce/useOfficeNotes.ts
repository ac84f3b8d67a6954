// Notes on what happened to me or to the office without my doing: Focused at a desk (to be undone), a changed map, the evening's apéro.
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';

const SETTLED_MS = 400;

export function useOfficeNotes(world: World): void {
  const { app } = useUi();
  const availability = world.me.value?.availability;
  const { map } = world.ground.value;
  const apero = world.apero.value;

  useEffect(() => {
    if (availability !== 'focused') return;
    // the seat is mine a moment before or after the office says Focused
    const timer = setTimeout(() => {
      const atDesk = map.seats.some((seat) => seat.id === world.own.seat && seat.desk !== undefined);
      if (atDesk) app.toasts.add({ key: 'toast.focused', undo: () => app.actions.setAvailability('available') });
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [availability]);
  useEffect(() => {
    const first = map.version;
    const stop = world.ground.subscribe((ground) => {
      if (ground.map.version !== first) app.toasts.add({ key: 'toast.mapChanged' });
    });
    return stop;
  }, [map.version]);
  useEffect(() => {
    if (apero) app.toasts.add({ key: 'toast.apero' });
  }, [apero]);
}
