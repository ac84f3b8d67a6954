// The office's address to give to others: as text, as a QR code, by the system's own sharing; and what to do until they come.
import { may } from '@comptoir/shared/permissions';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { AddressNote } from './AddressNote.tsx';
import { CopyRow } from './CopyRow.tsx';
import { NextMeeting } from './NextMeeting.tsx';
import { QrCode } from './QrCode.tsx';
import { ShareButton } from './ShareButton.tsx';
import { TryWithTwo } from './TryWithTwo.tsx';

export function AddressTab({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t } = useUi();
  const rank = world.me.value?.rank ?? 'visitor';
  const door = app.office.value?.door ?? 'open';
  const { map } = world.ground.value;
  const perch = map.things.find(({ use }) => use === 'echo');
  return (
    <>
      {door === 'open' ? (
        <p>{t('invite.text')}</p>
      ) : (
        <div class="note">
          <Icon name="lock" size={20} />
          <div class="closed-door">
            <p>
              {t(`invite.closed.${door}`)} {!may(rank, 'invite') && t('invite.askHost')}
            </p>
            {may(rank, 'invite') && (
              <button type="button" class="button small" onClick={() => app.actions.openPanel('links')}>
                {t('invite.makeLink')}
              </button>
            )}
          </div>
        </div>
      )}
      <div class="invite-parts">
        <div class="invite-words">
          <CopyRow label={t('invite.address')} address={app.invitation} copied={t('invite.copied')} takesFocus />
          <ShareButton title={map.title || map.name} address={app.invitation} />
          {door === 'open' && <NextMeeting world={world} />}
          <AddressNote address={app.invitation} />
        </div>
        <figure class="qr-place">
          <QrCode address={app.invitation} />
          <figcaption class="muted">{t('invite.qrHint')}</figcaption>
        </figure>
      </div>
      <div class="meanwhiles">
        <TryWithTwo world={world} />
        {perch && (
          <div class="meanwhile">
            <p class="muted">{t('invite.echo')}</p>
            <button
              type="button"
              class="button"
              onClick={() => {
                onClose();
                void app.actions.use(perch.id);
              }}
            >
              <Icon name="ear" size={20} />
              {t('act.echo')}
            </button>
          </div>
        )}
      </div>
    </>
  );
}
