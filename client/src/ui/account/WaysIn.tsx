// How I sign in: each way with what is known of it, how to take it away, and how to add another.
import { accountLimits } from '@comptoir/shared/protocol/accounts';
import { useSignal } from '@preact/signals';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { useUi } from '../Ui.ts';
import type { AccountParts } from './AccountParts.ts';
import { AddEmail } from './AddEmail.tsx';
import { offeredWays } from './offeredWays.ts';
import { PasskeyRow } from './PasskeyRow.tsx';

export function WaysIn(parts: AccountParts) {
  const { app, t, language } = useUi();
  const { facts, mine, ask, confirm, say } = parts;
  const { account } = app;
  const ways = offeredWays(facts, account.hindrance);
  const isAddingEmail = useSignal(false);
  const provider = ways.provider ?? t('ways.providerUnnamed');
  const count = mine.passkeys.length + (mine.email === null ? 0 : 1) + (mine.openId ? 1 : 0);
  const addPasskey = async (): Promise<void> => {
    const known = new Set(mine.passkeys.map(({ id }) => id));
    if (!(await ask.run('addPasskey', () => account.addPasskey()))) return;
    const added = account.facts.peek()?.account?.passkeys.find(({ id }) => !known.has(id));
    say(t('ways.passkeyIsAdded', { name: added?.name || t('ways.passkeyUnnamed') }));
  };
  const row = (icon: IconName, name: string, hint: string, title: string, text: string, run: () => Promise<object>) => (
    <li>
      <Icon name={icon} />
      <p class="way-words">
        <b>{name}</b>
        <small class="muted">{hint}</small>
      </p>
      <IconButton
        icon="erase"
        label={t('ways.remove', { name })}
        tip="none"
        onClick={() => confirm({ title, text: <p>{text}</p>, verb: t('ways.removeDo'), run, done: t('ways.removed', { name }) })}
      />
    </li>
  );
  return (
    <section class="account-part" aria-labelledby="ways-title">
      <h3 id="ways-title">{t('ways.title')}</h3>
      {count === 1 && <p class="muted">{t('ways.one')}</p>}
      <ul class="host-list">
        {mine.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} {...parts} />
        ))}
        {mine.email !== null &&
          row('mail', mine.email, t('ways.emailHint'), t('ways.removeEmailTitle', { email: mine.email }), t('ways.removeEmail'), () =>
            account.removeEmail(),
          )}
        {mine.openId &&
          row('door', provider, t('ways.provider'), t('ways.removeProviderTitle', { name: provider }), t('ways.removeProvider'), () =>
            account.removeProvider(),
          )}
      </ul>
      {isAddingEmail.value ? (
        <AddEmail
          mine={mine}
          onClose={(sentence) => {
            isAddingEmail.value = false;
            if (sentence) say(sentence);
          }}
        />
      ) : (
        <div class="account-verbs">
          {ways.passkey && mine.passkeys.length < accountLimits.passkeysMost && (
            <button type="button" class="button small" aria-busy={ask.busy === 'addPasskey'} onClick={() => void addPasskey()}>
              <Icon name="plus" size={18} />
              {t(ask.busy === 'addPasskey' ? 'signIn.passkeyBusy' : 'ways.addPasskey')}
            </button>
          )}
          {ways.email && (
            <button
              type="button"
              class="button small"
              onClick={() => {
                isAddingEmail.value = true;
              }}
            >
              <Icon name={mine.email === null ? 'plus' : 'pencil'} size={18} />
              {t(mine.email === null ? 'ways.addEmail' : 'ways.changeEmail')}
            </button>
          )}
          {ways.provider !== undefined && !mine.openId && (
            <button
              type="button"
              class="button small"
              aria-busy={ask.busy === 'provider'}
              onClick={() => void ask.run('provider', () => account.toProvider(language.peek(), false))}
            >
              <Icon name="plus" size={18} />
              {t('ways.addProvider', { name: ways.provider })}
            </button>
          )}
        </div>
      )}
      {ways.hindrance && <p class="field-hint muted">{t(`passkey.${ways.hindrance}`)}</p>}
    </section>
  );
}
