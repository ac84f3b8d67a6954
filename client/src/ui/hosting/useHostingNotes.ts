// A note on what a host did to me: my microphone was closed.
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';

export function useHostingNotes(world: World): void {
  const { app, t, keyOf } = useUi();
  const muted = world.hosting.muted.value;
  useEffect(() => {
    if (!muted) return;
    const name = world.people.peek().get(muted.by)?.name ?? t('host.somebody');
    const key = keyOf('microphone');
    if (key) app.toasts.add({ key: 'host.mutedMeKey', words: { name, key } });
    else app.toasts.add({ key: 'host.mutedMe', words: { name } });
  }, [muted]);
}
