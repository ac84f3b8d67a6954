// The slides of a talk as a tile: small beside others, large with what one does with them.
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { useCallScreen } from '../../call/tiles/CallScreen.ts';
import { keyOfTile } from '../../call/tiles/orderTiles.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import type { SlideViewer } from './SlideViewer.tsx';

export function SlidesTile({ world, large }: { world: World; large?: boolean }) {
  const { t } = useUi();
  const screen = useCallScreen();
  const tile = useRef<HTMLElement>(null);
  const part = useSignal<{ SlideViewer: typeof SlideViewer } | undefined>(undefined);
  const isMissing = useSignal(false);
  const slides = world.auditorium.slides.value;
  const fetchViewer = (): void => {
    isMissing.value = false;
    import('./SlideViewer.tsx').then(
      (fetched) => {
        part.value = fetched;
      },
      () => {
        isMissing.value = true;
      },
    );
  };
  useEffect(fetchViewer, []);
  if (!slides) return null;
  const name = world.people.value.get(slides.by)?.name ?? '';
  const label = t('slides.of', { name, title: slides.name });
  const open = (): void => screen.focus(keyOfTile({ as: 'slides', personId: slides.by }));
  const Viewer = part.value?.SlideViewer;
  return (
    <article ref={tile} class={`tile screen slides ${large ? 'large' : ''}`} aria-label={label}>
      {Viewer ? (
        <Viewer world={world} slides={slides} tile={tile} large={large === true} />
      ) : (
        large && (
          <div class="slide-wait" role="status">
            {isMissing.value ? (
              <>
                <p>{t('slides.notShown')}</p>
                <button type="button" class="button" onClick={fetchViewer}>
                  {t('slides.retry')}
                </button>
              </>
            ) : (
              <p>{t('slides.loading')}</p>
            )}
          </div>
        )
      )}
      {!large && (
        <>
          <button
            type="button"
            class="tile-open"
            aria-label={t('tiles.enlarge', { name: label })}
            onClick={(event) => {
              if (event.detail === 0) open();
            }}
            onDblClick={open}
          />
          <span class="tile-name" aria-hidden="true">
            <Icon name="slides" size={15} />
            <b>{slides.name}</b>
          </span>
        </>
      )}
    </article>
  );
}
