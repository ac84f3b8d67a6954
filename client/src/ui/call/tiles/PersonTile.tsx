// Somebody in the call: their picture or their avatar, name, trade, the truth of their microphone, and how the line to them is.
import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import { useRef } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { HoldingNote, SpeakerLink, SpeakerVerbs } from '../../stage/SpeakerMarks.tsx';
import { useStalled } from '../../stage/useStalled.ts';
import { useUi } from '../../Ui.ts';
import { memberFacts } from '../memberFacts.ts';
import { VoiceWave } from '../VoiceWave.tsx';
import { Bust } from './Bust.tsx';
import { useCallScreen } from './CallScreen.ts';
import { LinkNote } from './LinkNote.tsx';
import { keyOfTile } from './orderTiles.ts';
import { TileVerbs } from './TileVerbs.tsx';
import { useShown } from './useShown.ts';
import { Video } from './Video.tsx';

/** @param large fills the window: shows the trade, and more verbs */
export function PersonTile({ world, personId, large }: { world: World; personId: string; large?: boolean }) {
  const { app, t } = useUi();
  const screen = useCallScreen();
  const tile = useRef<HTMLElement>(null);
  const video = useRef<HTMLVideoElement | null>(null);
  const participant = app.call.participants.value.find((one) => one.personId === personId);
  const member = world.talk.conversation.value?.members.find((one) => one.personId === personId);
  const person = world.people.value.get(personId);
  // the picture is asked for as soon as the server says that there is one
  useShown(tile, participant, 'camera', member?.camera === true || participant?.camera.value !== undefined);
  const camera = participant?.camera.value;
  const inTalk = world.talk.conversation.value?.kind === 'talk';
  // T56: in front of a hall nobody looks at a picture that stands still
  const stalled = useStalled(video, inTalk && camera !== undefined && member?.camera === true);
  if (!member || !person) return null;
  const isHeld = inTalk && (member.lost || stalled);
  const speaking = world.talk.speaking.value.has(personId) && member.microphone;
  const facts = memberFacts(member, speaking, t);
  const open = (): void => screen.focus(keyOfTile({ as: 'camera', personId }));
  return (
    <article
      ref={tile}
      class={`tile ${speaking ? 'speaking' : ''} ${member.lost && !inTalk ? 'lost' : ''} ${isHeld ? 'held' : ''} ${large ? 'large' : ''}`}
      aria-label={t('tiles.person', { name: person.name, facts: [person.trade, ...facts].filter(Boolean).join(', ') })}
    >
      {camera ? (
        <Video
          stream={camera}
          videoRef={(element) => {
            video.current = element;
          }}
        />
      ) : (
        <Bust appearance={person.appearance ?? DEFAULT_APPEARANCE} seed={person.avatarNumber} />
      )}
      {isHeld && camera && <Bust appearance={person.appearance ?? DEFAULT_APPEARANCE} seed={person.avatarNumber} />}
      {isHeld && <HoldingNote name={person.name} />}
      {!large && (
        // a click with a key has no count: Enter opens at once, the mouse by two clicks
        <button
          type="button"
          class="tile-open"
          aria-label={t('tiles.enlarge', { name: person.name })}
          onClick={(event) => {
            if (event.detail === 0) open();
          }}
          onDblClick={open}
        />
      )}
      <span class="tile-name" aria-hidden="true">
        {!member.microphone && <Icon name="micOff" size={15} />}
        <b>{person.name}</b>
        {person.trade && <small>{person.trade}</small>}
      </span>
      {speaking && <VoiceWave world={world} personId={personId} class="tile-wave" />}
      {inTalk && !isHeld && <SpeakerLink world={world} personId={personId} />}
      {participant && <LinkNote participant={participant} name={person.name} />}
      <TileVerbs tile={tile} video={camera ? video : undefined} large={large === true} onOpen={open} name={person.name}>
        {inTalk && <SpeakerVerbs world={world} personId={personId} name={person.name} />}
      </TileVerbs>
    </article>
  );
}
