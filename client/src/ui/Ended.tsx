// Not inside any more: moved to another tab, or the office closed the line; with the one thing to do about it.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { SignInDialog } from './account/SignInDialog.tsx';
import { BannedWords } from './entrance/Banned.tsx';
import { OtherOffices } from './entrance/OtherOffices.tsx';
import { Icon } from './kit/Icon.tsx';
import { useUi } from './Ui.ts';
import type { EndReason } from './UiPort.ts';

export function Ended({ kind }: { kind: EndReason | 'elsewhere' }) {
  const { app, t } = useUi();
  const signingIn = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus(), []);
  const moved = kind === 'elsewhere';
  // what was known of the account is from before
  const signIn = async (): Promise<void> => {
    await app.account.read();
    signingIn.value = true;
  };
  return (
    <main class="ended">
      <div class="entrance-card">
        <Icon name={moved ? 'map' : 'door'} size={40} />
        <h1>{t(moved ? 'elsewhere.title' : 'ended.title')}</h1>
        <p>{t(moved ? 'elsewhere.text' : `ended.${kind}`)}</p>
        {moved && (
          <button ref={button} type="button" class="button primary large" onClick={() => app.moveHere()}>
            {t('elsewhere.move')}
          </button>
        )}
        {kind === 'signedOut' && (
          <div class="ended-verbs">
            <button ref={button} type="button" class="button primary large" onClick={() => void signIn()}>
              {t('ended.signIn')}
            </button>
            <button type="button" class="button large" onClick={() => app.actions.leave()}>
              {t('ended.toEntrance')}
            </button>
          </div>
        )}
        {kind === 'removed' && app.device.value?.banned && <BannedWords banned={app.device.value.banned} />}
        {(kind === 'outdated' || kind === 'badMessages' || kind === 'shutOut') && (
          <button ref={button} type="button" class="button primary large" onClick={() => location.reload()}>
            {t(kind === 'shutOut' ? 'ended.toEntrance' : 'ended.reload')}
          </button>
        )}
        {(kind === 'gone' || kind === 'removed') && <OtherOffices title={t('offices.title')} />}
      </div>
      {signingIn.value && (
        <SignInDialog
          onClose={() => {
            signingIn.value = false;
          }}
          onDone={() => app.actions.leave()}
        />
      )}
    </main>
  );
}
