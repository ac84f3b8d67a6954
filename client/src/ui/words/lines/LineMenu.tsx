// Everything that may be done with one line: a row of emoji, then answer, edit, copy, erase; each with its key.
import type { Line } from '@comptoir/shared/protocol/talk';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { hasReacted } from '../../../world/reactions.ts';
import type { World } from '../../../world/World.ts';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { type LineTools, lineRights, QUICK_EMOJI } from './LineTools.ts';

export interface OpenMenu {
  line: Line;
  button: HTMLElement;
  how: 'emoji' | 'acts';
}

interface LineMenuProps {
  world: World;
  open: OpenMenu;
  tools: LineTools;
  onMoreEmoji: (line: Line) => void;
  /** `back`: the keyboard goes back to the line. */
  onClose: (back: boolean) => void;
}

const ITEMS = '[role^="menuitem"]';
const GAP_PX = 4;

export function LineMenu({ world, open, tools, onMoreEmoji, onClose }: LineMenuProps) {
  const { app, t } = useUi();
  const menu = useRef<HTMLDivElement>(null);
  const { line, button, how } = open;
  const rights = lineRights(world, line, tools.isOpen);
  const myId = world.myId.value;

  useLayoutEffect(() => {
    const element = menu.current;
    const history = element?.parentElement;
    if (!element || !history) return;
    const place = history.getBoundingClientRect();
    const at = button.getBoundingClientRect();
    const below = at.bottom - place.top + GAP_PX;
    const above = at.top - place.top - element.offsetHeight - GAP_PX;
    const top = below + element.offsetHeight <= place.height ? below : Math.max(0, above);
    const left = Math.min(Math.max(8, at.right - place.left - element.offsetWidth), place.width - element.offsetWidth - 8);
    element.style.top = `${top}px`;
    element.style.left = `${left}px`;
    const items = element.querySelectorAll<HTMLElement>(ITEMS);
    const first = how === 'acts' ? element.querySelector<HTMLElement>(`.menu-item${ITEMS}`) : null;
    (first ?? items[0])?.focus({ preventScroll: true });
    const closeOutside = (event: PointerEvent): void => {
      if (event.target instanceof Node && !element.contains(event.target) && !button.contains(event.target)) onClose(false);
    };
    addEventListener('pointerdown', closeOutside, true);
    return () => removeEventListener('pointerdown', closeOutside, true);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>(ITEMS) ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const emojis = items.filter((item) => !item.classList.contains('menu-item')).length;
    const isEmoji = at < emojis;
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const row = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // up and down leave the row of emoji as a whole
    const next =
      step !== undefined
        ? at + step
        : row === 1
          ? isEmoji
            ? emojis
            : at + 1
          : row === -1
            ? isEmoji
              ? items.length - 1
              : at === emojis
                ? 0
                : at - 1
            : event.key === 'Home'
              ? 0
              : event.key === 'End'
                ? items.length - 1
                : undefined;
    if (event.key === 'Escape') onClose(true);
    else if (event.key === 'Tab') onClose(true);
    else if (next !== undefined) items[(next + items.length) % items.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const item = (icon: IconName, label: string, key: string, run: () => void, back = true) => (
    <button
      type="button"
      role="menuitem"
      class="menu-item"
      onClick={() => {
        onClose(back);
        run();
      }}
    >
      <Icon name={icon} size={18} />
      <span>{label}</span>
      {key !== '' && (
        <span class="menu-key" aria-hidden="true">
          <kbd>{key}</kbd>
        </span>
      )}
    </button>
  );
  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(line.text).then(
      () => app.toasts.add({ key: 'line.copied' }),
      () => undefined,
    );
  };
  return (
    <div
      role="menu"
      class="menu line-menu"
      aria-label={t('line.actions', { text: line.text.slice(0, 40) })}
      ref={menu}
      onKeyDown={onKeyDown}
    >
      {rights.react && (
        // biome-ignore lint/a11y/useSemanticElements: a part of the menu
        <div class="quick-emoji" role="group" aria-label={t('line.react')}>
          {QUICK_EMOJI.map((emoji) => (
            <button
              key={emoji}
              type="button"
              role="menuitemcheckbox"
              aria-checked={hasReacted(line, emoji, myId)}
              aria-label={t('line.reactWith', { emoji })}
              onClick={() => {
                onClose(true);
                tools.react(line, emoji);
              }}
            >
              {emoji}
            </button>
          ))}
          <button
            type="button"
            role="menuitem"
            aria-label={t('line.moreEmoji')}
            onClick={() => {
              onClose(false);
              onMoreEmoji(line);
            }}
          >
            <Icon name="plus" size={18} />
          </button>
        </div>
      )}
      {rights.reply && item('reply', t('line.reply'), 'R', () => tools.reply(line), false)}
      {rights.edit && item('pencil', t('line.edit'), 'E', () => tools.edit(line), false)}
      {line.text !== '' && app.secureContext && item('copy', t('line.copy'), '', () => void copy())}
      {rights.erase && item('erase', t('words.erase'), 'Del', () => tools.erase(line))}
    </div>
  );
}
