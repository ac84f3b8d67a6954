// The lines of a channel, as a log: stays where one reads, follows at its end, and marks what was not read yet.
import type { Line } from '@comptoir/shared/protocol/talk';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Channel } from '../../world/Talk.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { dayOf, firstUnread, groupLines } from './groupLines.ts';
import { LineGroup } from './LineGroup.tsx';

interface HistoryProps {
  world: World;
  channel: Channel;
  label: string;
  /** What to say where nothing was said yet. */
  children: ComponentChildren;
}

/** CSS px from the end within which one reads along. */
const AT_END_PX = 40;
const NONE: readonly Line[] = [];

/** Mounted anew for each channel: what was unread is marked once. */
export function History({ world, channel, label, children }: HistoryProps) {
  const { app, t, language } = useUi();
  const { talk } = world;
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useSignal(true);
  const unreadFrom = useSignal<string | undefined>(undefined);
  const all = talk.lines.value.get(channel) ?? NONE;
  const erasing = talk.erasing.value;
  const blocked = world.hosting.blocks.value;
  const lines = useMemo(
    () => (erasing.size + blocked.size === 0 ? all : all.filter(({ id, from }) => !erasing.has(id) && !blocked.has(from))),
    [all, erasing, blocked],
  );
  const unread = talk.unread.value.get(channel) ?? 0;
  const myId = world.myId.value;

  const mark = (): void => {
    const lineId = firstUnread(talk.lines.peek().get(channel) ?? NONE, talk.unread.peek().get(channel) ?? 0, myId);
    if (lineId !== undefined) unreadFrom.value = lineId;
  };
  const readOn = (): void => {
    if (document.visibilityState === 'visible' && atEnd.peek()) app.actions.talk.read(channel);
  };
  const toEnd = (): void => {
    const element = log.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    atEnd.value = true;
  };

  useLayoutEffect(() => {
    mark();
    const element = log.current;
    const divider = element?.querySelector('.unread-divider');
    toEnd();
    // more than a screen is unread: begin where it begins
    if (element && divider && divider.getBoundingClientRect().top < element.getBoundingClientRect().top) {
      divider.scrollIntoView({ block: 'start' });
      atEnd.value = false;
    }
    const look = (): void => {
      if (document.visibilityState !== 'visible') return;
      mark();
      readOn();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  const last = lines.at(-1);
  useLayoutEffect(() => {
    // what I say myself I want to see
    if (last?.from === myId && last !== undefined) {
      unreadFrom.value = undefined;
      toEnd();
    } else if (atEnd.peek()) toEnd();
  }, [last?.id]);
  useEffect(readOn, [unread, atEnd.value]);
  // the panel, the composer or the keyboard of a phone changed the height: the end stays in sight
  useEffect(() => {
    const element = log.current;
    if (!element) return;
    const watch = new ResizeObserver(() => atEnd.peek() && toEnd());
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const blocks = useMemo(() => groupLines(lines, myId, unreadFrom.value), [lines, myId, unreadFrom.value]);
  const onScroll = (): void => {
    const element = log.current;
    if (element) atEnd.value = element.scrollHeight - element.scrollTop - element.clientHeight <= AT_END_PX;
  };
  return (
    <div class="chat-history">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard too */}
      <div class="chat-log" role="log" aria-live="off" aria-label={label} tabIndex={0} ref={log} onScroll={onScroll}>
        {lines.length === 0 && <div class="empty">{children}</div>}
        {blocks.map((block) => {
          if (block.kind === 'group') return <LineGroup key={block.key} world={world} group={block} />;
          const isDay = block.kind === 'day';
          return (
            <p key={block.key} class={isDay ? 'day-divider' : 'unread-divider'}>
              <span>{isDay ? dayName(block.atMs, language.value, t('words.today')) : t('words.newHere')}</span>
            </p>
          );
        })}
      </div>
      {!atEnd.value && unread > 0 && (
        <button
          type="button"
          class="button small new-lines"
          onClick={() => {
            toEnd();
            log.current?.focus({ preventScroll: true });
          }}
        >
          <Icon name="down" size={18} />
          {t('words.newLines', { n: unread })}
        </button>
      )}
    </div>
  );
}

function dayName(atMs: number, language: string, today: string): string {
  if (dayOf(atMs) === dayOf(Date.now())) return today;
  return new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(atMs));
}
