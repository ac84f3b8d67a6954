// Choosing whom to write to: everybody here, filtered by name or trade.
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { statusOf } from '../people/PersonRow.tsx';
import { rankSearch } from '../people/rankSearch.ts';
import { useUi } from '../Ui.ts';

const MOST = 60;

export function WriteTo({ world, onChoose }: { world: World; onChoose: (personId: string) => void }) {
  const { t, language } = useUi();
  const typed = useSignal('');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const myId = world.myId.value;
  const others = [...world.people.value.values()].filter(({ personId }) => personId !== myId);
  const rows = others.map((person) => ({ person, title: person.name, more: person.trade }));
  const found =
    typed.value.trim() === ''
      ? rows.sort((a, b) => a.title.localeCompare(b.title, language.value)).slice(0, MOST)
      : rankSearch(typed.value, rows, MOST);
  return (
    <div class="write-to">
      <div class="search-box">
        <Icon name="search" size={20} />
        <label class="visually-hidden" for={id}>
          {t('words.whom')}
        </label>
        <input
          id={id}
          ref={field}
          type="search"
          placeholder={t('words.whom')}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
        />
      </div>
      {found.length === 0 && <p class="muted empty-line">{t(others.length === 0 ? 'people.alone' : 'people.none')}</p>}
      <ul class="person-list">
        {found.map(({ person }) => (
          <li key={person.personId}>
            <button
              type="button"
              class="menu-item"
              aria-label={t('words.writeToPerson', { name: person.name })}
              onClick={() => onChoose(person.personId)}
            >
              <Portrait appearance={person.appearance} status={statusOf(person)} size={36} />
              <span class="menu-words">
                <b>{person.name}</b>
                <small class="muted">{person.trade}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
