// A field in which one looks for something, with its glass and a label that is not seen.
import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from './Icon.tsx';

export interface SearchBoxProps {
  label: string;
  placeholder: string;
  typed: Signal<string>;
  field: RefObject<HTMLInputElement | null>;
}

export function SearchBox({ label, placeholder, typed, field }: SearchBoxProps) {
  const id = useId();
  return (
    <div class="search-box">
      <Icon name="search" size={20} />
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <input
        id={id}
        ref={field}
        type="search"
        autocomplete="off"
        placeholder={placeholder}
        value={typed.value}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
      />
    </div>
  );
}
