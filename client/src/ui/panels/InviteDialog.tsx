// The address of the office to give to others, what to know when it is not https or works on this machine only, and what to do until they come.
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

const isThisMachineOnly = (address: string): boolean => /^https?:\/\/(localhost|127\.|\[::1\])/.test(address);

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { app, t } = useUi();
  const field = useRef<HTMLInputElement>(null);
  const outcome = useSignal<'copied' | 'byHand' | undefined>(undefined);
  const id = useId();
  const copy = async (): Promise<void> => {
    outcome.value = (await app.actions.copyInvitation()) ? 'copied' : 'byHand';
    if (outcome.value === 'byHand') field.current?.select();
  };
  const local = isThisMachineOnly(app.invitation);
  const perch = app.world.value?.ground.value.map.things.find(({ use }) => use === 'echo');
  return (
    <Dialog ownFocus title={t('invite.title')} onClose={onClose}>
      <p>{t('invite.text')}</p>
      <label for={id} class="visually-hidden">
        {t('invite.address')}
      </label>
      <div class="copy-row">
        <input id={id} ref={field} type="text" readOnly value={app.invitation} onFocus={() => field.current?.select()} />
        <button type="button" class="button primary" autofocus onClick={() => void copy()}>
          <Icon name="copy" size={20} />
          {t('invite.copy')}
        </button>
      </div>
      <p role="status" class="copy-outcome">
        {outcome.value === 'copied' && (
          <>
            <Icon name="check" size={20} />
            {t('invite.copied')}
          </>
        )}
        {outcome.value === 'byHand' && t('invite.byHand', { key: `${t('key.ctrl')} C` })}
      </p>
      {local && (
        <p class="note">
          <Icon name="warning" size={20} />
          {t('invite.local')}
        </p>
      )}
      {!local && app.invitation.startsWith('http:') && (
        <p class="note">
          <Icon name="warning" size={20} />
          {t('invite.http')}
        </p>
      )}
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
    </Dialog>
  );
}
