// One channel: its lines, who is writing, and the composer, or why there is none.
import type { Audience } from '@comptoir/shared/protocol/talk';
import type { Person, World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { type Say, useUi } from '../Ui.ts';
import type { ChannelRow } from './arrangeChannels.ts';
import { Composer } from './Composer.tsx';
import { channelLabel } from './channelLabel.ts';
import { History } from './History.tsx';
import { WhoWrites } from './WhoWrites.tsx';

export function ChannelView({ world, row }: { world: World; row: ChannelRow }) {
  const { t } = useUi();
  const conversation = world.talk.conversation.value;
  const label = channelLabel(row, t);
  const place = placeOf(row, conversation?.id);
  const blocked = world.hosting.blocks.value.has(row.id);
  const why = blocked ? t('block.noWriting', { name: label }) : whyNot(row, conversation?.role, label, t);
  return (
    <>
      <History key={place} world={world} channel={row.id} label={t('words.log', { name: label })}>
        <Icon name="chat" size={36} />
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
          key={place}
          world={world}
          to={row.kind === 'person' ? { kind: 'person', id: row.id } : ({ kind: row.kind } satisfies Audience)}
          label={t(`words.field.${row.kind}`, { name: label })}
          draft={place}
          readers={readersOf(world, row)}
        />
      )}
    </>
  );
}

/** What is written for one conversation is never sent to the next. */
const placeOf = ({ kind, id }: ChannelRow, conversation: string | undefined): string =>
  kind === 'conversation' ? `conversation ${conversation ?? 'none'}` : id;

function whyNot(row: ChannelRow, role: string | undefined, name: string, t: Say): string | undefined {
  if (row.gone) return t('words.gone', { name });
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
      : row.kind === 'office'
        ? [...people.keys()]
        : (world.talk.conversation.value?.members ?? []).filter(({ role }) => role !== 'listener').map(({ personId }) => personId);
  const myId = world.myId.value;
  return ids.flatMap((id) => (id === myId ? [] : (people.get(id) ?? [])));
}
