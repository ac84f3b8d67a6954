import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { hasNewcomer, type SendingFacts, sendingNow } from './ownSending.ts';

const heard: SendingFacts = {
  wants: { microphone: true, camera: true, screen: true },
  has: { microphone: true, camera: true },
  ...{
    isPushing: false,
    maySpeak: true,
    mayShow: { camera: true, screen: true },
    isOnStage: false,
    hearers: 2,
    hiddenMs: undefined,
    isHeldShut: false,
    isAnnouncing: false,
    isAnnouncementShut: false,
  },
};
const all = { microphone: true, camera: true, screen: true };
const nothing = { microphone: false, camera: false, screen: false };

describe('[K20] sent and captured is', () => {
  it.each<[string, Partial<SendingFacts>, Partial<typeof all>]>([
    ['all I want, while somebody hears', {}, all],
    ['nothing when alone', { hearers: 0 }, nothing],
    ['nothing of who only listens', { maySpeak: false }, nothing],
    ['the voice alone where no picture is wanted of me', { mayShow: { camera: false, screen: false } }, { ...nothing, microphone: true }],
    ['nothing that I do not want', { wants: { ...nothing } }, nothing],
    ['the microphone that is held open', { wants: { ...nothing }, isPushing: true }, { ...nothing, microphone: true }],
    ['no track that is not there', { has: { microphone: false, camera: false } }, { ...nothing, screen: true }],
  ])('%s', (_, facts, sends) => {
    expect(sendingNow({ ...heard, ...facts }).sends).toEqual(sends);
  });

  it('and nothing is open that is not to be sent', () => {
    for (const facts of [{ hearers: 0 }, { maySpeak: false }, { isHeldShut: true }, { wants: nothing }])
      expect(sendingNow({ ...heard, ...facts }).opens).toEqual({ microphone: false, camera: false });
  });

  it.each<[string, Partial<SendingFacts>]>([
    ['off', { wants: nothing }],
    ['ready', { hearers: 0 }],
    ['ready', { has: { microphone: false, camera: false } }],
    ['live', {}],
    ['live', { wants: nothing, isPushing: true }],
  ])('the microphone is %s', (state, facts) => {
    expect(sendingNow({ ...heard, ...facts }).microphone).toBe(state);
  });
});

describe('an announcement of mine', () => {
  it.each<[string, Partial<SendingFacts>]>([
    ['live', {}],
    ['live', { wants: nothing }],
    ['live', { hearers: 0, maySpeak: false }],
    ['ready', { has: { microphone: false, camera: false } }],
    ['off', { isAnnouncementShut: true }],
  ])('[K44] has the microphone %s for everybody, and closed for my conversation', (state, facts) => {
    const { microphone, sends } = sendingNow({ ...heard, isAnnouncing: true, ...facts });
    expect(microphone).toBe(state);
    expect(sends.microphone).toBe(false);
  });
});

describe('[K23] in a hidden tab', () => {
  it('microphone and screen stay, the camera closes after 20 s', () => {
    expect(sendingNow({ ...heard, hiddenMs: tuning.cameraHiddenMs - 1 }).sends).toEqual(all);
    const later = sendingNow({ ...heard, hiddenMs: tuning.cameraHiddenMs });
    expect(later.sends).toEqual({ ...all, camera: false });
    expect(later.camera).toBe('paused');
  });

  it('[T52] the camera stays open on a stage', () => {
    expect(sendingNow({ ...heard, hiddenMs: tuning.cameraHiddenMs, isOnStage: true }).sends).toEqual(all);
  });

  it('what was held shut for a newcomer stays shut until it is answered', () => {
    const shut = sendingNow({ ...heard, hiddenMs: 5, isHeldShut: true });
    expect(shut.sends).toEqual({ microphone: false, camera: false, screen: true });
    expect(shut.microphone).toBe('ready');
  });

  it.each([
    [['b'], ['b', 'c'], true],
    [['b', 'c'], ['c'], false],
    [['b'], ['b'], false],
    [[], [], false],
  ])('of %j, then %j, somebody is new: %s', (before, now, isNew) => {
    expect(hasNewcomer(new Set(before), new Set(now))).toBe(isNew);
  });
});
