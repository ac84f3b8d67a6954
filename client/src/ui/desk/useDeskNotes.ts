// A gentle note that something new lies on my desk: on coming in, and while I am here.
import { useEffect, useRef } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';

export function useDeskNotes(world: World): void {
  const { app } = useUi();
  const known = useRef(0);
  const { unread } = world.desks.notes.value;
  useEffect(() => {
    const isMore = unread > known.current;
    known.current = unread;
    // one toast says how many, and none does once they are read
    for (const { id, key } of app.toasts.shown.peek()) if (key === 'desk.waiting') app.toasts.dismiss(id);
    if (!isMore || app.panel.peek() === 'desk') return;
    app.toasts.add({
      ...{ key: 'desk.waiting', words: { n: unread } },
      act: { label: 'desk.read', run: () => app.actions.openPanel('desk') },
    });
  }, [unread]);
}
