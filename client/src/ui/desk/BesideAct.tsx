// Beside what X does: the other thing one may want there, of a person their card, of a desk to have it, to write for it, or to read what lies on it.
import { may } from '@comptoir/shared/permissions';
import type { NextAct } from '../../world/nextAct.ts';
import type { World } from '../../world/World.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { claimDesk } from './claimDesk.ts';

export function BesideAct({ world, next }: { world: World; next: NextAct }) {
  const ui = useUi();
  const { app, t } = ui;
  const button = (icon: IconName, label: string, run: () => void, full = label) => (
    <button type="button" class="context-button beside" aria-label={full} onClick={run}>
      <Icon name={icon} />
      <span>{label}</span>
    </button>
  );
  if (next.kind === 'person' || next.kind === 'desk') {
    const personId = next.kind === 'person' ? next.personId : next.owner.personId;
    const name = world.people.value.get(personId)?.name ?? (next.kind === 'desk' ? next.owner.name : '');
    return button('card', t('card.see'), () => app.actions.readCard({ personId, name }), t('card.seeFull', { name }));
  }
  const desk = next.kind === 'seat' ? next.seat.desk : undefined;
  if (desk === undefined) return null;
  if (desk === world.desks.mine.value) {
    const { count, unread } = world.desks.notes.value;
    if (count === 0) return null;
    return button('paper', unread > 0 ? t('desk.unread', { n: unread }) : t('desk.notes'), () => app.actions.openPanel('desk'));
  }
  if (world.desks.ownerOf(desk) || !may(world.me.value?.rank ?? 'visitor', 'claimDesk')) return null;
  return button('desk', t('desk.claim'), () => void claimDesk(ui, world, desk));
}
