// What one can show to others, as items of a menu: slides on the stage of a talk, and the screen where this browser can.
import { maySend } from '../../../world/stageRole.ts';
import type { World } from '../../../world/World.ts';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { mayShowSlides, SLIDES_FIELD } from './SlidesButton.tsx';

export function ShowItems({ world }: { world: World }) {
  const { app, t } = useUi();
  const slides = mayShowSlides(world);
  const presents = app.call.screen.value !== undefined;
  const may = maySend(world.talk.conversation.value, world.auditorium.stage.value, world.myId.value).screen;
  const screen = presents || (may && app.call.canShareScreen);
  if (!slides && !screen) return null;
  const shows = world.auditorium.slides.value?.by === world.myId.value;
  const item = (icon: IconName, label: string, run: () => void) => (
    <button type="button" role="menuitem" class="menu-item" onClick={run}>
      <Icon name={icon} size={20} />
      <span>{label}</span>
    </button>
  );
  return (
    <>
      {slides && item('slides', t(shows ? 'slides.another' : 'slides.show'), () => document.getElementById(SLIDES_FIELD)?.click())}
      {screen && item('screen', t(presents ? 'call.presentStop' : 'call.present'), () => app.actions.call.present())}
      <div class="menu-rule" />
    </>
  );
}
