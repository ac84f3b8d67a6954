// Links that let people in: make one, and what there is already.
import type { Rank } from '@comptoir/shared/people';
import { may } from '@comptoir/shared/permissions';
import type { InvitationView } from '@comptoir/shared/protocol/door';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';
import { CopyRow } from './CopyRow.tsx';
import { LinkForm } from './LinkForm.tsx';
import { LinkList } from './LinkList.tsx';
import { QrCode } from './QrCode.tsx';
import { ShareButton } from './ShareButton.tsx';

export function LinksTab({ world, rank }: { world: World; rank: Rank }) {
  const { app, t } = useUi();
  const links = useSignal<readonly InvitationView[] | undefined>(undefined);
  const made = useSignal<InvitationView | undefined>(undefined);
  useEffect(() => {
    void app.actions.ask('invitations', {}).then((answer) => {
      if ('ok' in answer) links.value = answer.list;
    });
  }, []);
  const fresh = made.value;
  const address = fresh && new URL(fresh.path, app.invitation).href;
  const { map } = world.ground.value;
  return (
    <div class="links-tab">
      {fresh && address ? (
        <section class="made-link" aria-labelledby="made-link-title">
          <h3 id="made-link-title">{t('links.madeTitle')}</h3>
          <div class="invite-parts">
            <div class="invite-words">
              <p class="muted">{t('links.madeHint')}</p>
              <CopyRow label={t('links.address')} address={address} copied={t('invite.copied')} takesFocus />
              <ShareButton title={map.title || map.name} address={address} />
              <button
                type="button"
                class="button"
                onClick={() => {
                  made.value = undefined;
                }}
              >
                {t('links.another')}
              </button>
            </div>
            <figure class="qr-place">
              <QrCode address={address} />
            </figure>
          </div>
        </section>
      ) : (
        <LinkForm
          world={world}
          rank={rank}
          onMade={(invitation) => {
            made.value = invitation;
            links.value = [invitation, ...(links.peek() ?? [])];
          }}
        />
      )}
      <LinkList world={world} links={links.value} title={t(may(rank, 'seeAllInvitations') ? 'links.listAll' : 'links.list')} />
    </div>
  );
}
