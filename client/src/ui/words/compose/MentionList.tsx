// Whom an @ in the composer may mean, to be chosen by keys or pointer.
import type { Person } from '../../../world/World.ts';
import { Portrait } from '../../kit/Portrait.tsx';
import { useUi } from '../../Ui.ts';

interface MentionListProps {
  id: string;
  people: readonly Person[];
  chosen: number;
  onChoose: (person: Person) => void;
}

export const optionId = (listId: string, n: number): string => `${listId}-${n}`;

export function MentionList({ id, people, chosen, onChoose }: MentionListProps) {
  const { t } = useUi();
  return (
    <div class="mention-list" role="listbox" id={id} aria-label={t('words.mentionWhom')}>
      {people.map((person, n) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the composer has the keys
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the composer
        <div
          key={person.personId}
          class="finding"
          role="option"
          id={optionId(id, n)}
          aria-selected={n === chosen}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
        >
          <Portrait appearance={person.appearance} size={28} />
          <span class="person-words">
            <b>{person.name}</b>
            <small class="muted">{person.trade}</small>
          </span>
        </div>
      ))}
    </div>
  );
}
