// Whoever leads a talk names up to three people who write notes with them.
import { isRefused } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';

export function Scribes({ world }: { world: World }) {
  const { app, t, language } = useUi();
  const id = useId();
  const there = useSignal<readonly string[] | undefined>(undefined);
  const scribes = world.auditorium.scribes.value;
  const leaders = world.auditorium.stage.value?.leaders ?? [];
  const people = world.people.value;
  const nameOf = (personId: string): string => people.get(personId)?.name ?? '';
  const name = (personId: string, writes: boolean): void => void app.actions.ask('nameScribe', { personId, writes });
  const look = async (): Promise<void> => {
    const answer = await app.actions.ask('whoListens', {});
    if (!isRefused(answer)) there.value = answer.people;
  };
  const collator = new Intl.Collator(language.value, { sensitivity: 'base' });
  const free = (there.value ?? [])
    .filter((personId) => !scribes.includes(personId) && !leaders.includes(personId) && nameOf(personId) !== '')
    .sort((one, other) => collator.compare(nameOf(one), nameOf(other)));
  return (
    <details
      class="talk-card scribes"
      onToggle={(event) => {
        if (event.currentTarget.open) void look();
      }}
    >
      <summary>{t('notes.scribes')}</summary>
      <p class="muted">{t('notes.scribesHint')}</p>
      <ul class="person-list">
        {scribes.map((personId) => (
          <li key={personId} class="scribe-row">
            <span>{nameOf(personId)}</span>
            <button
              type="button"
              class="text-button"
              aria-label={t('notes.dismissFull', { name: nameOf(personId) })}
              onClick={() => name(personId, false)}
            >
              {t('notes.dismiss')}
            </button>
          </li>
        ))}
      </ul>
      {scribes.length < tuning.scribesMost &&
        (there.value && free.length === 0 ? (
          <p class="muted">{t('notes.nobody')}</p>
        ) : (
          <div class="field">
            <label for={id} class="visually-hidden">
              {t('notes.name')}
            </label>
            <div class="field-box">
              <select
                id={id}
                value=""
                onFocus={() => void look()}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  event.currentTarget.value = '';
                  if (value !== '') name(value, true);
                }}
              >
                <option value="">{t('notes.name')}</option>
                {free.map((personId) => (
                  <option key={personId} value={personId}>
                    {nameOf(personId)}
                  </option>
                ))}
              </select>
            </div>
          </div>
        ))}
    </details>
  );
}
