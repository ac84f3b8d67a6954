// The lines of a channel, as a log: stays where one reads, follows at its end, fetches what is older, and marks what was not read yet.
import type { Line } from '@comptoir/shared/protocol/talk';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { type Channel, keptOf } from '../../../world/channelNames.ts';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { EmojiPicker } from '../compose/EmojiPicker.tsx';
import { dayOf, groupLines } from './groupLines.ts';
import { HistoryHead } from './HistoryHead.tsx';
import { LineGroup } from './LineGroup.tsx';
import { LineMenu, type OpenMenu } from './LineMenu.tsx';
import type { LineTools } from './LineTools.ts';
import { lineKeys } from './lineKeys.ts';
import { useScrolling } from './useScrolling.ts';

interface HistoryProps {
  world: World;
  channel: Channel;
  label: string;
  /** Something may be said here. */
  isOpen: boolean;
  acts: Pick<LineTools, 'reply' | 'edit' | 'react'>;
  /** What to say where nothing was said yet. */
  children: ComponentChildren;
}

const NONE: readonly Line[] = [];

/** Mounted anew for each channel: what was unread is marked once. */
export function History({ world, channel, label, isOpen, acts, children }: HistoryProps) {
  const { app, t, language } = useUi();
  const { talk } = world;
  const keysId = useId();
  const log = useRef<HTMLDivElement>(null);
  const menu = useSignal<OpenMenu | undefined>(undefined);
  const picking = useSignal<Line | undefined>(undefined);
  const excerpt = talk.kept.excerpt.value;
  const away = excerpt?.channel === channel ? excerpt : undefined;
  const all = away?.lines ?? talk.lines.value.get(channel) ?? NONE;
  const erasing = talk.erasing.value;
  const blocked = world.hosting.blocks.value;
  const lines = useMemo(
    () => (erasing.size + blocked.size === 0 ? all : all.filter(({ id, from }) => !erasing.has(id) && !blocked.has(from))),
    [all, erasing, blocked],
  );
  const myId = world.myId.value;
  const page = talk.kept.pages.value.get(channel);
  const { atEnd, unreadFrom, toEnd, onScroll, unread } = useScrolling({ world, channel, log, lines, isAway: away !== undefined });

  const focusLine = (id: string): void =>
    log.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  const closeMenu = (back: boolean): void => {
    const line = menu.peek()?.line;
    menu.value = undefined;
    if (back && line) focusLine(line.id);
  };
  const leaveMenu = (): void => {
    if (menu.peek()) menu.value = undefined;
  };
  const tools: LineTools = {
    ...acts,
    isOpen,
    erase: (line) => {
      const undo = app.actions.talk.erase(line.id);
      app.toasts.add({ key: 'words.erased', undo });
      // the keyboard stays among the lines
      if ((document.activeElement as HTMLElement | null)?.dataset?.line === line.id) log.current?.focus({ preventScroll: true });
    },
    openMenu: (line, button, how) => {
      menu.value = menu.peek()?.line.id === line.id ? undefined : { line, button, how };
    },
    show: (line) => app.actions.channels.open(channel, line),
  };
  const onKeyDown = lineKeys({ log, world, lines, tools });
  const blocks = useMemo(() => groupLines(lines, myId, unreadFrom.value), [lines, myId, unreadFrom.value]);

  // found, or answered: in the middle, and told apart for a moment
  const goal = talk.kept.goal.value;
  const isGoalHere = goal?.channel === channel && lines.some(({ id }) => id === goal.line);
  useLayoutEffect(() => {
    if (!goal || !isGoalHere) return;
    const row = log.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(goal.line)}"]`);
    if (!row) return;
    talk.kept.goal.value = undefined;
    row.scrollIntoView({ block: 'center' });
    // after whatever else wants the keyboard when the chat opens
    queueMicrotask(() => row.focus({ preventScroll: true }));
    row.classList.add('is-goal');
    row.addEventListener('animationend', () => row.classList.remove('is-goal'), { once: true });
    onScroll();
  }, [goal, isGoalHere]);

  const isKept = keptOf(channel) !== undefined;
  return (
    <div class="chat-history">
      <p id={keysId} class="visually-hidden">
        {t('line.keys')}
      </p>
      <div
        class="chat-log"
        role="log"
        aria-live="off"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too
        tabIndex={0}
        ref={log}
        onKeyDown={onKeyDown}
        onScroll={onScroll}
        // scrolled by hand only: a field that grew or shrank scrolls too
        onWheel={leaveMenu}
        onTouchMove={leaveMenu}
      >
        {isKept && <HistoryHead channel={channel} page={away ? { more: away.more, state: 'there' } : page} isEmpty={lines.length === 0} />}
        {lines.length === 0 && (!isKept || page?.state === 'there') && <div class="empty">{children}</div>}
        {blocks.map((block) => {
          if (block.kind === 'group') return <LineGroup key={block.key} world={world} group={block} tools={tools} keysId={keysId} />;
          const isDay = block.kind === 'day';
          return (
            <p key={block.key} class={isDay ? 'day-divider' : 'unread-divider'}>
              <span>{isDay ? dayName(block.atMs, language.value, t('words.today')) : t('words.newHere')}</span>
            </p>
          );
        })}
      </div>
      {(away !== undefined || !atEnd.value) && (
        <button
          type="button"
          class={unread > 0 ? 'button small new-lines' : 'button small new-lines quiet'}
          onClick={() => {
            if (away) app.actions.channels.latest();
            toEnd();
            log.current?.focus({ preventScroll: true });
          }}
        >
          <Icon name="down" size={18} />
          {unread > 0 ? t('words.newLines', { n: unread }) : t('history.latest')}
        </button>
      )}
      {menu.value && (
        <LineMenu
          world={world}
          open={menu.value}
          tools={tools}
          onClose={closeMenu}
          onMoreEmoji={(line) => {
            picking.value = line;
          }}
        />
      )}
      {picking.value && (
        <EmojiPicker
          onPick={(emoji) => {
            const line = picking.peek();
            picking.value = undefined;
            if (!line) return;
            tools.react(line, emoji);
            focusLine(line.id);
          }}
          onClose={() => {
            const line = picking.peek();
            picking.value = undefined;
            if (line) focusLine(line.id);
          }}
        />
      )}
    </div>
  );
}

function dayName(atMs: number, language: string, today: string): string {
  if (dayOf(atMs) === dayOf(Date.now())) return today;
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(atMs));
}
