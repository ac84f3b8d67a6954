// One channel: its lines, who is writing, and the composer, or why there is none. Files dropped anywhere on it go with the next line.
import { useEffect } from 'preact/hooks';
import { keptOf } from '../../world/channelNames.ts';
import { letGoOfHistory } from '../../world/lines.ts';
import { hasReacted } from '../../world/reactions.ts';
import type { Person, World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { type Say, useUi } from '../Ui.ts';
import type { ChannelRow } from './channels/arrangeChannels.ts';
import { channelLabel } from './channels/channelLabel.ts';
import { Compose } from './compose/Compose.ts';
import { Composer } from './compose/Composer.tsx';
import { useDrop } from './files/useDrop.ts';
import { History } from './lines/History.tsx';
import { WhoWrites } from './WhoWrites.tsx';

export function ChannelView({ world, row }: { world: World; row: ChannelRow }) {
  const { app, t, composes } = useUi();
  const { talk } = world;
  const conversation = talk.conversation.value;
  const label = channelLabel(row, t);
  const place = placeOf(row, conversation?.id);
  const isKept = keptOf(row.id) !== undefined;
  const blocked = world.hosting.blocks.value.has(row.id);
  const why = blocked ? t('block.noWriting', { name: label }) : whyNot(row, conversation?.role, t);
  let compose = composes.get(place);
  if (!compose) {
    compose = new Compose(app.actions.channels.sendFile);
    composes.set(place, compose);
  }
  const { tray } = compose;
  const drop = useDrop(isKept && !why ? (files) => tray.add(files) : undefined);
  const isFetched = talk.kept.pages.value.has(row.id);
  useEffect(() => {
    if (isKept && !isFetched) void app.actions.channels.older(row.id);
  }, [row.id, isFetched]);
  useEffect(
    () => () => {
      letGoOfHistory(talk, row.id);
      if (talk.kept.excerpt.peek()?.channel === row.id) talk.kept.excerpt.value = undefined;
    },
    [row.id],
  );
  // where nothing is here yet, what is unread is marked when it has come
  const isReady = !isKept || isFetched || (talk.lines.value.get(row.id)?.length ?? 0) > 0;
  return (
    <div class="channel-view" {...drop.handlers}>
      <History
        key={`${place}${isReady ? '' : ' coming'}`}
        world={world}
        channel={row.id}
        label={t('words.log', { name: label })}
        isOpen={!why}
        acts={{
          reply: (line) => compose.reply(line),
          edit: (line) => compose.edit(line),
          react: (line, emoji) => app.actions.channels.react(line, emoji, !hasReacted(line, emoji, world.myId.peek())),
        }}
      >
        <Icon name={row.kind === 'topic' ? 'topic' : 'chat'} size={36} />
        <p>
          <b>{t(`words.empty.${row.kind}`, { name: label })}</b>
        </p>
        <p class="muted">{t(`words.emptyHint.${row.kind}`)}</p>
      </History>
      <WhoWrites world={world} channel={row.id} />
      {why ? (
        <p class="no-composer muted">{why}</p>
      ) : (
        <Composer
          key={`${place} ${compose.editing.value?.id ?? ''}`}
          world={world}
          channel={row.id}
          compose={compose}
          isKept={isKept}
          label={t(`words.field.${row.kind}`, { name: label })}
          draft={place}
          readers={readersOf(world, row)}
        />
      )}
      {drop.isOver.value && (
        <div class="drop-veil" aria-hidden="true">
          <Icon name="clip" size={32} />
          <b>{t('files.drop')}</b>
        </div>
      )}
    </div>
  );
}

/** What is written for one conversation is never sent to the next. */
const placeOf = ({ kind, id }: ChannelRow, conversation: string | undefined): string =>
  kind === 'conversation' ? `conversation ${conversation ?? 'none'}` : id;

function whyNot(row: ChannelRow, role: string | undefined, t: Say): string | undefined {
  if (row.closed) return t('topic.isClosed');
  if (row.kind !== 'conversation') return undefined;
  if (role === undefined) return t('words.noConversation');
  return role === 'listener' ? t('words.onlyListening') : undefined;
}

/** W6: whom an @ may mean here. */
function readersOf(world: World, row: ChannelRow): Person[] {
  const people = world.people.value;
  const ids =
    row.kind === 'person'
      ? [row.id]
      : row.kind === 'conversation'
        ? (world.talk.conversation.value?.members ?? []).filter(({ role }) => role !== 'listener').map(({ personId }) => personId)
        : [...people.keys()];
  const myId = world.myId.value;
  return ids.flatMap((id) => (id === myId ? [] : (people.get(id) ?? [])));
}
