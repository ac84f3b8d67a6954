// One person: face, name, trade, availability, and how to get to them.
import type { Person } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import type { Status } from '../kit/StatusMark.tsx';
import { useUi } from '../Ui.ts';
import { goTo } from './goTo.ts';

export const statusOf = (person: Person): Status => (person.connected ? person.availability : 'disconnected');

export function PersonRow({ person, place }: { person: Person; place?: string | undefined }) {
  const ui = useUi();
  const { t } = ui;
  const status = statusOf(person);
  const facts = [person.trade, t(`availability.${status}`), place].filter(Boolean).join(' · ');
  return (
    <li class="person-row">
      <Portrait appearance={person.appearance} status={status} />
      <span class="person-words">
        <b>{person.name}</b>
        <small class="muted" title={facts}>
          {facts}
        </small>
      </span>
      <span class="row-verbs">
        <IconButton
          icon="jump"
          label={t('people.beThereShort')}
          fullLabel={t('people.beThere', { name: person.name })}
          class="second"
          onClick={() => void goTo(ui, { person: person.personId }, person.name, 'now')}
        />
        <IconButton
          icon="walk"
          label={t('people.walkOverShort')}
          fullLabel={t('people.walkOver', { name: person.name })}
          onClick={() => void goTo(ui, { person: person.personId }, person.name, 'walking')}
        />
      </span>
    </li>
  );
}
