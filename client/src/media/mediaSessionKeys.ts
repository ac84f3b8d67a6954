// Microphone and camera from the lock screen, the headset and the picture in picture: the system's own buttons.
import { effect } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { CallModel } from './CallModel.ts';

/** Newer than the types: browsers that do not know an action throw. */
type CallAction = 'togglemicrophone' | 'togglecamera' | 'play' | 'pause';
type CallSession = Omit<MediaSession, 'setActionHandler'> & {
  setActionHandler(action: CallAction, handler: (() => void) | null): void;
  setMicrophoneActive?(active: boolean): void;
  setCameraActive?(active: boolean): void;
};

function handle(session: CallSession, action: CallAction, handler: (() => void) | null): void {
  try {
    session.setActionHandler(action, handler);
  } catch {
    // this browser has no such button
  }
}

type Controls = Pick<CallModel, 'microphone' | 'camera' | 'hearers' | 'toggleMicrophone' | 'toggleCamera'>;

export function offerMediaKeys(scope: Scope, call: Controls): void {
  const session = (navigator as { mediaSession?: CallSession }).mediaSession;
  if (!session) return;
  const actions: Record<CallAction, () => void> = {
    togglemicrophone: () => call.toggleMicrophone(),
    togglecamera: () => call.toggleCamera(),
    // a lock screen without a microphone button has these two
    play: () => call.microphone.peek() === 'off' && call.toggleMicrophone(),
    pause: () => call.microphone.peek() !== 'off' && call.toggleMicrophone(),
  };
  const names = Object.keys(actions) as CallAction[];
  scope.onEnd(
    effect(() => {
      const isTalking = call.hearers.value > 0;
      for (const name of names) handle(session, name, isTalking ? actions[name] : null);
      session.playbackState = isTalking ? (call.microphone.value === 'off' ? 'paused' : 'playing') : 'none';
      session.setMicrophoneActive?.(call.microphone.value !== 'off');
      session.setCameraActive?.(call.camera.value === 'on');
    }),
  );
  scope.onEnd(() => {
    for (const name of names) handle(session, name, null);
  });
}
