// A menu that opens above its button: arrow keys move, Esc or a click elsewhere closes, focus goes back to the button.

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface MenuProps {
  /** Accessible name of the button and of the menu. */
  label: string;
  /** What the button shows. */
  button: ComponentChildren;
  buttonClass?: string;
  class?: string;
  /** The items: elements of role menuitem or menuitemradio; a click on one closes the menu. */
  children: ComponentChildren;
}

const ITEMS = '[role^="menuitem"]';

export function Menu({ label, button, buttonClass, class: extra, children }: MenuProps) {
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const isOpen = open.value;

  useLayoutEffect(() => {
    if (!isOpen) return;
    const items = root.current?.querySelectorAll<HTMLElement>(ITEMS);
    (root.current?.querySelector<HTMLElement>(`${ITEMS}[aria-checked="true"]`) ?? items?.[0])?.focus();
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) open.value = false;
    };
    addEventListener('pointerdown', closeOutside, true);
    return () => removeEventListener('pointerdown', closeOutside, true);
  }, [isOpen]);

  const close = (): void => {
    open.value = false;
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!open.value) return;
    const items = [...(root.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const move = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape') close();
    else if (move !== undefined) items[(at + move + items.length) % items.length]?.focus();
    else if (event.key === 'Home') items[0]?.focus();
    else if (event.key === 'End') items.at(-1)?.focus();
    else if (event.key === 'Tab') open.value = false;
    else return;
    if (event.key !== 'Tab') event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="menu-root" ref={root}>
      <button
        type="button"
        ref={opener}
        class={buttonClass ?? ''}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onKeyDown={onKeyDown}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        {button}
      </button>
      {isOpen && (
        <div role="menu" class={`menu ${extra ?? ''}`} aria-label={label} onClick={close} onKeyDown={onKeyDown}>
          {children}
        </div>
      )}
    </div>
  );
}
