// The bar at the bottom: my microphone and camera, gestures and words, and in a conversation what one does with it; the same in map and list.
import { EMOTES } from '@comptoir/shared/people';
import { myHand, raisesHands } from '../../world/myHand.ts';
import { maySend, stageRole } from '../../world/stageRole.ts';
import type { World } from '../../world/World.ts';
import { CameraButton, ChatButton, HandButton, PresentButton } from '../call/BarButtons.tsx';
import { GoodbyeButton, StateButtons, WalkButton, WhoHearsButton } from '../call/ConversationButtons.tsx';
import { MicrophoneButton } from '../call/MicrophoneButton.tsx';
import { Icon } from '../kit/Icon.tsx';
import { Menu } from '../kit/Menu.tsx';
import { Reactions } from '../stage/panel/Reactions.tsx';
import { TalkPanelButton } from '../stage/panel/TalkPanelButton.tsx';
import { SlidesButton } from '../stage/slides/SlidesButton.tsx';
import { TalkHandButton } from '../stage/TalkHandButton.tsx';
import { useUi } from '../Ui.ts';
import type { BarRoom } from './barRoom.ts';
import { MeMenu } from './MeMenu.tsx';

export function ActionBar({ world, room }: { world: World; room: BarRoom }) {
  const { t, view } = useUi();
  const conversation = world.talk.conversation.value;
  const role = stageRole(conversation, world.myId.value);
  const may = maySend(conversation, world.auditorium.stage.value, world.myId.value);
  const phone = room === 'phone';
  // the list has these on its own card: nothing is there twice
  const onCard = view.value === 'list' && !phone;
  return (
    <nav class={`action-bar ${room}`} aria-label={t('bar.label')}>
      <MicrophoneButton world={world} devices={!phone} />
      {(role === undefined || may.camera) && <CameraButton />}
      {!phone && (role === undefined || may.screen) && <PresentButton talking={conversation !== undefined} />}
      <SlidesButton world={world} onlyField={phone} />
      {role === 'audience' || (raisesHands(world) && (!phone || myHand(world) > 0)) ? (
        <TalkHandButton world={world} short={phone || role === undefined} />
      ) : (
        room === 'full' && <HandButton />
      )}
      {role === undefined ? <EmoteMenu /> : <Reactions inline={role === 'audience' && room === 'full'} />}
      <ChatButton world={world} />
      <TalkPanelButton world={world} />
      {/* in a talk a phone has no room for it beside the hand: it stands on the talk's card */}
      {conversation && !onCard && !(phone && role !== undefined) && (
        <>
          <span class="bar-rule" aria-hidden="true" />
          {!phone && (
            <>
              <StateButtons conversation={conversation} />
              {role === undefined && <WhoHearsButton />}
              {conversation.kind === 'bubble' && <WalkButton />}
            </>
          )}
          <GoodbyeButton short={room !== 'full'} />
        </>
      )}
      <span class="bar-rule" aria-hidden="true" />
      <MeMenu world={world} shows={phone} />
    </nav>
  );
}

function EmoteMenu() {
  const { app, t, touch } = useUi();
  return (
    <Menu
      label={t('bar.emotes')}
      buttonClass="icon-button"
      class="emote-menu"
      button={
        <>
          <Icon name="wave" />
          <span class="tip tip-above" aria-hidden="true">
            {t('bar.emotes')}
            {!touch.value && <kbd>1–6</kbd>}
          </span>
        </>
      }
    >
      {EMOTES.map((emote) => (
        <button
          key={emote}
          type="button"
          role="menuitem"
          class="icon-button"
          aria-label={t(`emote.${emote}`)}
          onClick={() => app.actions.emote(emote)}
        >
          <Icon name={emote} />
          <small aria-hidden="true">{t(`emote.${emote}`)}</small>
        </button>
      ))}
    </Menu>
  );
}
