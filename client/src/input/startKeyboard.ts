// Listens to keys: walking keys while they are down, shortcuts when they are pressed, nothing while somebody types or a dialog asks.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Shortcut } from '../actions.ts';
import type { Scope } from '../lib/Scope.ts';
import { type Held, heldByKeys } from './heldDirection.ts';
import { isPressed, readSpec } from './keySpec.ts';
import { WALKING_IDS, type WalkingId } from './shortcuts.ts';

const TYPING =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable]:not([contenteditable=false])';
/** Widgets that use arrow keys or letters themselves, and the place of an editor that is being opened. */
const BUSY =
  'dialog, [role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=radiogroup], [role=slider], [role=tablist], iframe, .sheet-place:focus';

/** Space presses these. */
const PRESSABLE = 'button, a[href], summary, input, [role=button], [role=menuitem], [role=tab], [role=switch]';

/** In the list view arrows scroll and move, as on any page; the letters still walk. */
const PAGE = 'main.list-view';

const isWithin = (event: Event, selector: string): boolean => event.target instanceof Element && event.target.closest(selector) !== null;

const isWalkingKey = (shortcut: Shortcut): shortcut is Shortcut & { id: WalkingId } =>
  shortcut.kind === 'held' && (WALKING_IDS as readonly string[]).includes(shortcut.id);

/**
 * @param hold told whenever the held direction changes
 * @param onEscape Esc outside of dialogs; says whether it did something
 * @returns forgets all keys that are down
 */
export function startKeyboard(
  scope: Scope,
  shortcuts: ReadonlySignal<readonly Shortcut[]>,
  hold: (held: Held | undefined) => void,
  onEscape: () => boolean,
): () => void {
  /** Code of each walking key that is down, oldest first, with what it means. */
  let down: { code: string; id: WalkingId }[] = [];
  /** Held shortcuts that are no walking: by the key that is down, what letting go of it does. */
  const holding = new Map<string, () => void>();
  let last = '';
  const endHolding = (): void => {
    for (const end of holding.values()) end();
    holding.clear();
  };
  const report = (): void => {
    const held = heldByKeys(down.map(({ id }) => id));
    const now = held ? `${held.direction} ${held.gait}` : '';
    if (now !== last) hold(held);
    last = now;
  };
  const letGo = (): void => {
    down = [];
    last = '';
    endHolding();
  };

  const find = (event: KeyboardEvent): Shortcut | undefined =>
    shortcuts.peek().find(({ keys }) =>
      keys.some((text) => {
        const spec = readSpec(text);
        return spec !== undefined && isPressed(spec, event);
      }),
    );

  scope.listen<KeyboardEvent>(window, 'keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || isWithin(event, TYPING)) return;
    const shortcut = find(event);
    if (shortcut?.kind !== 'modified' && isWithin(event, BUSY)) return;
    if (event.key === 'Escape' && onEscape()) return event.preventDefault();
    if (!shortcut) return;
    if (isWalkingKey(shortcut)) {
      if (event.code.startsWith('Arrow') && document.querySelector(PAGE)) return;
      // Shift alone must stay usable; arrows must not scroll the page
      if (shortcut.id !== 'run') event.preventDefault();
      if (!down.some(({ code }) => code === event.code)) down.push({ code: event.code, id: shortcut.id });
      return report();
    }
    if (!shortcut.run || (event.code === 'Space' && isWithin(event, PRESSABLE))) return;
    event.preventDefault();
    if (event.repeat) return;
    if (shortcut.end) holding.set(event.code, shortcut.end);
    shortcut.run();
  });
  scope.listen<KeyboardEvent>(window, 'keyup', (event) => {
    holding.get(event.code)?.();
    holding.delete(event.code);
    // while Cmd is down a Mac tells of no other key's release
    down = event.key === 'Meta' ? [] : down.filter(({ code }) => code !== event.code);
    report();
  });
  // what is typed next goes into the field, so the walk ends here
  scope.listen<FocusEvent>(window, 'focusin', (event) => {
    if (!(isWithin(event, TYPING) || isWithin(event, BUSY))) return;
    endHolding();
    if (down.length === 0) return;
    down = [];
    report();
  });
  return letGo;
}
