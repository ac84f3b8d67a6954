// What all tiles of a call share: the wish for a layout, and how large everything is shown.
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Layout, Wish } from './layoutTiles.ts';
import { ShownSizes } from './ShownSizes.ts';

export class CallScreen {
  readonly wish = signal<Wish>({ layout: undefined, focus: undefined });
  readonly sizes = new ShownSizes();
  /** The whole call stands in a window of its own. */
  readonly isOutside = signal(false);

  choose(layout: Layout): void {
    this.wish.value = { layout, focus: layout === 'screen' ? this.wish.peek().focus : undefined };
  }

  focus(key: string): void {
    this.wish.value = { layout: 'screen', focus: key };
  }

  /** Back to the small tiles beside the place. */
  back(): void {
    this.wish.value = { layout: 'place', focus: undefined };
  }

  /** Nothing chosen any more: another conversation begins as it comes. */
  forget(): void {
    this.wish.value = { layout: undefined, focus: undefined };
  }
}

export const CallScreenContext = createContext<CallScreen | undefined>(undefined);

export function useCallScreen(): CallScreen {
  const screen = useContext(CallScreenContext);
  if (!screen) throw new Error('a tile is drawn outside of the call');
  return screen;
}
