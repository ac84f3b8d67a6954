// The focus of cards that take none by themselves: a key leads to the first one, and whoever answers by key goes on with the next.
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface CardFocus {
  root: RefObject<HTMLElement | null>;
  /** To be called before a click on the cards is heard. */
  hold: () => void;
}

/**
 * @param called whether the focus was called here
 * @param cards changes when a card comes or goes
 * @param back what is done once the focus is here
 */
export function useCardFocus(called: boolean, cards: unknown, back: () => void): CardFocus {
  const root = useRef<HTMLElement>(null);
  const held = useRef(false);
  const first = (): HTMLElement | null | undefined => root.current?.querySelector<HTMLElement>('.ask-card button');
  useEffect(() => {
    if (!called) return;
    first()?.focus();
    back();
  }, [called]);
  // answered by a key: whoever was on the card goes on with the next one, else where the page begins
  useEffect(() => {
    if (!held.current) return;
    held.current = false;
    (first() ?? document.querySelector<HTMLElement>('.microphone-button'))?.focus();
  }, [cards]);
  return {
    root,
    hold: () => {
      held.current = root.current?.contains(document.activeElement) ?? false;
    },
  };
}
