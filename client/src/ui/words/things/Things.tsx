// The shelf of the office or of a topic: links and files that everybody should find at once.

import { may } from '@comptoir/shared/permissions';
import type { ShelfItem } from '@comptoir/shared/protocol/channels';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { topicIdOf } from '../../../world/channelNames.ts';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';
import type { ChannelRow } from '../channels/arrangeChannels.ts';
import { fileAddress } from '../lines/LineFiles.tsx';
import { dayAndHourOf, kindOf, sizeWords } from '../lines/lineWords.ts';
import { safeHref } from '../lines/textParts.ts';
import { AddThing } from './AddThing.tsx';

export function Things({ world, row }: { world: World; row: ChannelRow }) {
  const { app, t } = useUi();
  const topic = topicIdOf(row.id);
  const items = useSignal<readonly ShelfItem[] | 'loading' | 'failed'>('loading');
  const of = topic === undefined ? {} : { topic };
  const read = async (): Promise<void> => {
    const answer = await app.actions.channels.ask('shelf', of);
    items.value = isRefused(answer) ? 'failed' : answer.items;
  };
  useEffect(() => void read(), []);
  const states = app.soon.states.value;
  const list = typeof items.value === 'string' ? [] : items.value.filter(({ id }) => !states.has(soonId(id)));
  const remove = ({ id, title }: ShelfItem): void => {
    app.soon.add(soonId(id), async () => {
      const answer = await app.actions.channels.ask('unshelve', { item: id });
      if (!isRefused(answer)) return true;
      app.toasts.add({ key: `refusal.${answer.refused}` });
      return false;
    });
    app.toasts.add({ key: 'things.removed', words: { title }, undo: () => void app.soon.undo(soonId(id)) });
  };
  return (
    <div class="things">
      {items.value === 'loading' && <p class="muted empty-line">{t('things.loading')}</p>}
      {items.value === 'failed' && (
        <p class="field-problem empty-line" role="alert">
          {t('things.failed')}{' '}
          <button type="button" class="text-button" onClick={() => void read()}>
            {t('files.retry')}
          </button>
        </p>
      )}
      {typeof items.value !== 'string' && list.length === 0 && (
        <div class="empty">
          <Icon name="shelf" size={36} />
          <p>
            <b>{t('things.empty')}</b>
          </p>
          <p class="muted">{t('things.emptyHint')}</p>
        </div>
      )}
      <ul class="thing-list">
        {list.map((item) => (
          <ThingRow key={item.id} world={world} item={item} onRemove={() => remove(item)} />
        ))}
      </ul>
      {!row.closed && (
        <AddThing
          of={of}
          onAdded={(item) => {
            items.value = [item, ...(typeof items.peek() === 'string' ? [] : (items.peek() as readonly ShelfItem[]))];
          }}
        />
      )}
    </div>
  );
}

const soonId = (item: string): string => `unshelve ${item}`;

function ThingRow({ world, item, onRemove }: { world: World; item: ShelfItem; onRemove: () => void }) {
  const { t, language } = useUi();
  const { title, what, by, byName, atMs } = item;
  const mayRemove = by === world.myId.value || may(world.me.value?.rank ?? 'visitor', 'tendTopics');
  const isLink = what.kind === 'link';
  const href = isLink ? safeHref(what.url) : fileAddress(what.file.id);
  const more = isLink
    ? (URL.parse(what.url)?.host ?? what.url)
    : [kindOf(what.file) ?? t('files.kind'), sizeWords(what.file.bytes, language.value)].join(' · ');
  return (
    <li class="thing">
      <a
        class="file-card"
        href={href}
        {...(isLink ? { target: '_blank', rel: 'noopener noreferrer nofollow' } : { download: what.file.name })}
      >
        <span class="row-icon">
          <Icon name={isLink ? 'link' : 'file'} size={20} />
        </span>
        <span class="person-words">
          <b>{title}</b>
          <small class="muted">{more}</small>
          <small class="muted">{t('things.by', { name: byName, date: dayAndHourOf(atMs, language.value) })}</small>
        </span>
      </a>
      {mayRemove && <IconButton icon="erase" tip="none" label={t('things.remove', { title })} onClick={onRemove} />}
    </li>
  );
}
