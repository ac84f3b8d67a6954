// The sound of the area one is in: a button to silence it, or to start it when the browser waits for a click.
import type { World } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { useUi } from '../Ui.ts';

export function AmbienceButton({ world }: { world: World }) {
  const { app, t } = useUi();
  const ambience = world.ambience.value;
  if (!ambience) return null;
  const { sounds } = app.preferences.values.value;
  const isPlaying = sounds && !ambience.blocked;
  const toggle = (): void => {
    if (isPlaying) {
      app.preferences.set({ sounds: false });
      return;
    }
    app.preferences.set({ sounds: true });
    world.ambience.value = { ...ambience, blocked: false };
  };
  return (
    <IconButton icon={isPlaying ? 'soundOn' : 'soundOff'} label={t(isPlaying ? 'ambience.silence' : 'ambience.play')} onClick={toggle} />
  );
}
