// The choices of a poll or the positions of a debate: two to some, added and taken away by keyboard too.
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';

interface ChoiceFieldsProps {
  kind: 'poll' | 'debate';
  values: readonly string[];
  most: number;
  onChange: (values: string[]) => void;
}

const LEAST = 2;
const WORDS = {
  poll: { one: 'poll.option', more: 'poll.optionMore', remove: 'poll.optionRemove' },
  debate: { one: 'debate.side', more: 'debate.sideMore', remove: 'debate.sideRemove' },
} as const;

export function ChoiceFields({ kind, values, most, onChange }: ChoiceFieldsProps) {
  const { t } = useUi();
  const id = useId();
  const rows = useRef<HTMLOListElement>(null);
  /** Which field takes the focus when it is drawn. */
  const next = useRef<number | undefined>(undefined);
  const words = WORDS[kind];
  const focus = (at: number): void => rows.current?.querySelectorAll('input')[at]?.focus();
  useLayoutEffect(() => {
    if (next.current !== undefined) focus(next.current);
    next.current = undefined;
  });
  const add = (): void => {
    if (values.length >= most) return;
    next.current = values.length;
    onChange([...values, '']);
  };
  const remove = (at: number): void => {
    if (values.length <= LEAST) return;
    next.current = Math.max(0, at - 1);
    onChange(values.filter((_, i) => i !== at));
  };
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    if (event.isComposing) return;
    const isEmpty = values[at] === '';
    if (event.key === 'Enter') {
      if (at + 1 < values.length) focus(at + 1);
      else if (!isEmpty) add();
    } else if (event.key === 'Backspace' && isEmpty && values.length > LEAST) remove(at);
    else return;
    event.preventDefault();
  };
  return (
    <div class="choice-fields">
      <ol ref={rows}>
        {values.map((value, i) => (
          <li key={i} class="field-box">
            <input
              type="text"
              value={value}
              aria-label={t(words.one, { n: i + 1 })}
              placeholder={t(words.one, { n: i + 1 })}
              aria-describedby={id}
              autocomplete="off"
              onInput={(event) => onChange(values.map((other, at) => (at === i ? event.currentTarget.value : other)))}
              onKeyDown={(event) => onKeyDown(event, i)}
            />
            {values.length > LEAST && (
              <button type="button" class="icon-button" aria-label={t(words.remove, { n: i + 1 })} onClick={() => remove(i)}>
                <Icon name="close" size={18} />
              </button>
            )}
          </li>
        ))}
      </ol>
      {values.length < most && (
        <button type="button" class="text-button" onClick={add}>
          <Icon name="plus" size={16} /> {t(words.more, { n: most })}
        </button>
      )}
      <p id={id} class="field-hint muted">
        {t('poll.optionsHint')}
      </p>
    </div>
  );
}
