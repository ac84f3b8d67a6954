// Whom I have blocked, also those who are not here now; and how to end it.
import type { World } from '../../world/World.ts';
import { setBlocked } from '../people/runPersonVerb.ts';
import { useUi } from '../Ui.ts';

/** A name that is not known any more is that of somebody who is not here. */
function nameOf({ people, talk }: World, personId: string): string | undefined {
  const lines = [...talk.lines.value.values()].flat();
  return people.value.get(personId)?.name ?? lines.findLast(({ from }) => from === personId)?.name;
}

export function BlockedPeople({ world }: { world: World }) {
  const ui = useUi();
  const { t } = ui;
  const blocked = [...world.hosting.blocks.value].map((personId) => ({ personId, name: nameOf(world, personId) ?? t('block.absent') }));
  return (
    <section class="blocked-people" aria-labelledby="blocked-people">
      <h3 id="blocked-people">{t('block.list')}</h3>
      <p class="muted">{t(blocked.length === 0 ? 'block.none' : 'block.listHint')}</p>
      <ul class="host-list">
        {blocked.map((person) => (
          <li key={person.personId}>
            <b class="person-words">{person.name}</b>
            <button
              type="button"
              class="button small"
              aria-label={t('person.unblockFull', { name: person.name })}
              onClick={() => void setBlocked(ui, person, false)}
            >
              {t('person.unblock')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
