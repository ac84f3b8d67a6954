// My conversation in the list: its state and how to change it, who hears me, goodbye, and on a phone the tiles.
import { may } from '@comptoir/shared/permissions';
import { useId } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { GoodbyeButton, StateButtons } from '../call/ConversationButtons.tsx';
import { HearerList } from '../call/HearerList.tsx';
import { RingCard } from '../call/RingCard.tsx';
import { CallArea } from '../call/tiles/CallArea.tsx';
import { useNames } from '../call/useHearers.ts';
import { ShowCardButton } from '../card/showMyCard.tsx';
import { Icon } from '../kit/Icon.tsx';
import { RecordingCards } from '../stage/recording/RecordingCards.tsx';
import { isAskedInRoom, mayRecordRoom } from '../stage/recording/RoomRecordItems.tsx';
import { RoomRecordingStrip } from '../stage/recording/RoomRecordingStrip.tsx';
import { StageSection } from '../stage/StageSection.tsx';
import { useUi } from '../Ui.ts';
import { SheetButtons } from '../words/sheets/SheetButtons.tsx';

export function MyConversation({ world }: { world: World }) {
  const { app, t, narrow, asking } = useUi();
  const nameAll = useNames(world);
  const headingId = useId();
  const hearsId = useId();
  const conversation = world.talk.conversation.value;
  if (!conversation) return <RingCard world={world} />;
  if (conversation.kind === 'talk') return <StageSection world={world} />;
  const { state } = conversation;
  const isAskedOnTop = isAskedInRoom(world) && narrow.value;
  const walk = app.actions.talk.walk.value;
  return (
    <section class="list-section my-conversation" aria-labelledby={headingId}>
      <div class="card">
        <header>
          <h2 id={headingId}>{t(`talk.state.${state}`)}</h2>
          <span class="muted">{t(`talk.hint.${state}`)}</span>
        </header>
        <RoomRecordingStrip world={world} flat />
        {!isAskedOnTop && <RecordingCards world={world} />}
        {narrow.value && <CallArea world={world} inline />}
        {/* biome-ignore lint/a11y/useSemanticElements: buttons that belong together, and no form */}
        <div class="conversation-verbs" role="group" aria-label={t('talk.controls')}>
          <StateButtons conversation={conversation} words />
          {walk && (
            <button type="button" class="button small" aria-pressed={conversation.place.kind === 'walk'} onClick={walk}>
              <Icon name="steps" size={20} />
              {t('talk.walk')}
            </button>
          )}
          <ShowCardButton world={world} />
          <SheetButtons world={world} />
          {mayRecordRoom(world) && (
            <button
              type="button"
              class="button small"
              onClick={() => {
                asking.value = { what: 'recordTalk' };
              }}
            >
              <Icon name="record" size={20} />
              {t('recording.ask')}
            </button>
          )}
          {!narrow.value && <GoodbyeButton short={false} />}
          {may(world.me.value?.rank ?? 'visitor', 'endConversation') && (
            <button
              type="button"
              class="button small"
              onClick={() => {
                const names = nameAll(conversation.members.map(({ personId }) => personId));
                asking.value = { what: 'endConversation', number: conversation.number, names };
              }}
            >
              {t('end.mine')}
            </button>
          )}
        </div>
        <RingCard world={world} />
        <section class="card-part" aria-labelledby={hearsId}>
          <h3 id={hearsId}>{t('hears.title')}</h3>
          <HearerList world={world} />
        </section>
      </div>
    </section>
  );
}
