// The page that is looked at, its words for whoever selects or hears them, and the bar below it.
import type { SlidesView } from '@comptoir/shared/protocol/auditorium';
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { leadsTalk } from '../../../world/leadsTalk.ts';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { pageOfKey } from './pageOfKey.ts';
import { SlideBar } from './SlideBar.tsx';
import { SlideNext } from './SlideNext.tsx';
import { SlidePicture } from './SlidePicture.tsx';
import { useOpened } from './useOpened.ts';
import '../../styles/slides.css';

interface ViewerProps {
  world: World;
  slides: SlidesView;
  tile: RefObject<HTMLElement | null>;
  large: boolean;
}

/** Where PageUp and PageDown are somebody else's. */
const BUSY = 'input, textarea, select, [contenteditable], dialog, [role=dialog], [role=menu], [role=tablist], [role=log], .slot-panel';

export function SlideViewer({ world, slides, tile, large }: ViewerProps) {
  const { t, slideDesk } = useUi();
  const { reading, sending } = slideDesk;
  const place = useRef<HTMLDivElement>(null);
  const { opened, retry, failed } = useOpened(slides.url, reading.page.value);
  const ahead = useSignal<HTMLCanvasElement | undefined>(undefined);
  const isMine = slides.by === world.myId.value;
  const role = world.talk.conversation.value?.role;
  const turns = (isMine && role === 'speaker') || leadsTalk(world);
  const shelf = opened && 'shelf' in opened ? opened.shelf : undefined;
  const problem = opened && 'problem' in opened ? opened.problem : undefined;
  // the document itself knows best how many it has
  const pages = shelf ? Math.min(slides.pages, shelf.count) : slides.pages;
  const page = Math.min(reading.page.value, pages - 1);
  const label = t('slides.page', { page: page + 1, pages });
  const next = isMine && turns && page + 1 < pages ? ahead : undefined;
  const goTo = (wanted: number): void => void (turns ? reading.turnTo(wanted) : reading.lookAt(wanted));

  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const wanted = pageOfKey(event.key, page, pages);
    if (wanted === undefined) return;
    event.preventDefault();
    goTo(wanted);
  };
  // T77: what clickers press, wherever the focus is
  useEffect(() => {
    if (!large || !(isMine && turns)) return;
    const press = (event: KeyboardEvent): void => {
      if (!event.key.startsWith('Page') || (event.target instanceof Element && event.target.closest(BUSY))) return;
      onKey(event);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
  // whoever has just chosen a file turns its pages next: an arrow must not walk them off the stage
  useEffect(() => {
    if (!large || !sending.wantsFocus.value || !isMine) return;
    sending.wantsFocus.value = false;
    place.current?.focus({ preventScroll: true });
  }, [large, isMine, sending.wantsFocus.value]);

  const picture = shelf && (
    <SlidePicture
      shelf={shelf}
      index={page}
      label={label}
      withText={large}
      onDrawn={(drawn) => {
        world.auditorium.slidePicture.value = { of: slides.id, page, picture: drawn };
      }}
      onAhead={(canvas) => {
        ahead.value = canvas;
      }}
      onProblem={failed}
    />
  );
  if (!large) return <div class="slide-place">{picture}</div>;
  return (
    <>
      <div class="slide-row">
        {/* biome-ignore lint/a11y/useSemanticElements: no fields of a form */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys turn the pages here */}
        <div ref={place} class="slide-place" role="group" tabIndex={0} aria-label={label} onKeyDown={onKey}>
          {picture ?? (
            <div class="slide-wait" role="status">
              <p>
                {t(problem === undefined ? 'slides.loading' : problem === 'oldBrowser' ? 'slides.problem.oldBrowser' : 'slides.notShown')}
              </p>
              {problem !== undefined && (
                <button type="button" class="button" onClick={retry}>
                  {t('slides.retry')}
                </button>
              )}
            </div>
          )}
        </div>
        {next && <SlideNext of={next} />}
      </div>
      <SlideBar world={world} slides={slides} tile={tile} page={page} pages={pages} turns={turns} goTo={goTo} next={next} />
      <p class="visually-hidden" role="status">
        {label}
      </p>
    </>
  );
}
