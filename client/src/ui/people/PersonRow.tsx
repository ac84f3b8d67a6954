// One person: face, name, role, trade, availability, the obvious thing to do, and the other things on a line of their own.
import { useRef } from 'preact/hooks';
import type { Person, World } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import type { Status } from '../kit/StatusMark.tsx';
import { useUi } from '../Ui.ts';
import { personVerbs } from './personVerbs.ts';
import { RankMark } from './RankMark.tsx';
import { runPersonVerb } from './runPersonVerb.ts';
import { FULL, ICONS, SHORT, usePersonMore } from './usePersonMore.tsx';
import { useRowFocus } from './useRowFocus.ts';

export const statusOf = (person: Person): Status => (person.connected ? person.availability : 'disconnected');

export function PersonRow({ world, person, place }: { world: World; person: Person; place?: string | undefined }) {
  const ui = useUi();
  const { t } = ui;
  const row = useRef<HTMLLIElement>(null);
  useRowFocus(row, person.personId);
  const status = statusOf(person);
  const conversation = world.talk.conversation.value;
  const theirs = world.talk.conversations.value.find(({ members }) => members.includes(person.personId));
  const withMe = conversation?.members.some(({ personId }) => personId === person.personId) === true;
  const blocked = world.hosting.blocks.value.has(person.personId);
  const [first, ...others] = personVerbs({
    availability: person.availability,
    connected: person.connected,
    withMe,
    mayInvite: conversation !== undefined && conversation.role !== 'listener',
    closed: !withMe && theirs?.state === 'closed',
    blocked,
    // a guest is told where somebody is only of those in the area
    outOfReach: world.confinedTo.value !== undefined && !withMe && !world.areaOfAvatar.value.has(person.avatarNumber),
  });
  const more = usePersonMore('person', world, person, others);
  const facts = [blocked && t('person.isBlocked'), person.trade, t(`availability.${status}`), place].filter(Boolean).join(' · ');
  return (
    <li ref={row} class={more.isOpen ? 'person-row open' : 'person-row'} data-person={person.personId}>
      <Portrait appearance={person.appearance} status={status} />
      <span class="person-words">
        <b>
          {person.name}
          <RankMark rank={person.rank} />
        </b>
        <small class="muted" title={facts}>
          {facts}
        </small>
      </span>
      <span class="row-verbs">
        {more.button}
        {first && (
          <IconButton
            icon={ICONS[first]}
            label={t(SHORT[first])}
            fullLabel={t(FULL[first], { name: person.name })}
            onClick={() => runPersonVerb(ui, first, person)}
          />
        )}
      </span>
      {more.verbs}
    </li>
  );
}
