// Everything one writes in: the conversation, everybody, topics, people; with what was said last and what is unread.

import { DEFAULT_APPEARANCE, decodeAppearance } from '@comptoir/shared/people';
import { may } from '@comptoir/shared/permissions';
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { type Channel, topicIdOf } from '../../../world/channelNames.ts';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { Portrait } from '../../kit/Portrait.tsx';
import { statusOf } from '../../people/PersonRow.tsx';
import { useUi } from '../../Ui.ts';
import { shorten } from '../WordsNews.ts';
import type { ChannelRow } from './arrangeChannels.ts';
import { channelLabel, spokenLabel } from './channelLabel.ts';
import { UnreadMarks } from './UnreadMarks.tsx';

interface ChannelListProps {
  world: World;
  rows: readonly ChannelRow[];
  shown: Channel;
  onShow: (channel: Channel) => void;
  onNewMessage: () => void;
  onNewTopic: () => void;
}

const SHOWN = 90;

export function ChannelList({ world, rows, shown, onShow, onNewMessage, onNewTopic }: ChannelListProps) {
  const { t } = useUi();
  const list = useRef<HTMLElement>(null);
  const showClosed = useSignal(false);
  const closedId = useId();
  const of = (kind: ChannelRow['kind'], closed = false): ChannelRow[] =>
    rows.filter((row) => row.kind === kind && (row.closed === true) === closed);
  const closed = of('topic', true);
  const topics = of('topic');
  const people = of('person');
  const mayOpen = may(world.me.value?.rank ?? 'visitor', 'openTopic') && world.confinedTo.value === undefined;
  const row = (one: ChannelRow) => <Row key={one.id} world={world} row={one} isShown={one.id === shown} onShow={onShow} />;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const all = [...(list.current?.querySelectorAll<HTMLElement>('.channel-row') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <nav class="channel-list" aria-label={t('channels.list')} ref={list} onKeyDown={onKeyDown}>
      <ul>{[...of('conversation'), ...of('office')].map(row)}</ul>
      {(mayOpen || topics.length + closed.length > 0) && (
        <>
          <div class="channel-heading">
            <h3>{t('channels.topics')}</h3>
            {mayOpen && <IconButton icon="plus" label={t('channels.newTopic')} tip="none" onClick={onNewTopic} />}
          </div>
          {topics.length + closed.length === 0 && <p class="muted channel-hint">{t('channels.noTopics')}</p>}
          <ul>{topics.map(row)}</ul>
          {closed.length > 0 && (
            <>
              <button
                type="button"
                class="text-button closed-topics"
                aria-expanded={showClosed.value}
                aria-controls={closedId}
                onClick={() => {
                  showClosed.value = !showClosed.value;
                }}
              >
                <Icon name={showClosed.value ? 'down' : 'right'} size={16} />
                {t('channels.closedTopics', { n: closed.length })}
              </button>
              <ul id={closedId} hidden={!showClosed.value}>
                {closed.map(row)}
              </ul>
            </>
          )}
        </>
      )}
      <div class="channel-heading">
        <h3>{t('channels.people')}</h3>
        <IconButton icon="pencil" label={t('channels.newMessage')} tip="none" onClick={onNewMessage} />
      </div>
      {people.length === 0 && <p class="muted channel-hint">{t('channels.noPeople')}</p>}
      <ul>{people.map(row)}</ul>
    </nav>
  );
}

const ICONS = { conversation: 'ring', office: 'people', topic: 'topic' } as const;

function Row({ world, row, isShown, onShow }: { world: World; row: ChannelRow; isShown: boolean; onShow: (channel: Channel) => void }) {
  const { t, language } = useUi();
  const here = row.kind === 'person' ? world.people.value.get(row.id) : undefined;
  const known = row.kind === 'person' ? world.talk.kept.people.value.get(row.id) : undefined;
  const appearance = here?.appearance ?? decodeAppearance(known?.appearance ?? '') ?? DEFAULT_APPEARANCE;
  const last = world.talk.lines.value.get(row.id)?.at(-1);
  const lastMs = last?.atMs ?? world.talk.kept.latestMs.value.get(row.id);
  const sub = subOf(world, row, t);
  return (
    <li>
      <button
        type="button"
        class={['channel-row', row.unread > 0 && 'has-unread', row.closed && 'gone'].filter(Boolean).join(' ')}
        aria-current={isShown ? 'true' : undefined}
        aria-label={spokenLabel(row, t)}
        onClick={() => onShow(row.id)}
      >
        {row.kind === 'person' ? (
          <Portrait appearance={appearance} size={34} {...(here ? { status: statusOf(here) } : {})} />
        ) : (
          <span class="row-icon">
            <Icon name={ICONS[row.kind]} size={20} />
          </span>
        )}
        <span class="person-words">
          <b>{channelLabel(row, t)}</b>
          <small class="muted">{sub}</small>
        </span>
        <span class="channel-side">
          {lastMs !== undefined && <small class="muted">{momentOf(lastMs, language.value)}</small>}
          <UnreadMarks {...row} />
        </span>
      </button>
    </li>
  );
}

/** What was said last; else who or what it is. */
function subOf(world: World, row: ChannelRow, t: ReturnType<typeof useUi>['t']): string {
  const last = world.talk.lines.value.get(row.id)?.at(-1);
  if (last) {
    const text = last.text === '' ? t('channels.fileOnly', { n: last.files?.length ?? 1 }) : shorten(last.text, SHOWN);
    if (last.from === world.myId.value) return t('channels.youSaid', { text });
    return row.kind === 'person' ? text : `${last.name}: ${text}`;
  }
  if (row.kind === 'topic') return world.talk.kept.topics.value.find(({ id }) => id === topicIdOf(row.id))?.about ?? '';
  if (row.kind === 'person') {
    const trade = (world.people.value.get(row.id) ?? world.talk.kept.people.value.get(row.id))?.trade ?? '';
    return trade === '' && row.gone ? t('channels.notHere') : trade;
  }
  return row.kind === 'office' ? t('channels.everybodyHint') : '';
}

/** The hour today, else the day. */
function momentOf(atMs: number, language: string): string {
  const at = new Date(atMs);
  const isToday = at.toDateString() === new Date().toDateString();
  const how: Intl.DateTimeFormatOptions = isToday ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language, how).format(at);
}
