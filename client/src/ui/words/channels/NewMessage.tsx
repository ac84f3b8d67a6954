// Choosing whom to write to: those here at once, and everybody of the office who is found by name or trade, here or not.
import { DEFAULT_APPEARANCE, decodeAppearance } from '@comptoir/shared/people';
import type { KnownPerson } from '@comptoir/shared/protocol/channels';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Portrait } from '../../kit/Portrait.tsx';
import { SearchBox } from '../../kit/SearchBox.tsx';
import { statusOf } from '../../people/PersonRow.tsx';
import { rankSearch } from '../../people/rankSearch.ts';
import { useUi } from '../../Ui.ts';

const MOST = 60;
/** Whoever types is asked for once they pause, ms. */
const PAUSE_MS = 200;

interface Found {
  personId: string;
  title: string;
  more: string;
  appearance: string | undefined;
}

export function NewMessage({ world, onChoose }: { world: World; onChoose: (personId: string) => void }) {
  const { app, t, language } = useUi();
  const typed = useSignal('');
  const told = useSignal<readonly KnownPerson[]>([]);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const words = typed.value.trim();
  useEffect(() => {
    let isOld = false;
    const timer = setTimeout(async () => {
      const answer = await app.actions.channels.ask('findPeople', { text: words });
      if (!isOld && !isRefused(answer)) told.value = answer.people;
    }, PAUSE_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [words]);

  const people = world.people.value;
  const known = new Map<string, Found>();
  const add = (personId: string, title: string, more: string, appearance?: string): void => {
    if (personId !== world.myId.value && !known.has(personId)) known.set(personId, { personId, title, more, appearance });
  };
  for (const { personId, name, trade, cutOut } of people.values()) if (!cutOut) add(personId, name, trade);
  for (const { personId, name, trade, appearance } of [...told.value, ...world.talk.kept.people.value.values()])
    add(personId, name, trade, appearance);
  const all = [...known.values()].sort(
    (a, b) => Number(people.has(b.personId)) - Number(people.has(a.personId)) || a.title.localeCompare(b.title, language.value),
  );
  const found = rankSearch(words, all, MOST);
  const choose = ({ personId }: Found): void => {
    talkMeet(world, told.value, personId);
    onChoose(personId);
  };
  return (
    <form
      class="write-to"
      onSubmit={(event) => {
        event.preventDefault();
        const [first] = found;
        if (first && words !== '') choose(first);
      }}
    >
      <SearchBox label={t('words.whom')} placeholder={t('words.whom')} typed={typed} field={field} />
      <p class="muted empty-line" role="status">
        {found.length > 0 ? t('write.hint') : words === '' ? t('people.alone') : t('write.none')}
      </p>
      <ul class="person-list">
        {found.map((one) => {
          const here = people.get(one.personId);
          const appearance = here?.appearance ?? decodeAppearance(one.appearance ?? '') ?? DEFAULT_APPEARANCE;
          const where = t(here ? 'channels.here' : 'channels.notHere');
          return (
            <li key={one.personId}>
              <button
                type="button"
                class="menu-item"
                aria-label={here ? t('words.writeToPerson', { name: one.title }) : t('write.person', { name: one.title, where })}
                onClick={() => choose(one)}
              >
                <Portrait appearance={appearance} size={36} {...(here ? { status: statusOf(here) } : {})} />
                <span class="menu-words">
                  <b>{one.title}</b>
                  <small class="muted">{here ? one.more : [one.more, where].filter(Boolean).join(' · ')}</small>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </form>
  );
}

/** The chat names them, also when they are not here. */
function talkMeet(world: World, told: readonly KnownPerson[], personId: string): void {
  world.talk.kept.meet(told.filter((person) => person.personId === personId));
}
