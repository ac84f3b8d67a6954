// A round button with an icon: 44 px to touch, its name shown on hover and focus, with its key when it has one.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon.tsx';

interface IconButtonProps {
  icon: IconName;
  /** Accessible name and tooltip. */
  label: string;
  onClick: () => void;
  /** For switches: is it on? */
  pressed?: boolean;
  /** Shown in the tooltip: the key that does the same. */
  keyName?: string | undefined;
  /** Where the tooltip stands. */
  tip?: 'above' | 'below' | 'none';
  /** A longer name for assistive tech, when the tooltip is short. */
  fullLabel?: string;
  /** Id of the element that says more about it. */
  describedBy?: string | undefined;
  /** Of a button that shows and hides something. */
  expands?: { id: string; isOpen: boolean };
  /** There, but without effect now; its name still says what it is for. */
  disabled?: boolean;
  children?: ComponentChildren;
  class?: string;
}

export function IconButton({
  icon,
  label,
  onClick,
  pressed,
  keyName,
  tip = 'above',
  fullLabel,
  describedBy,
  disabled,
  expands,
  children,
  class: extra,
}: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${extra ?? ''}`}
      aria-label={fullLabel ?? label}
      aria-pressed={pressed}
      aria-describedby={describedBy}
      aria-disabled={disabled}
      aria-expanded={expands?.isOpen}
      aria-controls={expands?.id}
      onClick={disabled ? undefined : onClick}
    >
      <Icon name={icon} />
      {children}
      {tip !== 'none' && (
        <span class={`tip tip-${tip}`} aria-hidden="true">
          {label}
          {keyName && <kbd>{keyName}</kbd>}
        </span>
      )}
    </button>
  );
}
