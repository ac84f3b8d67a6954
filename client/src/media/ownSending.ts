// Pure rule of what leaves this browser: nothing when nobody hears, and what the three microphone states mean.
import { tuning } from '@comptoir/shared/tuning';
import type { MicrophoneState } from './CallModel.ts';

export interface SendingFacts {
  /** What the person wants. */
  wants: { microphone: boolean; camera: boolean; screen: boolean };
  /** Which are open and give something. */
  has: { microphone: boolean; camera: boolean };
  isPushing: boolean;
  /** May I be heard here at all? Listeners and audience may not. */
  maySpeak: boolean;
  /** How many hear me. */
  hearers: number;
  /** How long the tab is hidden, ms; undefined while it is seen. */
  hiddenMs: number | undefined;
  isHeldShut: boolean;
}

export interface Sending {
  microphone: MicrophoneState;
  camera: 'off' | 'on' | 'paused';
  /** Which devices are to be open. */
  opens: { microphone: boolean; camera: boolean };
  sends: { microphone: boolean; camera: boolean; screen: boolean };
}

/** K20, K23: published only while somebody can hear or see; the camera of a hidden tab closes; held shut until answered. */
export function sendingNow({ wants, has, isPushing, maySpeak, hearers, hiddenMs, isHeldShut }: SendingFacts): Sending {
  const isHeard = maySpeak && hearers > 0;
  const isOpen = wants.microphone || isPushing;
  const isPaused = hiddenMs !== undefined && hiddenMs >= tuning.cameraHiddenMs;
  const opens = {
    microphone: isHeard && isOpen && !isHeldShut,
    camera: isHeard && wants.camera && !isPaused && !isHeldShut,
  };
  const sends = {
    microphone: opens.microphone && has.microphone,
    camera: opens.camera && has.camera,
    screen: isHeard && wants.screen,
  };
  return {
    microphone: !isOpen ? 'off' : sends.microphone ? 'live' : 'ready',
    camera: !wants.camera ? 'off' : isPaused || isHeldShut ? 'paused' : 'on',
    opens,
    sends,
  };
}

/** Is anybody in it who was not before? Then whoever is hidden closes the microphone until they answer. */
export const hasNewcomer = (before: ReadonlySet<string>, now: ReadonlySet<string>): boolean => [...now].some((id) => !before.has(id));
