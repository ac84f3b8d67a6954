// Below large slides: turning pages for all, or looking back on one's own; full screen; back to the place.
import type { SlidesView } from '@comptoir/shared/protocol/auditorium';
import type { ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import type { World } from '../../../world/World.ts';
import { useCallScreen } from '../../call/tiles/CallScreen.ts';
import { useFullScreen } from '../../call/tiles/useFullScreen.ts';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { PageField } from './PageField.tsx';
import { SlideNext } from './SlideNext.tsx';

interface BarProps {
  world: World;
  slides: SlidesView;
  tile: RefObject<HTMLElement | null>;
  page: number;
  pages: number;
  /** I turn them for everybody. */
  turns: boolean;
  goTo: (page: number) => void;
  /** The next page, where there is no room for it beside this one. */
  next: ReadonlySignal<HTMLCanvasElement | undefined> | undefined;
}

export function SlideBar({ world, slides, tile, page, pages, turns, goTo, next }: BarProps) {
  const { app, t, slideDesk } = useUi();
  const { reading } = slideDesk;
  const screen = useCallScreen();
  const full = useFullScreen(tile);
  const isApart = !turns && reading.isApart.value;
  const name = world.people.value.get(slides.by)?.name ?? '';
  const takesAway = turns || world.talk.conversation.value?.role === 'speaker';
  const most = turns ? pages - 1 : reading.furthest.value;
  const forward = <IconButton icon="right" label={t('slides.next')} tip="none" disabled={page >= most} onClick={() => goTo(page + 1)} />;
  return (
    <div class="slide-bar">
      <p class="slide-title" role={isApart ? 'status' : undefined}>
        {isApart ? (
          t('slides.lookingBack', { page: page + 1, live: slides.page + 1 })
        ) : (
          <>
            <b>{slides.name}</b>
            <span>{name}</span>
          </>
        )}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: no fields that belong to a form */}
      <div class="slide-turn" role="group" aria-label={t('slides.controls')}>
        <IconButton
          icon="left"
          label={t(turns || isApart ? 'slides.previous' : 'slides.lookBack')}
          tip={turns || isApart ? 'none' : 'above'}
          disabled={page <= 0}
          onClick={() => goTo(page - 1)}
        />
        {turns ? (
          <PageField page={page} pages={pages} goTo={goTo} />
        ) : (
          <span class={isApart ? 'slide-count apart' : 'slide-count'} aria-hidden="true">
            {page + 1} / {pages}
          </span>
        )}
        {(turns || isApart) && forward}
        {isApart && (
          <button type="button" class="button small" onClick={() => reading.follow()}>
            {t('slides.follow')}
          </button>
        )}
        {next && <SlideNext of={next} />}
      </div>
      <div class="slide-verbs">
        {takesAway && (
          <IconButton icon="erase" label={t('slides.stop')} onClick={() => void app.actions.ask('showSlides', { slides: null })} />
        )}
        {document.fullscreenEnabled && (
          <IconButton
            icon={full.is.value ? 'shrink' : 'expand'}
            label={t(full.is.value ? 'tiles.fullScreenEnd' : 'tiles.fullScreen')}
            onClick={full.toggle}
          />
        )}
        {!full.is.value && <IconButton icon="close" label={t('tiles.back')} onClick={() => screen.back()} />}
      </div>
    </div>
  );
}
