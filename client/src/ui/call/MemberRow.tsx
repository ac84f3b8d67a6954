// Somebody in my conversation, as a row: who speaks, whose microphone is off, who only listens; and what else one may do with them.
import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import type { ConversationMember } from '@comptoir/shared/protocol/talk';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Person, World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { statusOf } from '../people/PersonRow.tsx';
import { RankMark } from '../people/RankMark.tsx';
import { usePersonMore } from '../people/usePersonMore.tsx';
import { useRowFocus } from '../people/useRowFocus.ts';
import { useUi } from '../Ui.ts';
import { memberFacts } from './memberFacts.ts';
import { VoiceWave } from './VoiceWave.tsx';

interface MemberRowProps {
  world: World;
  member: ConversationMember;
  /** What stands below. */
  children?: ComponentChildren;
}

export function MemberRow(props: MemberRowProps) {
  const person = props.world.people.value.get(props.member.personId);
  return person ? <KnownRow {...props} person={person} /> : <Row {...props} />;
}

function KnownRow({ person, ...props }: MemberRowProps & { person: Person }) {
  const blocked = props.world.hosting.blocks.value.has(person.personId);
  const more = usePersonMore('member', props.world, person, blocked ? [] : ['write']);
  return <Row {...props} person={person} button={more.button} verbs={more.verbs} />;
}

interface RowProps extends MemberRowProps {
  person?: Person;
  button?: ComponentChildren;
  verbs?: ComponentChildren;
}

function Row({ world, member, person, button, verbs, children }: RowProps) {
  const { t } = useUi();
  const row = useRef<HTMLLIElement>(null);
  useRowFocus(row, member.personId);
  const speaking = member.microphone && world.talk.speaking.value.has(member.personId);
  const blocked = world.hosting.blocks.value.has(member.personId);
  const { hands = [] } = world.talk.conversation.value ?? {};
  const facts = [blocked && t('person.isBlocked'), person?.trade, ...memberFacts(member, speaking, t, hands.indexOf(member.personId) + 1)];
  return (
    <li ref={row} class={speaking ? 'member-row speaking' : 'member-row'} data-person={member.personId}>
      <Portrait appearance={person?.appearance ?? DEFAULT_APPEARANCE} {...(person ? { status: statusOf(person) } : {})} />
      <span class="person-words">
        <b>
          {person?.name}
          {person && <RankMark rank={person.rank} />}
        </b>
        <small class="muted">{facts.filter(Boolean).join(' · ')}</small>
      </span>
      {speaking ? (
        <VoiceWave world={world} personId={member.personId} />
      ) : (
        <span class={member.microphone && !member.lost ? 'member-mic on' : 'member-mic'}>
          <Icon name={member.role === 'listener' ? 'ear' : member.microphone && !member.lost ? 'mic' : 'micOff'} size={20} />
        </span>
      )}
      {button}
      {verbs}
      {children}
    </li>
  );
}
