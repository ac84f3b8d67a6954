// The channels as tabs in a row: the conversation, everybody, and whom I write with; each with what is unread.
import { useEffect, useRef } from 'preact/hooks';
import type { Channel } from '../../world/Talk.ts';
import { useUi } from '../Ui.ts';
import type { ChannelRow } from './arrangeChannels.ts';
import { channelLabel } from './channelLabel.ts';

interface ChannelTabsProps {
  rows: readonly ChannelRow[];
  shown: Channel;
  panelId: string;
  onShow: (channel: Channel) => void;
}

export function ChannelTabs({ rows, shown, panelId, onShow }: ChannelTabsProps) {
  const { t } = useUi();
  const row = useRef<HTMLDivElement>(null);
  const at = rows.findIndex(({ id }) => id === shown);
  useEffect(() => {
    row.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : step === undefined ? undefined : at + step;
    const target = next === undefined ? undefined : rows[(next + rows.length) % rows.length];
    if (!target) return;
    event.preventDefault();
    onShow(target.id);
    row.current?.querySelectorAll<HTMLElement>('[role="tab"]')[rows.indexOf(target)]?.focus();
  };
  return (
    <div class="channel-tabs" role="tablist" aria-label={t('words.channels')} ref={row} onKeyDown={onKeyDown}>
      {rows.map((one) => {
        const label = channelLabel(one, t);
        const isShown = one.id === shown;
        return (
          <button
            key={one.id}
            type="button"
            role="tab"
            id={`${panelId}-${one.id}`}
            class={one.gone ? 'gone' : ''}
            aria-selected={isShown}
            aria-controls={panelId}
            tabIndex={isShown ? 0 : -1}
            aria-label={one.unread > 0 ? t('words.tabUnread', { name: label, n: one.unread }) : label}
            onClick={() => onShow(one.id)}
          >
            <span class="channel-name">{label}</span>
            {one.unread > 0 && <span class="unread-mark">{one.unread > 99 ? '99+' : one.unread}</span>}
          </button>
        );
      })}
    </div>
  );
}
