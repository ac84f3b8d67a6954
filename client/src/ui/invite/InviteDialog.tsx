// Inviting: the office's address, and for members and hosts links that let people in through a door that is not open.
import { may } from '@comptoir/shared/permissions';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Tabs } from '../kit/Tabs.tsx';
import { useUi } from '../Ui.ts';
import { AddressTab } from './AddressTab.tsx';
import { LinksTab } from './LinksTab.tsx';

export function InviteDialog({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t } = useUi();
  const rank = world.me.value?.rank ?? 'visitor';
  const door = app.office.value?.door;
  // how the door is now: what was read at the entrance is old
  useEffect(() => app.readOffice(), []);
  const panel = app.panel.value;
  const address = <AddressTab world={world} onClose={onClose} />;
  return (
    <Dialog ownFocus title={t('invite.title')} class="invite-dialog" onClose={onClose}>
      {may(rank, 'invite') ? (
        <Tabs
          key={panel}
          label={t('invite.tabs')}
          first={panel === 'links' ? 1 : 0}
          tabs={[
            { id: 'address', label: t('invite.tabAddress'), content: address },
            { id: 'links', label: t('invite.tabLinks'), content: <LinksTab world={world} rank={rank} /> },
          ]}
        />
      ) : (
        address
      )}
      <p class="invite-foot muted">
        <span>{t('rank.mine', { rank: t(`rank.${rank}`) })}</span>
        {may(rank, 'setDoor') && door && (
          <span>
            {t('invite.door', { mode: t(`door.mode.${door}`) })}
            <button type="button" class="text-button" aria-label={t('door.title')} onClick={() => app.actions.openPanel('door')}>
              {t('invite.changeDoor')}
            </button>
          </span>
        )}
      </p>
    </Dialog>
  );
}
