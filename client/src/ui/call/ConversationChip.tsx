// Over the map, my conversation in words: its state, what that means to others, and the menu that changes it.
import { CONVERSATION_STATES, type ConversationState } from '@comptoir/shared/conversation';
import { may } from '@comptoir/shared/permissions';
import type { World } from '../../world/World.ts';
import { ShowCardItem } from '../card/showMyCard.tsx';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { Menu } from '../kit/Menu.tsx';
import { RoomRecordItems } from '../stage/recording/RoomRecordItems.tsx';
import { RoomRecordingStrip } from '../stage/recording/RoomRecordingStrip.tsx';
import { useUi } from '../Ui.ts';
import { SheetButtons } from '../words/sheets/SheetButtons.tsx';
import { maySetState, WhoHearsButton } from './ConversationButtons.tsx';
import { useNames } from './useHearers.ts';

const STATE_ICONS: Record<ConversationState, IconName> = { amongUs: 'ring', outLoud: 'outLoud', closed: 'lock' };

export function ConversationChip({ world }: { world: World }) {
  const { app, t, narrow, asking } = useUi();
  const nameAll = useNames(world);
  const conversation = world.talk.conversation.value;
  // a talk has a strip of its own
  if (!conversation || conversation.kind === 'talk') return null;
  const { state } = conversation;
  const walks = conversation.place.kind === 'walk';
  // who passes by a walk is not taken in, whatever its state
  const hint = t(walks ? 'talk.hint.walk' : `talk.hint.${state}`);
  const words = (
    <>
      <Icon name={walks ? 'steps' : STATE_ICONS[state]} size={20} />
      <b>{t(`talk.state.${state}`)}</b>
      <span class="muted">{hint}</span>
    </>
  );
  return (
    <div class={`chip-place ${state}`}>
      {maySetState(conversation) ? (
        <Menu
          label={t('talk.stateMenu', { state: t(`talk.state.${state}`) })}
          buttonClass="conversation-chip"
          class="state-menu below"
          button={
            <>
              {words}
              <Icon name="down" size={16} />
            </>
          }
        >
          {CONVERSATION_STATES.map((one) => (
            <button
              key={one}
              type="button"
              role="menuitemradio"
              aria-checked={one === state}
              class="menu-item"
              onClick={() => void app.actions.talk.setState(one)}
            >
              <Icon name={STATE_ICONS[one]} size={20} />
              <span class="menu-words">
                <span>{t(`talk.state.${one}`)}</span>
                <small class="muted">{t(`talk.hint.${one}`)}</small>
              </span>
              {one === state && <Icon name="check" size={18} />}
            </button>
          ))}
          <div class="menu-rule" />
          <ShowCardItem world={world} />
          <RoomRecordItems world={world} />
          {may(world.me.value?.rank ?? 'visitor', 'endConversation') && (
            <>
              <div class="menu-rule" />
              <button
                type="button"
                role="menuitem"
                class="menu-item"
                onClick={() => {
                  const names = nameAll(conversation.members.map(({ personId }) => personId));
                  asking.value = { what: 'endConversation', number: conversation.number, names };
                }}
              >
                <Icon name="close" size={20} />
                <span>{t('end.mine')}</span>
              </button>
            </>
          )}
        </Menu>
      ) : (
        <p class="conversation-chip">{words}</p>
      )}
      {narrow.value && <WhoHearsButton />}
      <SheetButtons world={world} />
      <RoomRecordingStrip world={world} />
    </div>
  );
}
