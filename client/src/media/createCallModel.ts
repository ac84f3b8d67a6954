// Calls and devices of one page: the model the UI and the keys see, and the attending to conversations behind it.
import { computed, signal } from '@preact/signals-core';
import type { Preferences } from '../lib/preferences.ts';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import { attendCalls } from './attendCalls.ts';
import type { CallFacts } from './CallFacts.ts';
import type { CallModel, ScreenMode, Signalling } from './CallModel.ts';
import { Devices } from './Devices.ts';
import { Echo } from './Echo.ts';
import { offerMediaKeys } from './mediaSessionKeys.ts';
import { OwnMedia } from './OwnMedia.ts';

export interface OwnCallModel extends CallModel {
  /** Follows the conversations of a visit until the scope ends. */
  attend(scope: Scope, world: World, signalling: Signalling): void;
}

export function createCallModel({ scope, preferences }: { scope: Scope; preferences: Preferences }): OwnCallModel {
  const devices = new Devices(scope, preferences);
  const facts: CallFacts = {
    participants: signal([]),
    transport: signal(undefined),
    stage: signal({ active: undefined, presenter: undefined }),
    hearers: signal(0),
    maySpeak: signal(false),
    mayShow: signal({ camera: false, screen: false }),
    isOnStage: signal(false),
    isHeldShut: signal(false),
    lowData: signal(preferences.values.peek().lowData),
    announcement: signal('none'),
    isAnnouncementDown: signal(false),
    isAnnouncing: signal(false),
    isAnnouncementShut: signal(false),
    conversationGain: signal(1),
  };
  const own = new OwnMedia(scope, devices, preferences, facts);
  const echo = new Echo(devices);
  const model: OwnCallModel = {
    devices,
    echo,
    microphone: computed(() => own.sending.value.microphone),
    camera: computed(() => own.sending.value.camera),
    screen: own.screen.stream,
    hearers: facts.hearers,
    transport: facts.transport,
    stage: facts.stage,
    participants: facts.participants,
    isSpeakingMuted: own.isSpeakingMuted,
    isHeldShut: facts.isHeldShut,
    isPlaybackBlocked: devices.sound.isBlocked,
    lowData: facts.lowData,
    isPushing: own.isPushing,
    announcement: facts.announcement,
    toggleMicrophone: () => own.toggleMicrophone(),
    closeMicrophone: () => own.closeMicrophone(),
    closeForNow: () => own.closeForNow(),
    toggleCamera: () => own.toggleCamera(),
    canShareScreen: own.screen.isPossible,
    shareScreen: (mode: ScreenMode = 'text') => own.screen.share(mode),
    stopSharing: () => own.screen.stop(),
    setScreenMode: (mode) => own.screen.setMode(mode),
    pushToTalk: (held) => own.push(held),
    openAgain: () => {
      facts.isHeldShut.value = false;
    },
    unblockPlayback: () => devices.sound.unblock(),
    setLowData: (on) => {
      facts.lowData.value = on;
      preferences.set({ lowData: on });
    },
    turnDownAnnouncement: () => {
      facts.isAnnouncementDown.value = !facts.isAnnouncementDown.peek();
    },
    attend(visit, world, signalling) {
      devices.endTests();
      attendCalls(visit, {
        ...{ world, signalling, devices, own, facts },
        // whoever wants the sound as it is wants all of it
        discontinuous: () => !preferences.values.peek().rawSound,
      });
      echo.attend(visit, world);
      offerMediaKeys(visit, model);
    },
  };
  return model;
}
