// The ways there are to sign in, or to be kept: a passkey, a provider, a letter.
import { accountLimits } from '@comptoir/shared/protocol/accounts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MessageKey } from '../../i18n/translate.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { EmailField } from './EmailField.tsx';
import { MailSent } from './MailSent.tsx';
import type { OfferedWays } from './offeredWays.ts';
import { Problem } from './Problem.tsx';
import { useAccountAsk } from './useAccountAsk.ts';
import { useFieldPasskeys } from './useFieldPasskeys.ts';

/** signIn: who I was · keep: the guest that I am becomes an account · again: still me? */
type WaysFor = 'signIn' | 'keep' | 'again';

interface WayListProps {
  ways: OfferedWays;
  to: WaysFor;
  /** The address that is known already. */
  known?: string | undefined;
  /** It is shown that a letter is on its way: what stands around it is in the way. */
  onSent?: (isSent: boolean) => void;
  onDone: () => void;
}

const MAIL_SENT = { signIn: 'signIn.emailSent', keep: 'keep.emailSent', again: 'signIn.emailSent' } as const satisfies Record<
  WaysFor,
  MessageKey
>;

export function WayList({ ways, to, known = '', onSent, onDone }: WayListProps) {
  const { app, t, language } = useUi();
  const { account } = app;
  const ask = useAccountAsk();
  const email = useSignal(known);
  const sentTo = useSignal<string | undefined>(undefined);
  const keeps = to === 'keep';
  const hasPasskeysInField = useFieldPasskeys(to === 'signIn' && ways.passkey && ways.email, sentTo.value === undefined, onDone);
  useEffect(() => () => account.stopAsking(), []);

  const byPasskey = async (): Promise<void> => {
    const done = await ask.run('passkey', () => (keeps ? account.addPasskey() : account.signInByPasskey()));
    if (done) onDone();
    else hasPasskeysInField.begin();
  };
  const setSent = (to: string | undefined): void => {
    sentTo.value = to;
    onSent?.(to !== undefined);
  };
  const send = async (): Promise<void> => {
    const address = email.peek().trim();
    if (await ask.run('email', () => account.sendMail(address, language.peek(), keeps))) setSent(address);
  };
  if (sentTo.value !== undefined)
    return (
      <MailSent
        email={sentTo.value}
        sentence={t(MAIL_SENT[to], { email: sentTo.value, n: accountLimits.mailMinutes })}
        language={language.value}
        keeps={keeps}
        onOther={() => setSent(undefined)}
        onDone={onDone}
      />
    );
  return (
    <div class="way-list">
      {ways.passkey && (
        <div class="way">
          <button
            type="button"
            class="button primary large"
            autofocus
            aria-busy={ask.busy === 'passkey'}
            aria-describedby="passkey-hint"
            onClick={() => void byPasskey()}
          >
            <Icon name="key" />
            {t(ask.busy === 'passkey' ? 'signIn.passkeyBusy' : 'signIn.passkey')}
          </button>
          <p id="passkey-hint" class="field-hint muted">
            {t('signIn.passkeyHint')}
          </p>
        </div>
      )}
      {ways.provider !== undefined && (
        <button
          type="button"
          class="button large"
          aria-busy={ask.busy === 'provider'}
          onClick={() => void ask.run('provider', () => account.toProvider(language.peek(), keeps))}
        >
          <Icon name="door" />
          {t('signIn.provider', { name: ways.provider })}
        </button>
      )}
      {(ways.passkey || ways.provider !== undefined) && ways.email && (
        <p class="or muted" aria-hidden="true">
          {t('signIn.or')}
        </p>
      )}
      {ways.email && (
        <EmailField
          value={email.value}
          verb={t('signIn.emailSend')}
          busy={ask.busy === 'email'}
          hasPasskeys={hasPasskeysInField.offered}
          takesFocus={!ways.passkey}
          onInput={(value) => {
            email.value = value;
          }}
          onSend={() => void send()}
        />
      )}
      <Problem sentence={ask.problem} refused={ask.refused} />
      {ways.hindrance && (
        <p class="note">
          <Icon name="key" size={20} />
          {t(`passkey.${ways.hindrance}`)}
        </p>
      )}
    </div>
  );
}
