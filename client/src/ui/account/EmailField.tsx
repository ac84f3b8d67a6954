// A field for an e-mail address with the button that sends a letter there.
import { accountLimits } from '@comptoir/shared/protocol/accounts';
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { useUi } from '../Ui.ts';
import { isEmail } from './isEmail.ts';

interface EmailFieldProps {
  value: string;
  verb: string;
  busy: boolean;
  /** The browser offers passkeys among what it fills in here. */
  hasPasskeys?: boolean;
  takesFocus?: boolean;
  onInput: (value: string) => void;
  onSend: () => void;
}

export function EmailField({ value, verb, busy, hasPasskeys, takesFocus, onInput, onSend }: EmailFieldProps) {
  const { t } = useUi();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const isWrong = useSignal(false);
  const submit = (event: Event): void => {
    event.preventDefault();
    isWrong.value = !isEmail(value);
    if (isWrong.value) field.current?.focus();
    else if (!busy) onSend();
  };
  return (
    <form class="email-form" onSubmit={submit} noValidate>
      <div class="field">
        <label for={id}>{t('signIn.email')}</label>
        <div class={isWrong.value ? 'field-box has-problem' : 'field-box'}>
          <input
            id={id}
            ref={field}
            type="email"
            name="email"
            inputMode="email"
            autocomplete={(hasPasskeys ? 'username webauthn' : 'email') as 'email'}
            autocapitalize="off"
            spellcheck={false}
            enterKeyHint="send"
            maxLength={accountLimits.emailLength}
            placeholder={t('signIn.emailPlaceholder')}
            value={value}
            autofocus={takesFocus}
            aria-invalid={isWrong.value}
            aria-describedby={`${id}-words`}
            onInput={(event) => {
              isWrong.value = false;
              onInput(event.currentTarget.value);
            }}
          />
        </div>
        <p id={`${id}-words`} class="field-problem" role={isWrong.value ? 'alert' : undefined}>
          {isWrong.value && t('signIn.emailWrong')}
        </p>
      </div>
      <button type="submit" class="button" aria-busy={busy}>
        {busy ? t('signIn.emailSending') : verb}
      </button>
    </form>
  );
}
