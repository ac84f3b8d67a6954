// What panels, tiles and a site beside the office take of the window: told to the styles, and what is left to the bar.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Covers } from '../call/tiles/CallArea.tsx';
import { useUi } from '../Ui.ts';
import { COLUMN_FROM_PX } from '../words/channels/useChatWidth.ts';
import { type BarRoom, barRoom } from './barRoom.ts';
import type { SlotPanel } from './chooseSlot.ts';
import type { Covered } from './useFreeRect.ts';

interface Taken {
  list: boolean;
  slot: SlotPanel | undefined;
  sidePx: number;
  /** What the tiles cover at the right; on a phone their row covers the top. */
  call: Covers;
}

/** Panels at the left with their margins, CSS px; tokens.css has the same numbers. */
const SLOT_PX: Record<SlotPanel, number> = { people: 296, whoHears: 296, chat: 364, talk: 364 };
/** With its channels beside the lines. */
const WIDE_CHAT_PX = 654;
/** On a phone the row of tiles with what stands above it and the layouts below it, CSS px; faces-large.css has the same numbers. */
const ROW_PX = 284;
/** The words of my conversation above the ring; lower where the office's name leaves no room beside it. CSS px; call.css has the same numbers. */
const CHIP_PX = 68;
const LOW_CHIP_PX = 132;
const LOW_CHIP_BELOW_PX = 1200;

export function useRoom({ list, slot, sidePx, call }: Taken): { room: BarRoom; covered: Covered } {
  const { app, narrow } = useUi();
  const phone = narrow.value;
  const width = useSignal(innerWidth);
  useEffect(() => {
    const measure = (): void => {
      width.value = innerWidth;
    };
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  // in the list the people are the page, and the chat stands where it finds room
  const slotPx =
    slot === 'chat' && app.preferences.values.value.isChatWide && width.value >= COLUMN_FROM_PX ? WIDE_CHAT_PX : slot && SLOT_PX[slot];
  const left = slotPx === undefined || phone || (list && slot !== 'whoHears') ? 0 : slotPx;
  const rightPx = phone ? 0 : call.px;
  const columnPx = call.toFoot ? rightPx : 0;
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--call-width', `${rightPx}px`);
    style.setProperty('--column-width', `${columnPx}px`);
    style.setProperty('--slot-width', `${left}px`);
  }, [rightPx, columnPx, left]);
  const right = sidePx + rightPx;
  const isChipLow = slot === undefined && (width.value - sidePx < LOW_CHIP_BELOW_PX || !call.toFoot);
  const top = call.px === 0 ? 0 : phone ? ROW_PX : isChipLow ? LOW_CHIP_PX : CHIP_PX;
  return { room: barRoom(width.value - left - sidePx - columnPx, phone), covered: { left, right, top } };
}
