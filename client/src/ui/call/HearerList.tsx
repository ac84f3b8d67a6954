// The people who hear me, one row each; or why nobody does.
import type { ConversationMember } from '@comptoir/shared/protocol/talk';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { MemberRow } from './MemberRow.tsx';
import { useHearers } from './useHearers.ts';
import { VolumeSlider } from './VolumeSlider.tsx';

export function HearerList({ world }: { world: World }) {
  const { app, t } = useUi();
  const { kind, people, names, taped } = useHearers(world);
  const off = app.call.microphone.value === 'off';
  const apart = (world.talk.conversation.value?.members.length ?? 0) > 1;
  if (kind !== 'heard')
    return (
      <div class="empty">
        <Icon name="ear" size={40} />
        <p>
          <b>{t('hears.nobody')}</b>
        </p>
        <p class="muted">
          {t(
            kind === 'out' ? 'hears.nobodyHint' : kind === 'alone' ? (apart ? 'block.nobodyHears' : 'hears.aloneHint') : 'hears.listenHint',
          )}
        </p>
      </div>
    );
  return (
    <>
      <p class="hears-sentence">
        <b>{t(off ? 'hears.off' : 'hears.on', { n: people.length + (taped ? 1 : 0), names })}</b>
        {off && <span class="muted">{t('hears.offHint')}</span>}
      </p>
      <ul class="person-list">
        {taped && (
          <li class="hearer-recording">
            <Icon name="record" size={28} />
            <span>
              <b>{t('recording.hearerTitle')}</b>
              <small class="muted">{t('recording.hearerHint')}</small>
            </span>
          </li>
        )}
        {people.map((member) => (
          <HearerRow key={member.personId} world={world} member={member} />
        ))}
      </ul>
    </>
  );
}

function HearerRow({ world, member }: { world: World; member: ConversationMember }) {
  const { app } = useUi();
  const participant = app.call.participants.value.find(({ personId }) => personId === member.personId);
  const name = world.people.value.get(member.personId)?.name ?? '';
  return (
    <MemberRow world={world} member={member}>
      {participant && member.role !== 'listener' && <VolumeSlider participant={participant} name={name} />}
    </MemberRow>
  );
}
