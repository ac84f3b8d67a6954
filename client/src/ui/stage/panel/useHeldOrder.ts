// Holds an order as long as somebody reads: the pointer is on the list, the keyboard in it, or it is scrolled.
import { type Signal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

interface HeldOrder<T> {
  /** Undefined: nothing is held. */
  held: Signal<T | undefined>;
  /** Everything moves to where it belongs now. */
  release(): void;
  /** Of the element that scrolls. */
  handlers: {
    onPointerEnter(event: PointerEvent): void;
    onPointerLeave(): void;
    onFocusIn(event: FocusEvent): void;
    onFocusOut(): void;
    onScroll(event: Event): void;
  };
}

/** @param orderNow what is held from the moment on in which somebody begins to read */
export function useHeldOrder<T>(orderNow: () => T): HeldOrder<T> {
  const held = useSignal<T | undefined>(undefined);
  const reads = useRef({ pointer: false, keyboard: false, scrolled: false });
  const now = useRef(orderNow);
  now.current = orderNow;
  const read = (by: Partial<typeof reads.current>): void => {
    Object.assign(reads.current, by);
    const { pointer, keyboard, scrolled } = reads.current;
    if (!pointer && !keyboard && !scrolled) held.value = undefined;
    else held.value ??= now.current();
  };
  return {
    held,
    release() {
      const { pointer, keyboard } = reads.current;
      reads.current.scrolled = false;
      held.value = pointer || keyboard ? now.current() : undefined;
    },
    handlers: {
      // a finger does not stay on the list while it reads
      onPointerEnter: ({ pointerType }) => pointerType === 'mouse' && read({ pointer: true }),
      onPointerLeave: () => read({ pointer: false }),
      // a click leaves the focus behind, and nobody there
      onFocusIn: ({ target }) => read({ keyboard: target instanceof Element && target.matches(':focus-visible') }),
      onFocusOut: () => read({ keyboard: false }),
      onScroll: ({ currentTarget }) => read({ scrolled: currentTarget instanceof Element && currentTarget.scrollTop > 0 }),
    },
  };
}
