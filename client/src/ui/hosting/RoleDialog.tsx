// Gives somebody another role, as far as one's own reaches; its note takes it back.
import type { Rank } from '@comptoir/shared/people';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { ranksFor } from '../people/personVerbs.ts';
import { type Ui, useUi } from '../Ui.ts';
import type { Asking } from './Asking.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useAskOnce } from './useAskOnce.ts';

interface RoleDialogProps {
  world: World;
  asking: Extract<Asking, { what: 'role' }>;
  onClose: () => void;
}

export function RoleDialog({ world, asking: { personId, name, rank: before }, onClose }: RoleDialogProps) {
  const ui = useUi();
  const { app, t } = ui;
  const once = useAskOnce();
  const chosen = useSignal<Rank>(before);
  const group = useId();
  const ranks = ranksFor(world.me.value?.rank ?? 'visitor', before);
  const set = (): Promise<void> => {
    const rank = chosen.peek();
    return once.run(
      () => app.actions.ask('setRank', { personId, rank }),
      () => {
        app.toasts.add({
          key: 'role.done',
          words: { name, rank: t(`rank.${rank}`) },
          undo: () => void takeBack(ui, personId, before, name),
        });
        onClose();
      },
    );
  };
  return (
    <ConfirmDialog
      title={t('role.title', { name })}
      verb={t('word.save')}
      busy={once.busy}
      problem={once.problem}
      disabled={chosen.value === before}
      onDo={() => void set()}
      onClose={onClose}
    >
      <fieldset class="rank-choice">
        <legend class="visually-hidden">{t('role.choose')}</legend>
        {ranks.map((rank) => (
          <label key={rank}>
            <input
              type="radio"
              name={group}
              checked={rank === chosen.value}
              onChange={() => {
                chosen.value = rank;
              }}
            />
            <span class="switch-words">
              <b>{t(`rank.${rank}`)}</b>
              <small class="muted">{t(`rank.${rank}Hint`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
    </ConfirmDialog>
  );
}

async function takeBack({ app, t }: Ui, personId: string, rank: Rank, name: string): Promise<void> {
  const answer = await app.actions.ask('setRank', { personId, rank });
  if (!isRefused(answer)) app.toasts.add({ key: 'role.done', words: { name, rank: t(`rank.${rank}`) } });
}
