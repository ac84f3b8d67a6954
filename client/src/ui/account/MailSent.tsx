// A letter is on its way: its code may be typed here, its link opened anywhere; the page goes on by itself when that was in this browser.
import { accountLimits } from '@comptoir/shared/protocol/accounts';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { Problem } from './Problem.tsx';
import { useAccountAsk } from './useAccountAsk.ts';

/** How often it is looked whether the link was opened. */
const LOOK_EVERY_MS = 4000;

interface MailSentProps {
  email: string;
  /** What is said of the letter. */
  sentence: string;
  language: string;
  keeps: boolean;
  onOther: () => void;
  /** By the code. */
  onDone: () => void;
}

export function MailSent({ email, sentence, language, keeps, onOther, onDone }: MailSentProps) {
  const { app, t } = useUi();
  const { account } = app;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const code = useSignal('');
  const isAgain = useSignal(false);
  const ask = useAccountAsk();
  useLayoutEffect(() => field.current?.focus(), []);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void account.read();
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (code.peek().trim() === '') field.current?.focus();
    else
      void ask
        .run('code', () => account.enterCode(code.peek().trim()))
        .then((done) => {
          if (done) onDone();
          else field.current?.select();
        });
  };
  const sendAgain = async (): Promise<void> => {
    isAgain.value = await ask.run('again', () => account.sendMail(email, language, keeps));
  };
  return (
    <form class="mail-sent" onSubmit={submit} noValidate>
      <p class="mail-words" role="status">
        <Icon name="mail" size={28} />
        <span>{isAgain.value ? t('ways.resent', { email }) : sentence}</span>
      </p>
      <div class="field">
        <label for={id}>{t('signIn.code')}</label>
        <div class="field-box">
          <input
            id={id}
            ref={field}
            class="code"
            type="text"
            autocomplete="one-time-code"
            autocapitalize="characters"
            spellcheck={false}
            enterKeyHint="go"
            maxLength={accountLimits.codeLength * 2}
            value={code.value}
            aria-describedby={`${id}-hint`}
            onInput={(event) => {
              code.value = event.currentTarget.value;
            }}
          />
        </div>
        <p id={`${id}-hint`} class="field-hint muted">
          {t('signIn.codeHint', { n: accountLimits.mailMinutes })}
        </p>
      </div>
      <Problem sentence={ask.problem} refused={ask.refused} />
      <button type="submit" class="button primary" aria-busy={ask.busy === 'code'}>
        {t(ask.busy === 'code' ? 'account.loading' : 'signIn.codeUse')}
      </button>
      <div class="mail-verbs">
        <button type="button" class="text-button" aria-busy={ask.busy === 'again'} onClick={() => void sendAgain()}>
          {t('ways.resend')}
        </button>
        <button type="button" class="text-button" onClick={onOther}>
          {t('signIn.emailOther')}
        </button>
      </div>
    </form>
  );
}
