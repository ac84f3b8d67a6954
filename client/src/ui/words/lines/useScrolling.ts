// Where one reads in a channel: at its end one follows, further up nothing moves, near the top older lines are fetched.
import type { Line } from '@comptoir/shared/protocol/talk';
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Channel } from '../../../world/channelNames.ts';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { firstUnread } from './groupLines.ts';

interface ScrollingParts {
  world: World;
  channel: Channel;
  log: { current: HTMLDivElement | null };
  lines: readonly Line[];
  /** What is shown lies further back than what is here. */
  isAway: boolean;
}

export interface Scrolling {
  atEnd: Signal<boolean>;
  /** Id of the first line that was unread when one looked here. */
  unreadFrom: Signal<string | undefined>;
  unread: number;
  toEnd(): void;
  onScroll(): void;
}

/** CSS px from the end within which one reads along, and from the top within which older lines are fetched. */
const AT_END_PX = 40;
const NEAR_TOP_PX = 320;
const NONE: readonly Line[] = [];

export function useScrolling({ world, channel, log, lines, isAway }: ScrollingParts): Scrolling {
  const { app } = useUi();
  const { talk } = world;
  const atEnd = useSignal(true);
  const unreadFrom = useSignal<string | undefined>(undefined);
  const fetching = useRef(false);
  const unread = talk.unread.value.get(channel) ?? 0;
  const page = talk.kept.pages.value.get(channel);
  const myId = world.myId.value;

  const mark = (): void => {
    const lineId = firstUnread(talk.lines.peek().get(channel) ?? NONE, talk.unread.peek().get(channel) ?? 0, myId);
    if (lineId !== undefined) unreadFrom.value = lineId;
  };
  const readOn = (): void => {
    if (document.visibilityState === 'visible' && atEnd.peek() && !isAway) app.actions.talk.read(channel);
  };
  const toEnd = (): void => {
    const element = log.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    atEnd.value = true;
  };
  /** Fetches what lies beyond the edge one is near to. */
  const reach = async (): Promise<void> => {
    const element = log.current;
    if (!element || fetching.current) return;
    const isNearEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_TOP_PX;
    const act = element.scrollTop < NEAR_TOP_PX ? 'older' : isAway && isNearEnd ? 'later' : undefined;
    if (!act || (act === 'older' && !isAway && page?.state === 'failed')) return;
    fetching.current = true;
    await (act === 'older' ? app.actions.channels.older(channel) : app.actions.channels.later());
    fetching.current = false;
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

  // lines that came above push nothing down
  const seen = useRef({ first: lines[0]?.id, last: lines.at(-1)?.id, height: 0, isAway });
  const last = lines.at(-1);
  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    const before = seen.current;
    seen.current = { first: lines[0]?.id, last: last?.id, height: element.scrollHeight, isAway };
    const hasNewEnd = last?.id !== before.last;
    if (before.first !== undefined && before.first !== lines[0]?.id && !hasNewEnd && before.isAway === isAway)
      element.scrollTop += element.scrollHeight - before.height;
    else if (isAway) atEnd.value = false;
    // what I say myself I want to see
    else if (hasNewEnd && last !== undefined && last.from === myId && before.isAway === isAway) {
      unreadFrom.value = undefined;
      toEnd();
    } else if (atEnd.peek()) toEnd();
  }, [lines, isAway, page]);
  // more than fills the panel, so that there is something to scroll
  useEffect(() => {
    const element = log.current;
    if (page?.more && page.state === 'there' && element && element.scrollHeight <= element.clientHeight + AT_END_PX) void reach();
  }, [page, lines]);
  useEffect(readOn, [unread, atEnd.value, isAway, lines.length > 0]);
  // the panel, the composer or the keyboard of a phone changed the height: the end stays in sight
  useEffect(() => {
    const element = log.current;
    if (!element) return;
    const watch = new ResizeObserver(() => atEnd.peek() && toEnd());
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  return {
    ...{ atEnd, unreadFrom, unread, toEnd },
    onScroll() {
      const element = log.current;
      if (!element) return;
      atEnd.value = !isAway && element.scrollHeight - element.scrollTop - element.clientHeight <= AT_END_PX;
      void reach();
    },
  };
}
