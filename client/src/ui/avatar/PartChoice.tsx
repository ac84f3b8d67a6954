// One part of an avatar: each option drawn on the avatar itself, its name below.
import type { Appearance } from '@comptoir/shared/people';
import { useId } from 'preact/hooks';
import { Figure } from '../kit/Figure.tsx';
import { Portrait } from '../kit/Portrait.tsx';

interface PartChoiceProps<T extends string> {
  label: string;
  value: T;
  /** Show the whole figure rather than the face. */
  whole: boolean;
  options: readonly { value: T; label: string; appearance: Appearance }[];
  onChoose: (value: T) => void;
}

export function PartChoice<T extends string>({ label, value, whole, options, onChoose }: PartChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="part-choice">
      <legend>{label}</legend>
      <div class={whole ? 'part-options whole' : 'part-options'}>
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChoose(option.value)} />
            <span class="part-option">
              {whole ? (
                <span class="part-figure">
                  <Figure appearance={option.appearance} zoom={2} />
                </span>
              ) : (
                <Portrait appearance={option.appearance} size={42} />
              )}
              <small>{option.label}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
