// Conversations of the whole office in words: state, where, who with which trade, and the way in: join, listen or knock.

import { may } from '@comptoir/shared/permissions';
import type { ConversationSummary } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { useId } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { useNames } from '../call/useHearers.ts';
import { Portrait } from '../kit/Portrait.tsx';
import { placeName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';
import { conversationVerbs } from './conversationVerbs.ts';

export function ConversationList({ world }: { world: World }) {
  const { t } = useUi();
  const headingId = useId();
  const mine = world.talk.conversation.value?.number;
  // talks stand above, with the way into their audience
  const all = world.talk.conversations.value.filter(({ number, kind }) => number !== mine && kind !== 'talk');
  // "nobody is talking" is not true while I do
  if (all.length === 0 && mine !== undefined) return null;
  return (
    <section class="list-section" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('conversations.title')}</h2>
      {all.length === 0 && <p class="muted">{t('conversations.none')}</p>}
      <ul class="conversation-list">
        {all.map((conversation) => (
          <Row key={conversation.number} world={world} conversation={conversation} />
        ))}
      </ul>
    </section>
  );
}

const FACES = 4;

function Row({ world, conversation }: { world: World; conversation: ConversationSummary }) {
  const { app, t, language, asking } = useUi();
  const nameAll = useNames(world);
  const { state, members, kind, listeners, walking } = conversation;
  const people = members.flatMap((id) => world.people.value.get(id) ?? []);
  const names = nameAll(members, 2);
  const area = world.ground.value.map.areas.find(({ id, name }) => id === conversation.area || name === conversation.area);
  const full = members.length >= (walking ? tuning.walkMost : kind === 'bubble' ? tuning.bubbleMost : tuning.meetingMost);
  const facts = [
    `${t(`talk.state.${state}`)}, ${t(`talk.hint.${state}`)}`,
    area && placeName(area, language.value),
    walking && t('conversations.walking'),
    full && t('conversations.full'),
    listeners > 0 && t('conversations.listeners', { n: listeners }),
  ];
  const someone = members[0];
  const { talk } = app.actions;
  // who listens goes there and stands near: to join is to come nearer still
  const run = {
    join: () => void (someone && talk.approach(someone)),
    listen: () => void (someone && app.actions.walkTo({ person: someone })),
    knock: () => void (someone && talk.ask('knock', someone)),
  };
  return (
    <li class="conversation-row">
      <span class="faces" aria-hidden="true">
        {people.slice(0, FACES).map((person) => (
          <Portrait key={person.personId} appearance={person.appearance} size={34} />
        ))}
      </span>
      <span class="person-words">
        <b>{people.map(({ name, trade }) => (trade ? `${name} (${trade})` : name)).join(', ')}</b>
        <small class="muted">{facts.filter(Boolean).join(' · ')}</small>
      </span>
      <span class="row-verbs">
        {conversationVerbs({ state, full, walking }).map((verb) => (
          <button key={verb} type="button" class="button small" aria-label={t(`conversations.${verb}Full`, { names })} onClick={run[verb]}>
            {t(`conversations.${verb}`)}
          </button>
        ))}
        {may(world.me.value?.rank ?? 'visitor', 'endConversation') && (
          <button
            type="button"
            class="button small"
            aria-label={t('end.verbFull', { names })}
            onClick={() => {
              asking.value = { what: 'endConversation', number: conversation.number, names };
            }}
          >
            {t('end.verb')}
          </button>
        )}
      </span>
    </li>
  );
}
