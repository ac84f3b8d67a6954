// The buttons of a call in the bar: camera, screen, hand, words.
import { callsForMe } from '../../world/lines.ts';
import type { World } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { useUi } from '../Ui.ts';
import { cameraSentence } from './devices/problemSentence.ts';

export function CameraButton() {
  const { app, t, keyOf } = useUi();
  const { call } = app;
  const state = call.camera.value;
  const problem = call.devices.cameraProblem.value;
  const words =
    state === 'paused'
      ? t('call.cameraPaused')
      : state === 'on'
        ? t('call.cameraOn')
        : problem
          ? cameraSentence(problem, t)
          : t('call.cameraOff');
  return (
    <IconButton
      icon={state === 'off' ? 'cameraOff' : 'camera'}
      label={words}
      fullLabel={t('call.camera')}
      keyName={keyOf('camera')}
      pressed={state !== 'off'}
      onClick={() => app.actions.call.toggleCamera()}
    />
  );
}

/** @param talking outside of a conversation there is nobody to show it to */
export function PresentButton({ talking }: { talking: boolean }) {
  const { app, t, keyOf } = useUi();
  const presents = app.call.screen.value !== undefined;
  const possible = talking || presents;
  return (
    <IconButton
      icon="screen"
      label={t(presents ? 'call.presentStop' : possible ? 'call.present' : 'call.presentLater')}
      fullLabel={t('call.present')}
      keyName={keyOf('present')}
      pressed={presents}
      disabled={!possible}
      onClick={() => app.actions.call.present()}
    />
  );
}

export function HandButton() {
  const { app, t, keyOf } = useUi();
  return <IconButton icon="hand" label={t('call.raiseHand')} keyName={keyOf('raiseHand')} onClick={() => app.actions.stage.hand()} />;
}

export function ChatButton({ world }: { world: World }) {
  const { app, t, keyOf } = useUi();
  const unread = callsForMe(world.talk);
  const open = app.panel.value === 'chat';
  return (
    <IconButton
      icon="chat"
      label={t('call.chat')}
      keyName={keyOf('write')}
      pressed={open}
      describedBy={unread > 0 ? 'chat-unread' : undefined}
      onClick={() => app.actions.openPanel(open ? undefined : 'chat')}
    >
      {unread > 0 && (
        <>
          <b class="count-badge" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </b>
          <span id="chat-unread" class="visually-hidden">
            {t('call.chatUnread', { n: unread })}
          </span>
        </>
      )}
    </IconButton>
  );
}
