// A password that one may look at while typing it.
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { useUi } from '../Ui.ts';

/** As the types of inputs want them: each for itself. */
const TYPES = { shown: { type: 'text' }, hidden: { type: 'password' } } as const;

interface PasswordFieldProps {
  label: string;
  value: string;
  autoComplete: 'current-password' | 'new-password';
  onInput: (value: string) => void;
  hint?: string | undefined;
  problem?: string | undefined;
  /** Readable from the first letter on: one gives it to others. */
  shownAtFirst?: boolean;
  inputRef?: RefObject<HTMLInputElement | null>;
}

export function PasswordField({ label, value, autoComplete, onInput, hint, problem, shownAtFirst, inputRef }: PasswordFieldProps) {
  const { t } = useUi();
  const id = useId();
  const shown = useSignal(shownAtFirst === true);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class={problem ? 'field-box has-problem' : 'field-box'}>
        <input
          id={id}
          ref={inputRef}
          {...TYPES[shown.value ? 'shown' : 'hidden']}
          value={value}
          maxLength={tuning.passwordLength}
          autocomplete={autoComplete}
          autocapitalize="off"
          spellcheck={false}
          enterKeyHint="go"
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-words`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <button
          type="button"
          class="text-button show-password"
          aria-pressed={shown.value}
          aria-label={t('password.showIt')}
          onClick={() => {
            shown.value = !shown.value;
          }}
        >
          {t(shown.value ? 'password.hide' : 'password.show')}
        </button>
      </div>
      <p id={`${id}-words`} class={problem ? 'field-problem' : 'field-hint muted'} role={problem ? 'alert' : undefined}>
        {problem ?? hint}
      </p>
    </div>
  );
}
