// Somebody in my conversation, as a row: who speaks, whose microphone is off, who only listens.
import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import type { ConversationMember } from '@comptoir/shared/protocol/talk';
import type { ComponentChildren } from 'preact';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { statusOf } from '../people/PersonRow.tsx';
import { useUi } from '../Ui.ts';
import { memberFacts } from './memberFacts.ts';
import { VoiceWave } from './VoiceWave.tsx';

/** @param children what stands below */
export function MemberRow({ world, member, children }: { world: World; member: ConversationMember; children?: ComponentChildren }) {
  const { t } = useUi();
  const person = world.people.value.get(member.personId);
  const speaking = member.microphone && world.talk.speaking.value.has(member.personId);
  const facts = memberFacts(member, speaking, t);
  return (
    <li class={speaking ? 'member-row speaking' : 'member-row'}>
      <Portrait appearance={person?.appearance ?? DEFAULT_APPEARANCE} {...(person ? { status: statusOf(person) } : {})} />
      <span class="person-words">
        <b>{person?.name}</b>
        <small class="muted">{[person?.trade, ...facts].filter(Boolean).join(' · ')}</small>
      </span>
      {speaking ? (
        <VoiceWave world={world} personId={member.personId} />
      ) : (
        <span class={member.microphone && !member.lost ? 'member-mic on' : 'member-mic'}>
          <Icon name={member.role === 'listener' ? 'ear' : member.microphone && !member.lost ? 'mic' : 'micOff'} size={20} />
        </span>
      )}
      {children}
    </li>
  );
}
