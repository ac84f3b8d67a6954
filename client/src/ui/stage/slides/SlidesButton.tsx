// "Show slides…" in the bar, for whoever speaks on the stage of a talk.
import { useRef } from 'preact/hooks';
import { stageRole } from '../../../world/stageRole.ts';
import type { World } from '../../../world/World.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';

/** T70: whoever has the floor speaks, and shows nothing. */
export const mayShowSlides = (world: World): boolean => stageRole(world.talk.conversation.value, world.myId.value) === 'stage';

export function SlidesButton({ world }: { world: World }) {
  const { t, slideDesk } = useUi();
  const input = useRef<HTMLInputElement>(null);
  if (!mayShowSlides(world)) return null;
  const shows = world.auditorium.slides.value?.by === world.myId.value;
  return (
    <>
      <IconButton
        icon="slides"
        label={t(shows ? 'slides.another' : 'slides.show')}
        pressed={shows}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        accept="application/pdf,.pdf"
        hidden
        aria-label={t('slides.show')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // the same file may be chosen again
          event.currentTarget.value = '';
          if (file) void slideDesk.sending.send(file);
        }}
      />
    </>
  );
}
