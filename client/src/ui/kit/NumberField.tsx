// A field for a small number: no spinning wheel that changes it while one scrolls.
import { useId } from 'preact/hooks';

interface NumberFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  placeholder?: string;
  hint?: string;
  problem?: string | undefined;
}

export function NumberField({ label, value, onInput, placeholder, hint, problem }: NumberFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class={problem ? 'field-box has-problem' : 'field-box'}>
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autocomplete="off"
          value={value}
          placeholder={placeholder}
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-words`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
      <p id={`${id}-words`} class={problem ? 'field-problem' : 'field-hint muted'} role={problem ? 'alert' : undefined}>
        {problem ?? hint}
      </p>
    </div>
  );
}
