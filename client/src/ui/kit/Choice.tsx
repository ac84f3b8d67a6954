// One of a few, side by side: a radio set that looks like a switch.
import { useId } from 'preact/hooks';

interface ChoiceProps<T extends string> {
  label: string;
  /** The label is read but not seen. */
  labelHidden?: boolean;
  value: T;
  options: readonly { value: T; label: string; lang?: string }[];
  onChoose: (value: T) => void;
}

export function Choice<T extends string>({ label, labelHidden, value, options, onChoose }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend class={labelHidden ? 'visually-hidden' : ''}>{label}</legend>
      <div class="choice-options">
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChoose(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
