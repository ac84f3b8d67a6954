// An e-mail address for my account: it counts once the letter that was sent there is answered.
import { type AccountView, accountLimits } from '@comptoir/shared/protocol/accounts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../Ui.ts';
import { EmailField } from './EmailField.tsx';
import { MailSent } from './MailSent.tsx';
import { Problem } from './Problem.tsx';
import { useAccountAsk } from './useAccountAsk.ts';

interface AddEmailProps {
  mine: AccountView;
  /** @param said what became of it; undefined: nothing */
  onClose: (said?: string) => void;
}

export function AddEmail({ mine, onClose }: AddEmailProps) {
  const { app, t, language } = useUi();
  const email = useSignal('');
  const sentTo = useSignal<string | undefined>(undefined);
  const ask = useAccountAsk();
  const wanted = sentTo.value;
  useEffect(() => {
    if (wanted !== undefined && mine.email?.toLowerCase() === wanted.toLowerCase()) onClose(t('ways.emailIsAdded', { email: mine.email }));
  }, [mine.email, wanted]);
  const send = async (): Promise<void> => {
    const address = email.peek().trim();
    if (await ask.run('email', () => app.account.sendMail(address, language.peek(), false))) sentTo.value = address;
  };
  if (wanted !== undefined)
    return (
      <div class="add-email">
        <MailSent
          email={wanted}
          sentence={t('ways.emailAsked', { email: wanted, n: accountLimits.mailMinutes })}
          language={language.value}
          keeps={false}
          onOther={() => {
            sentTo.value = undefined;
          }}
          onDone={() => undefined}
        />
      </div>
    );
  return (
    <div class="add-email">
      <EmailField
        value={email.value}
        verb={t('signIn.emailSend')}
        busy={ask.busy === 'email'}
        takesFocus
        onInput={(value) => {
          email.value = value;
        }}
        onSend={() => void send()}
      />
      <Problem sentence={ask.problem} />
      <button type="button" class="text-button" onClick={() => onClose()}>
        {t('word.cancel')}
      </button>
    </div>
  );
}
