// The call on the screen: small tiles at the right of the place (a row on a phone), faces that fill the window, or one screen or face large.
import type { Signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { PinnedQuestion } from '../../stage/panel/PinnedQuestion.tsx';
import { RecordingCards } from '../../stage/recording/RecordingCards.tsx';
import { StageCards } from '../../stage/StageCards.tsx';
import { useActiveSpeaker } from '../../stage/useActiveSpeaker.ts';
import { useUi } from '../../Ui.ts';
import { CallFoot } from './CallFoot.tsx';
import { CallScreen, CallScreenContext } from './CallScreen.ts';
import { FaceGrid } from './FaceGrid.tsx';
import { layTiles } from './layoutTiles.ts';
import { keyOfTile } from './orderTiles.ts';
import { CameraHint, OwnScreenNote, SelfTile } from './SelfTile.tsx';
import { Tile } from './Tile.tsx';
import { useTiles } from './useTiles.ts';

/** What Esc closes first. */
const NEARER = 'dialog[open], [role="menu"], .chat-panel :focus';

/** What the call covers of the window's right edge. */
export interface Covers {
  /** CSS px. */
  px: number;
  /** Down to the foot of the window, where the bar is. */
  toFoot: boolean;
}

interface CallAreaProps {
  world: World;
  /** In the flow of a page instead of over the map. */
  inline?: boolean;
  /** Written here. */
  covers?: Signal<Covers>;
}

export function CallArea({ world, inline, covers }: CallAreaProps) {
  const { app, t, view, narrow } = useUi();
  const screen = useMemo(() => new CallScreen(), []);
  const area = useRef<HTMLElement>(null);
  const tiles = useTiles(world);
  const conversation = world.talk.conversation.value;
  const active = useActiveSpeaker(world);
  // in the list the page is what one reads: it is covered when one asks for it
  const laid = layTiles(tiles, screen.wish.value, view.value === 'map' || inline ? active : undefined);
  const { layout, large } = laid;
  const hinted = useRef(false);
  if (tiles.length > 0) hinted.current = true;

  useEffect(() => {
    screen.forget();
    // the hint was there for as long as a whole conversation
    return () => {
      if (hinted.current) app.preferences.set({ cameraHintDone: true });
    };
  }, [conversation?.id]);
  // "place" was said to the screen before, not to the next one
  const hasScreen = tiles.some(({ as }) => as === 'screen');
  useEffect(() => {
    if (screen.wish.peek().layout === 'place') screen.forget();
  }, [hasScreen]);

  useEffect(() => {
    const element = area.current;
    if (!element || !covers) return;
    const tell = (): void => {
      covers.value = { px: Math.round(element.offsetWidth), toFoot: layout === 'place' };
    };
    const watch = new ResizeObserver(tell);
    watch.observe(element);
    tell();
    return () => {
      watch.disconnect();
      covers.value = { px: 0, toFoot: false };
    };
  }, [covers, conversation !== undefined, layout]);

  // Esc leads back to the place
  useEffect(() => {
    if (layout === 'place') return;
    const back = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || document.fullscreenElement || document.querySelector(NEARER)) return;
      event.preventDefault();
      screen.back();
    };
    // before the panel at the left takes it
    addEventListener('keydown', back, true);
    return () => removeEventListener('keydown', back, true);
  }, [layout]);

  if (!conversation) return null;
  const rest = large ? tiles.filter((tile) => keyOfTile(tile) !== keyOfTile(large)) : tiles;
  return (
    <CallScreenContext value={screen}>
      <aside
        ref={area}
        class={`call-area layout-${layout} ${inline ? 'inline' : ''} ${conversation.kind === 'talk' ? 'of-talk' : ''}`}
        aria-label={t('tiles.label')}
      >
        {layout === 'faces' && <FaceGrid world={world} tiles={tiles} />}
        {large && (
          <div class="call-large">
            <Tile world={world} tile={large} large />
            {!inline && <PinnedQuestion world={world} />}
          </div>
        )}
        <div class="call-column">
          {layout !== 'faces' && rest.length > 0 && (
            <div class="tile-list">
              {rest.map((tile) => (
                <Tile key={keyOfTile(tile)} world={world} tile={tile} />
              ))}
            </div>
          )}
          {conversation.kind === 'talk' && narrow.value && !inline && layout !== 'place' && (
            <>
              <RecordingCards world={world} />
              <StageCards world={world} />
            </>
          )}
          <SelfTile />
          <OwnScreenNote />
          {tiles.length > 0 && conversation.role !== 'listener' && conversation.kind !== 'talk' && <CameraHint />}
          <CallFoot world={world} tiles={tiles} layout={layout} />
        </div>
      </aside>
    </CallScreenContext>
  );
}
