// The people who hear me, one row each; or why nobody does.
import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import type { ConversationMember } from '@comptoir/shared/protocol/talk';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { statusOf } from '../people/PersonRow.tsx';
import { useUi } from '../Ui.ts';
import { memberFacts } from './memberFacts.ts';
import { useHearers } from './useHearers.ts';
import { VolumeSlider } from './VolumeSlider.tsx';

export function HearerList({ world }: { world: World }) {
  const { app, t } = useUi();
  const { kind, people, names } = useHearers(world);
  const off = app.call.microphone.value === 'off';
  if (kind !== 'heard')
    return (
      <div class="empty">
        <Icon name="ear" size={40} />
        <p>
          <b>{t('hears.nobody')}</b>
        </p>
        <p class="muted">{t(kind === 'out' ? 'hears.nobodyHint' : kind === 'alone' ? 'hears.aloneHint' : 'hears.listenHint')}</p>
      </div>
    );
  return (
    <>
      <p class="hears-sentence">
        <b>{t(off ? 'hears.off' : 'hears.on', { n: people.length, names })}</b>
        {off && <span class="muted">{t('hears.offHint')}</span>}
      </p>
      <ul class="person-list">
        {people.map((member) => (
          <HearerRow key={member.personId} world={world} member={member} />
        ))}
      </ul>
    </>
  );
}

function HearerRow({ world, member }: { world: World; member: ConversationMember }) {
  const { app, t } = useUi();
  const person = world.people.value.get(member.personId);
  const participant = app.call.participants.value.find(({ personId }) => personId === member.personId);
  const speaking = world.talk.speaking.value.has(member.personId);
  const facts = memberFacts(member, speaking, t);
  const name = person?.name ?? '';
  return (
    <li class={speaking ? 'hearer-row speaking' : 'hearer-row'}>
      <Portrait appearance={person?.appearance ?? DEFAULT_APPEARANCE} {...(person ? { status: statusOf(person) } : {})} />
      <span class="person-words">
        <b>{name}</b>
        <small class="muted">{[person?.trade, ...facts].filter(Boolean).join(' · ')}</small>
      </span>
      <span class={member.microphone ? 'hearer-mic on' : 'hearer-mic'}>
        <Icon name={member.role === 'listener' ? 'ear' : member.microphone ? 'mic' : 'micOff'} size={20} />
      </span>
      {participant && member.role !== 'listener' && <VolumeSlider participant={participant} name={name} />}
    </li>
  );
}
