// What one can do with a tile: large, back, full screen, in a window of its own.
import type { ComponentChildren, RefObject } from 'preact';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import { useCallScreen } from './CallScreen.ts';
import { useFullScreen } from './useFullScreen.ts';

interface TileVerbsProps {
  tile: RefObject<HTMLElement | null>;
  /** There is a moving picture. */
  video: RefObject<HTMLVideoElement | null> | undefined;
  large: boolean;
  onOpen: () => void;
  name: string;
  /** More of them, in front. */
  children?: ComponentChildren;
}

export function TileVerbs({ tile, video, large, onOpen, name, children }: TileVerbsProps) {
  const { t } = useUi();
  const screen = useCallScreen();
  const full = useFullScreen(tile);
  const toOwnWindow = (): void => void video?.current?.requestPictureInPicture?.().catch(() => undefined);
  return (
    <span class="tile-verbs">
      {children}
      {!large && <IconButton icon="expand" label={t('tiles.enlarge', { name })} tip="none" onClick={onOpen} />}
      {video && document.pictureInPictureEnabled && <IconButton icon="pip" label={t('tiles.ownWindow')} tip="none" onClick={toOwnWindow} />}
      {large && document.fullscreenEnabled && (
        <IconButton
          icon={full.is.value ? 'shrink' : 'expand'}
          label={t(full.is.value ? 'tiles.fullScreenEnd' : 'tiles.fullScreen')}
          tip="below"
          onClick={full.toggle}
        />
      )}
      {large && <IconButton icon="close" label={t('tiles.back')} tip="below" onClick={() => screen.back()} />}
    </span>
  );
}
