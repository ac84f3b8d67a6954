// The buttons that are there in a conversation only: its state, who hears me, walking together, goodbye.
import type { ConversationView } from '@comptoir/shared/protocol/talk';
import { Icon } from '../kit/Icon.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { useUi } from '../Ui.ts';

/** Members may change the state of their conversation; listeners may not, and a talk has none. */
export const maySetState = ({ role, kind }: ConversationView): boolean => role === 'member' && kind !== 'talk';

export function StateButtons({ conversation, words }: { conversation: ConversationView; words?: boolean }) {
  const { app, t } = useUi();
  if (!maySetState(conversation)) return null;
  const { state } = conversation;
  const outLoud = state === 'outLoud';
  const closed = state === 'closed';
  const set = (wanted: ConversationView['state']): void => void app.actions.talk.setState(state === wanted ? 'amongUs' : wanted);
  const door = t(closed ? 'talk.openDoor' : 'talk.closeDoor');
  if (words)
    return (
      <>
        <button type="button" class="button small" aria-pressed={outLoud} onClick={() => set('outLoud')}>
          <Icon name="outLoud" size={20} />
          {t('talk.outLoud')}
        </button>
        <button type="button" class="button small" onClick={() => set('closed')}>
          <Icon name={closed ? 'unlock' : 'lock'} size={20} />
          {door}
        </button>
      </>
    );
  return (
    <>
      <IconButton icon="outLoud" label={t('talk.outLoud')} pressed={outLoud} onClick={() => set('outLoud')} />
      <IconButton icon={closed ? 'unlock' : 'lock'} label={door} class={closed ? 'is-closed' : ''} onClick={() => set('closed')} />
    </>
  );
}

export function WhoHearsButton() {
  const { app, t } = useUi();
  const open = app.panel.value === 'whoHears';
  const n = app.call.hearers.value;
  return (
    <IconButton
      icon="ear"
      label={t('hears.title')}
      pressed={open}
      describedBy="who-hears-count"
      onClick={() => app.actions.openPanel(open ? undefined : 'whoHears')}
    >
      {n > 0 && (
        <b class="count-badge" id="who-hears-count">
          {n}
        </b>
      )}
    </IconButton>
  );
}

export function WalkButton() {
  const { app, t, keyOf } = useUi();
  const walk = app.actions.talk.walk.value;
  if (!walk) return null;
  const walking = app.world.value?.talk.conversation.value?.place.kind === 'walk';
  const key = keyOf('walkTogether');
  return <IconButton icon="steps" label={t('talk.walk')} keyName={key} pressed={walking} onClick={walk} />;
}

/** @param short an icon with a tooltip */
export function GoodbyeButton({ short }: { short: boolean }) {
  const { app, t, keyOf } = useUi();
  const goodbye = app.actions.talk.goodbye.value;
  if (!goodbye) return null;
  const key = keyOf('goodbye');
  if (short) return <IconButton icon="bye" label={t('talk.goodbye')} keyName={key} onClick={goodbye} />;
  return (
    <button type="button" class="button goodbye-button" aria-label={t('talk.goodbye')} onClick={goodbye}>
      <Icon name="bye" />
      <span>{t('talk.goodbyeShort')}</span>
      {key && (
        <span class="tip tip-above" aria-hidden="true">
          {t('talk.goodbye')}
          <kbd>{key}</kbd>
        </span>
      )}
    </button>
  );
}
