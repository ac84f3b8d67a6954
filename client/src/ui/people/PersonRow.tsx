// One person: face, name, role, trade, availability, the obvious thing to do, and the other things on a line of their own.
import { useRef } from 'preact/hooks';
import type { Person, World } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import type { Status } from '../kit/StatusMark.tsx';
import { useUi } from '../Ui.ts';
import { RankMark } from './RankMark.tsx';
import { runPersonVerb } from './runPersonVerb.ts';
import { FULL, ICONS, SHORT, usePersonMore } from './usePersonMore.tsx';
import { useRowFocus } from './useRowFocus.ts';
import { verbsFor } from './verbsFor.ts';

export const statusOf = (person: Person): Status => (person.connected ? person.availability : 'disconnected');

export function PersonRow({ world, person, place }: { world: World; person: Person; place?: string | undefined }) {
  const ui = useUi();
  const { t } = ui;
  const row = useRef<HTMLLIElement>(null);
  useRowFocus(row, person.personId);
  const status = statusOf(person);
  const blocked = world.hosting.blocks.value.has(person.personId);
  const [first, ...others] = verbsFor(world, person);
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
