// The link of my card.
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useUi } from '../Ui.ts';

interface LinkFieldProps {
  value: string;
  problem: string | undefined;
  beside: ComponentChildren;
  onInput: (value: string) => void;
}

export function LinkField({ value, problem, beside, onInput }: LinkFieldProps) {
  const { t } = useUi();
  const id = useId();
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{t('card.link')}</label>
        {beside}
      </div>
      <div class={problem ? 'field-box has-problem' : 'field-box'}>
        <input
          id={id}
          type="text"
          inputMode="url"
          autocomplete="url"
          spellcheck={false}
          maxLength={2000}
          value={value}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-words`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
      <p id={`${id}-words`} class={problem ? 'field-problem' : 'field-hint muted'} role={problem ? 'alert' : undefined}>
        {problem ?? t('card.linkHint')}
      </p>
    </div>
  );
}
