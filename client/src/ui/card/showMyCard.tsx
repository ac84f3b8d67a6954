// My card to those I talk with: who may show it, the button for it, and what is said afterwards.
import { isRefused } from '@comptoir/shared/protocol/requests';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { type Ui, useUi } from '../Ui.ts';

/** P104: listeners only hear, and a talk is no conversation among few. Reads signals. */
export function mayShowCard(world: World): boolean {
  const conversation = world.talk.conversation.value;
  return conversation !== undefined && conversation.role !== 'listener' && conversation.kind !== 'talk';
}

export async function showMyCard({ app }: Ui): Promise<void> {
  const answer = await app.actions.ask('showCard', {});
  if (!isRefused(answer)) app.toasts.add({ key: 'card.shown', words: { n: answer.shown } });
}

export function ShowCardButton({ world }: { world: World }) {
  const ui = useUi();
  if (!mayShowCard(world)) return null;
  return (
    <button type="button" class="button small" onClick={() => void showMyCard(ui)}>
      <Icon name="card" size={20} />
      {ui.t('card.show')}
    </button>
  );
}

/** In a menu. */
export function ShowCardItem({ world }: { world: World }) {
  const ui = useUi();
  const { t } = ui;
  if (!mayShowCard(world)) return null;
  return (
    <button type="button" role="menuitem" class="menu-item" onClick={() => void showMyCard(ui)}>
      <Icon name="card" size={20} />
      <span class="menu-words">
        <span>{t('card.show')}</span>
        <small class="muted">{t('card.showHint')}</small>
      </span>
    </button>
  );
}
