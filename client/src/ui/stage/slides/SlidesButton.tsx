// "Show slides…" in the bar, for whoever speaks on the stage of a talk.
import { useRef } from 'preact/hooks';
import { stageRole } from '../../../world/stageRole.ts';
import type { World } from '../../../world/World.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';

/** Id of the field that takes the file. */
export const SLIDES_FIELD = 'slides-file';

/** T70: whoever has the floor speaks, and shows nothing. */
export const mayShowSlides = (world: World): boolean => stageRole(world.talk.conversation.value, world.myId.value) === 'stage';

/** @param onlyField on a phone the bar has no room: the menu opens the field */
export function SlidesButton({ world, onlyField }: { world: World; onlyField: boolean }) {
  const { t, slideDesk } = useUi();
  const input = useRef<HTMLInputElement>(null);
  if (!mayShowSlides(world)) return null;
  const shows = world.auditorium.slides.value?.by === world.myId.value;
  return (
    <>
      {!onlyField && (
        <IconButton
          icon="slides"
          label={t(shows ? 'slides.another' : 'slides.show')}
          pressed={shows}
          onClick={() => input.current?.click()}
        />
      )}
      <input
        ref={input}
        id={SLIDES_FIELD}
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
