// What others felt about a line: each emoji with how many, who they are, and mine to be added or taken back.
import type { Line } from '@comptoir/shared/protocol/talk';
import { hasReacted } from '../../../world/reactions.ts';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { nameOf } from '../channels/nameOf.ts';
import type { LineTools } from './LineTools.ts';
import { reactionWords } from './lineWords.ts';

export function Reactions({ world, line, tools }: { world: World; line: Line; tools: LineTools }) {
  const { t } = useUi();
  const reactions = line.reactions ?? [];
  if (reactions.length === 0) return null;
  const myId = world.myId.value;
  return (
    <ul class="line-reactions" aria-label={t('line.reactions')}>
      {reactions.map(({ emoji, people }) => {
        const names = reactionWords(people, (id) => (id === myId ? t('words.you') : nameOf(world, id)), t);
        const isMine = hasReacted(line, emoji, myId);
        return (
          <li key={emoji}>
            <button
              type="button"
              tabIndex={-1}
              class="reaction-chip"
              aria-pressed={isMine}
              title={names}
              aria-label={t(isMine ? 'line.reactionMine' : 'line.reaction', { emoji, names })}
              disabled={!tools.isOpen}
              onClick={() => tools.react(line, emoji)}
            >
              <span aria-hidden="true">{emoji}</span>
              <span aria-hidden="true">{people.length}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
