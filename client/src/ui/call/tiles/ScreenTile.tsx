// A screen that somebody shows, whole, with whose it is.
import { useRef } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { useCallScreen } from './CallScreen.ts';
import { LinkNote } from './LinkNote.tsx';
import { keyOfTile } from './orderTiles.ts';
import { TileVerbs } from './TileVerbs.tsx';
import { useShown } from './useShown.ts';
import { Video } from './Video.tsx';

export function ScreenTile({ world, personId, large }: { world: World; personId: string; large?: boolean }) {
  const { app, t } = useUi();
  const screen = useCallScreen();
  const tile = useRef<HTMLElement>(null);
  const video = useRef<HTMLVideoElement | null>(null);
  const participant = app.call.participants.value.find((one) => one.personId === personId);
  const name = world.people.value.get(personId)?.name ?? '';
  useShown(tile, participant, 'screen', true);
  const stream = participant?.screen.value;
  const open = (): void => screen.focus(keyOfTile({ as: 'screen', personId }));
  return (
    <article ref={tile} class={`tile screen ${large ? 'large' : ''}`} aria-label={t('tiles.screenOf', { name })}>
      {stream ? (
        <Video
          stream={stream}
          whole
          videoRef={(element) => {
            video.current = element;
          }}
        />
      ) : (
        <span class="bust ground-0" />
      )}
      {!large && (
        <button
          type="button"
          class="tile-open"
          aria-label={t('tiles.enlargeScreen', { name })}
          onClick={(event) => {
            if (event.detail === 0) open();
          }}
          onDblClick={open}
        />
      )}
      <span class="tile-name" aria-hidden="true">
        <Icon name="screen" size={15} />
        <b>{name}</b>
      </span>
      {participant && <LinkNote participant={participant} name={name} />}
      <TileVerbs tile={tile} video={stream ? video : undefined} large={large === true} onOpen={open} name={t('tiles.screenOf', { name })} />
    </article>
  );
}
