// A text field that says how much of its limit is used, and never cuts anything.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useUi } from '../Ui.ts';

interface CountedFieldProps {
  label: string;
  value: string;
  /** In graphemes of the normalised text, as everybody will see it. */
  limit: number;
  onInput: (value: string) => void;
  placeholder?: string;
  hint?: string;
  /** What is wrong with it, in words. */
  problem?: string | undefined;
  autoComplete?: string;
  inputRef?: (element: HTMLInputElement | null) => void;
  /** At the other end of the label's line. */
  beside?: ComponentChildren;
}

export function CountedField({
  label,
  value,
  limit,
  onInput,
  placeholder,
  hint,
  problem,
  autoComplete,
  inputRef,
  beside,
}: CountedFieldProps) {
  const { t } = useUi();
  const id = useId();
  const used = lengthOf(normaliseWords(value));
  const left = limit - used;
  const count = left < 0 ? t('counter.over', { n: -left }) : t('counter.of', { used, limit });
  return (
    <div class="field">
      {beside ? (
        <div class="field-head">
          <label for={id}>{label}</label>
          {beside}
        </div>
      ) : (
        <label for={id}>{label}</label>
      )}
      {/* its key: what stands beside the label may come later, and the field keeps the focus */}
      <div key="box" class={left < 0 || problem ? 'field-box has-problem' : 'field-box'}>
        <input
          id={id}
          ref={inputRef}
          type="text"
          value={value}
          placeholder={placeholder}
          autocomplete={autoComplete as 'given-name'}
          spellcheck={false}
          enterKeyHint="go"
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-count ${id}-words`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <span id={`${id}-count`} class={left < 0 ? 'counter over' : 'counter'}>
          {count}
        </span>
      </div>
      <p id={`${id}-words`} class={problem ? 'field-problem' : 'field-hint muted'} role={problem ? 'alert' : undefined}>
        {problem ?? hint}
      </p>
    </div>
  );
}
