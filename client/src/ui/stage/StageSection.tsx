// The talk I am in, in the list: what it is, my part in it, who speaks, the stage's picture on a phone, and all that one does in it.
import { useId } from 'preact/hooks';
import { stageRole } from '../../world/stageRole.ts';
import type { World } from '../../world/World.ts';
import { GoodbyeButton } from '../call/ConversationButtons.tsx';
import { MemberRow } from '../call/MemberRow.tsx';
import { CallArea } from '../call/tiles/CallArea.tsx';
import { useUi } from '../Ui.ts';
import { PinnedQuestion } from './panel/PinnedQuestion.tsx';
import { RecordingCards } from './recording/RecordingCards.tsx';
import { StageCards } from './StageCards.tsx';
import { TalkStrip } from './TalkStrip.tsx';

export function StageSection({ world }: { world: World }) {
  const { t, narrow } = useUi();
  const headingId = useId();
  const speakersId = useId();
  const view = world.talk.conversation.value;
  const stage = world.auditorium.stage.value;
  const role = stageRole(view, world.myId.value);
  if (!view || !stage || role === undefined) return null;
  const speakers = view.members.filter((member) => member.role === 'speaker' && member.personId !== world.myId.value);
  return (
    <section class="list-section my-conversation my-talk" aria-labelledby={headingId}>
      <div class="card">
        <header>
          <h2 id={headingId}>{t('talks.onHere', { title: stage.title })}</h2>
          <span class="muted">{t(`stage.role.${role}`)}</span>
        </header>
        <TalkStrip world={world} flat />
        <RecordingCards world={world} />
        <PinnedQuestion world={world} />
        {narrow.value && <CallArea world={world} inline />}
        <StageCards world={world} />
        <div class="conversation-verbs">
          <GoodbyeButton short={false} />
        </div>
        {(speakers.length > 0 || role !== 'stage') && (
          <section class="card-part" aria-labelledby={speakersId}>
            <h3 id={speakersId}>{t('stage.speakers')}</h3>
            {speakers.length === 0 && <p class="muted">{t('stage.speakersNone')}</p>}
            <ul class="person-list">
              {speakers.map((member) => (
                <MemberRow key={member.personId} world={world} member={member} />
              ))}
            </ul>
          </section>
        )}
      </div>
    </section>
  );
}
