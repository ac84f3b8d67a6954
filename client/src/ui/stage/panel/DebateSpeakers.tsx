// Leaders say who speaks for which position: everybody on the stage, and whoever has the floor.
import type { DebateView } from '@comptoir/shared/protocol/auditorium';
import { useId } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';

export function DebateSpeakers({ world, view }: { world: World; view: DebateView }) {
  const { app, t } = useUi();
  const id = useId();
  const members = world.talk.conversation.value?.members ?? [];
  const people = world.people.value;
  const speakers = members.filter(({ role }) => role === 'speaker').flatMap(({ personId }) => people.get(personId) ?? []);
  return (
    <section class="talk-card" aria-labelledby={id}>
      <h3 id={id}>{t('debate.assign')}</h3>
      {speakers.length === 0 && <p class="muted">{t('debate.noSpeakers')}</p>}
      <ul class="debate-speakers">
        {speakers.map(({ personId, name }) => (
          <li key={personId} class="select">
            <span dir="auto">{name}</span>
            <select
              aria-label={t('debate.assignFor', { name })}
              value={String(view.speakers[personId] ?? '')}
              onChange={(event) => {
                const { value } = event.currentTarget;
                void app.actions.ask('takeSide', { personId, side: value === '' ? null : Number(value) });
              }}
            >
              <option value="">{t('debate.nobody')}</option>
              {view.sides.map((side, i) => (
                <option key={side} value={String(i)}>
                  {side}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
