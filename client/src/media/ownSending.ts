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
  /** And seen, if I may be heard? */
  mayShow: { camera: boolean; screen: boolean };
  /** In front of a hall: the camera stays while the tab is behind the slides. */
  isOnStage: boolean;
  /** How many hear me. */
  hearers: number;
  /** How long the tab is hidden, ms; undefined while it is seen. */
  hiddenMs: number | undefined;
  isHeldShut: boolean;
  /** My voice goes to everybody, and by that way only. */
  isAnnouncing: boolean;
  /** And I closed the microphone meanwhile. */
  isAnnouncementShut: boolean;
}

export interface Sending {
  microphone: MicrophoneState;
  camera: 'off' | 'on' | 'paused';
  /** Which devices are to be open. */
  opens: { microphone: boolean; camera: boolean };
  sends: { microphone: boolean; camera: boolean; screen: boolean };
}

/**
 * K20, K23: published only while somebody can hear or see; the camera of a hidden tab closes; held shut until answered.
 * K44: what everybody hears, my conversation does not hear twice.
 */
export function sendingNow(facts: SendingFacts): Sending {
  const { wants, has, isPushing, maySpeak, mayShow, hearers, hiddenMs, isHeldShut, isAnnouncing, isAnnouncementShut } = facts;
  const isHeard = maySpeak && hearers > 0;
  const isOpen = wants.microphone || isPushing;
  const isPaused = hiddenMs !== undefined && hiddenMs >= tuning.cameraHiddenMs && !facts.isOnStage;
  const opens = {
    microphone: isHeard && isOpen && !isHeldShut,
    camera: isHeard && mayShow.camera && wants.camera && !isPaused && !isHeldShut,
  };
  const sends = {
    microphone: opens.microphone && has.microphone && !isAnnouncing,
    camera: opens.camera && has.camera,
    screen: isHeard && mayShow.screen && wants.screen,
  };
  const toEverybody = isAnnouncementShut ? 'off' : has.microphone ? 'live' : 'ready';
  return {
    microphone: isAnnouncing ? toEverybody : !isOpen ? 'off' : sends.microphone ? 'live' : 'ready',
    camera: !wants.camera ? 'off' : isPaused || isHeldShut ? 'paused' : 'on',
    opens,
    sends,
  };
}

/** Is anybody in it who was not before? Then whoever is hidden closes the microphone until they answer. */
export const hasNewcomer = (before: ReadonlySet<string>, now: ReadonlySet<string>): boolean => [...now].some((id) => !before.has(id));
