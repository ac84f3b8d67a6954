// A field for several lines that says how much of its limit is used, and never cuts anything.
import { lengthOf } from '@comptoir/shared/people';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useUi } from '../Ui.ts';

interface CountedAreaProps {
  label: string;
  value: string;
  /** In graphemes. */
  limit: number;
  onInput: (value: string) => void;
  rows?: number;
  hint?: string;
  /** What is wrong with it, in words. */
  problem?: string | undefined;
  /** At the other end of the label's line. */
  beside?: ComponentChildren;
  /** Where the dialog begins. */
  autoFocus?: boolean;
}

export function CountedArea({ label, value, limit, onInput, rows = 3, hint, problem, beside, autoFocus }: CountedAreaProps) {
  const { t } = useUi();
  const id = useId();
  const used = lengthOf(value.trim());
  const left = limit - used;
  return (
    <div class="field">
      <div class="field-head">
        <label for={id}>{label}</label>
        {beside}
      </div>
      <div class={left < 0 || problem ? 'field-box tall has-problem' : 'field-box tall'}>
        <textarea
          id={id}
          rows={rows}
          value={value}
          autofocus={autoFocus === true}
          aria-invalid={problem !== undefined || left < 0}
          aria-describedby={`${id}-count ${id}-words`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <span id={`${id}-count`} class={left < 0 ? 'counter over' : 'counter'}>
          {left < 0 ? t('counter.over', { n: -left }) : t('counter.of', { used, limit })}
        </span>
      </div>
      <p id={`${id}-words`} class={problem ? 'field-problem' : 'field-hint muted'} role={problem ? 'alert' : undefined}>
        {problem ?? hint}
      </p>
    </div>
  );
}
