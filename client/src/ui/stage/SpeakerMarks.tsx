// On a speaker's tile: that they are coming back, and for whoever leads the talk how their line is and what one may do.
import { leadsTalk } from '../../world/leadsTalk.ts';
import type { World } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { useUi } from '../Ui.ts';

/** In place of a picture that stands still. */
export function HoldingNote({ name }: { name: string }) {
  const { t } = useUi();
  return (
    <span class="holding-note" role="status">
      {t('stage.comingBack', { name })}
    </span>
  );
}

/** In words; what is well is not said. */
export function SpeakerLink({ world, personId }: { world: World; personId: string }) {
  const { t } = useUi();
  const quality = world.auditorium.links.value.find((one) => one.personId === personId)?.quality ?? 'good';
  if (quality === 'good' || !leadsTalk(world)) return null;
  return <span class={`speaker-link ${quality}`}>{t(`lead.link.${quality}`)}</span>;
}

/** Beside the verbs of every tile. */
export function SpeakerVerbs({ world, personId, name }: { world: World; personId: string; name: string }) {
  const { app, t } = useUi();
  const member = world.talk.conversation.value?.members.find((one) => one.personId === personId);
  if (!member || !leadsTalk(world)) return null;
  const { ask } = app.actions;
  return (
    <>
      {member.microphone && (
        <IconButton icon="micOff" label={t('lead.hush', { name })} tip="none" onClick={() => void ask('hushSpeaker', { personId })} />
      )}
      {member.floor ? (
        <IconButton icon="down" label={t('lead.takeBack', { name })} tip="none" onClick={() => void ask('takeFloor', { personId })} />
      ) : (
        <IconButton icon="down" label={t('lead.down', { name })} tip="none" onClick={() => void ask('bringUp', { personId, up: false })} />
      )}
    </>
  );
}
