// A labelled choice of one of several.
import { useId } from 'preact/hooks';

interface SelectFieldProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  hint?: string;
  onChoose: (value: string) => void;
}

export function SelectField({ label, value, options, hint, onChoose }: SelectFieldProps) {
  const id = useId();
  return (
    <div class="field select">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="field-hint muted">
          {hint}
        </p>
      )}
    </div>
  );
}
