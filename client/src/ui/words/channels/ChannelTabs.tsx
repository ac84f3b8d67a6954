// The channels at hand as tabs in a row: the conversation, everybody, what is shown and what waits to be read.
import { useEffect, useRef } from 'preact/hooks';
import type { Channel } from '../../../world/channelNames.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import type { ChannelRow } from './arrangeChannels.ts';
import { channelLabel, spokenLabel } from './channelLabel.ts';
import { UnreadMarks } from './UnreadMarks.tsx';

interface ChannelTabsProps {
  rows: readonly ChannelRow[];
  shown: Channel;
  panelId: string;
  onShow: (channel: Channel) => void;
}

export const tabId = (panelId: string, channel: Channel): string => `${panelId}-${channel}`;

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
        const isShown = one.id === shown;
        return (
          <button
            key={one.id}
            type="button"
            role="tab"
            id={tabId(panelId, one.id)}
            class={one.gone ? 'gone' : ''}
            aria-selected={isShown}
            aria-controls={panelId}
            tabIndex={isShown ? 0 : -1}
            aria-label={spokenLabel(one, t)}
            onClick={() => onShow(one.id)}
          >
            {one.kind === 'topic' && <Icon name="topic" size={16} />}
            <span class="channel-name">{channelLabel(one, t)}</span>
            <UnreadMarks {...one} />
          </button>
        );
      })}
    </div>
  );
}
