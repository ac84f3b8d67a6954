// What a story with voices begins with: people whose fake microphones each have a voice, in a plain hall, and words for what they hear and see.
import { type Browser, type BrowserContext, expect as baseExpect, type LaunchOptions } from '@playwright/test';
import { Ears, watchMedia } from '../support/Ears.ts';
import type { BadUdp } from '../support/media/BadUdp.ts';
import { areaAt, drawHall, mapOf, tilePx, withTiles } from '../support/smallMaps.ts';
import { PITCHES, voiceFile } from '../support/voices.ts';
import { type Coming, type Person, test as story, withoutGraphics } from './story.ts';

/** Large and empty; nobody talks at its start, from where it is not far to where people meet, and too far to hear them. */
const HALL = mapOf(drawHall(40, 24), [areaAt('start', { x: 12, y: 5, width: 2, height: 2 }, { start: true })]);

/** Somebody who talks, whichever browser they came with. */
export interface Speaking {
  person: Pick<Person, 'name' | 'me' | 'snapshot' | 'walkTo'>;
  ears: Ears;
  /** Of their fake microphone, Hz. */
  pitch: number;
}

export interface Talker extends Speaking {
  person: Person;
  /** Kinds of devices that are open now. */
  openDevices(): Promise<string[]>;
}

interface Means {
  microphone?: 'ready' | 'off';
  /** False: there is no microphone and no camera. */
  devices?: boolean;
  /** Between them and the media server. */
  network?: BadUdp;
  /** Between their camera and the media server; all else goes straight. */
  pictureNetwork?: BadUdp;
  /** What they hear is played for real, on the sound server that this names. */
  speakers?: Record<string, string>;
  /** False: no way leads to other browsers. */
  reachesOthers?: boolean;
}

export interface Hall {
  /** Comes in through a browser of their own, with a voice of their own; microphone ready unless said otherwise. */
  enter(name: string, coming?: Coming & Means): Promise<Talker>;
}

interface Everywhere {
  /** One browser for each voice, used by one story after the other: starting one takes a second. */
  browsers: Map<string, Promise<Browser>>;
}

export const test = story.extend<{ hall: Hall }, Everywhere>({
  maps: withTiles({ 'hall.tmj': HALL }),
  browsers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the braces what it needs
    async ({}, use) => {
      const browsers: Everywhere['browsers'] = new Map();
      await use(browsers);
      await Promise.all([...browsers.values()].map(async (browser) => (await browser).close()));
    },
    { scope: 'worker' },
  ],
  hall: async ({ office, playwright, launchOptions, browserName, browsers }, use) => {
    let people = 0;
    const openBrowser = (settings: LaunchOptions): Promise<Browser> => {
      const key = JSON.stringify(settings);
      const browser = browsers.get(key) ?? playwright[browserName].launch(settings);
      browsers.set(key, browser);
      return browser;
    };
    await use({
      async enter(name, coming = {}) {
        const { microphone = 'ready', devices = true, network, pictureNetwork, speakers, reachesOthers = true, ...rest } = coming;
        const pitch = PITCHES[people++ % PITCHES.length] ?? PITCHES[0];
        const args = [
          ...(launchOptions.args ?? []).filter((arg) => devices || !arg.includes('fake-device')),
          `--use-file-for-fake-audio-capture=${voiceFile(pitch)}`,
          '--auto-select-desktop-capture-source=Entire',
        ];
        const aloud = speakers && { ignoreDefaultArgs: ['--mute-audio'], env: { PATH: process.env.PATH ?? '', ...speakers } };
        const settings = { ...launchOptions, ...aloud, args };
        const browser = await openBrowser(rest.draws ? settings : withoutGraphics(settings));
        const context = await browser.newContext({
          viewport: { width: 640, height: 360 },
          permissions: ['microphone', 'camera'],
          reducedMotion: 'reduce',
          serviceWorkers: 'block',
          ...rest.browser,
        });
        await context.addInitScript(watchMedia);
        if (network) await leadThrough(network, context, '');
        if (pictureNetwork) await leadThrough(pictureNetwork, context, 'm=video');
        if (!reachesOthers) await context.addInitScript(findNoBrowser);
        const person = await office.enter(name, {
          ...{ path: '/o/hall', context, draws: false, ...rest },
          preferences: {
            rawSound: true,
            isMicrophoneReady: microphone === 'ready',
            microphoneReady: microphone === 'ready',
            devicesSeen: true,
            ...rest.preferences,
          },
        });
        const ears = new Ears(person.page);
        return { person, ears, pitch, openDevices: () => ears.devices() };
      },
    });
  },
});

/** In the page: of other browsers' addresses nothing is learnt; those of the media server are in its one description. */
function findNoBrowser(): void {
  const { prototype } = RTCPeerConnection;
  const take = prototype.setRemoteDescription as (this: RTCPeerConnection, description: RTCSessionDescriptionInit) => Promise<void>;
  prototype.setRemoteDescription = function setRemoteDescription(this: RTCPeerConnection, { type, sdp = '' }: RTCSessionDescriptionInit) {
    // as browsers write it, and the engine of the media server does not
    const isBrowsers = /^o=- /m.test(sdp);
    return take.call(this, { type, sdp: isBrowsers ? sdp.replaceAll(/^a=candidate:.*\r\n/gm, '') : sdp });
  } as typeof prototype.setRemoteDescription;
  Object.assign(prototype, { addIceCandidate: () => Promise.resolve() });
}

/** What the page sends to the media server, or gets from it, goes through that network. @param only connections whose first line begins so */
async function leadThrough(network: BadUdp, context: BrowserContext, only: '' | 'm=video'): Promise<void> {
  await context.exposeFunction('leadThroughNetwork', (sdp: string) => network.lead(sdp));
  await context.addInitScript((beginning) => {
    const { leadThroughNetwork } = globalThis as unknown as { leadThroughNetwork(sdp: string): Promise<string> };
    const isLed = (sdp = ''): boolean => (/^m=.*$/m.exec(sdp)?.[0] ?? '').startsWith(beginning);
    const { prototype } = RTCPeerConnection;
    const take = prototype.setRemoteDescription as (this: RTCPeerConnection, description: RTCSessionDescriptionInit) => Promise<void>;
    prototype.setRemoteDescription = async function setRemoteDescription(
      this: RTCPeerConnection,
      { type, sdp }: RTCSessionDescriptionInit,
    ) {
      return take.call(this, isLed(sdp) ? { type, sdp: await leadThroughNetwork(sdp ?? '') } : { type, ...(sdp && { sdp }) });
    } as typeof prototype.setRemoteDescription;
    // else the server would find a way around
    let holder: object = prototype;
    while (!Object.hasOwn(holder, 'localDescription')) holder = Object.getPrototypeOf(holder);
    const tell = Object.getOwnPropertyDescriptor(holder, 'localDescription')?.get;
    Object.defineProperty(prototype, 'localDescription', {
      get(this: RTCPeerConnection) {
        const told = tell?.call(this) as RTCSessionDescription | null | undefined;
        return told && { type: told.type, sdp: isLed(told.sdp) ? told.sdp.replaceAll(/^a=candidate:.*\r\n/gm, '') : told.sdp };
      },
    });
  }, only);
}

/** Tiles of the hall where people meet, one step apart. */
export const spot = (n: number): { x: number; y: number } => tilePx(12 + n, 12);
/** Out of every conversation there, and too far to hear one that is out loud. */
export const farAway = tilePx(21, 12);

/** Louder than this (amplitude, 0 to 1) is heard; what is left of others' voices by coding is far less. */
export const HEARD = 0.02;
const TIMEOUT_MS = 12_000;
/** So many are no picture that stands still. */
const ENOUGH_FRAMES = 3;

export const expect = baseExpect.extend({
  /** Decoded sound of that voice reaches the ear. */
  async toHear(listener: Speaking, speaker: Speaking) {
    const measure = async (): Promise<number> => (await listener.ears.listen('ear', [speaker.pitch], 1000, HEARD))[0] ?? 0;
    const until = performance.now() + TIMEOUT_MS;
    let amplitude = await measure();
    while (amplitude > HEARD === this.isNot && performance.now() < until) amplitude = await measure();
    return {
      pass: amplitude > HEARD,
      message: () => `${listener.person.name} hears ${speaker.person.name} with an amplitude of ${amplitude.toFixed(4)}; ${HEARD} is heard`,
    };
  },
  /** Decoded pictures of them are not black: counted by person, looked at dot by dot. */
  async toSee(viewer: Speaking, shown: Speaking, as: 'video' | 'screen' = 'video') {
    const { id } = await shown.person.me();
    const until = performance.now() + TIMEOUT_MS;
    const measure = async (): Promise<boolean> => {
      const { call } = await viewer.person.snapshot();
      const participant = call?.participants.find((candidate) => candidate.id === id);
      if (!participant?.[as]) return false;
      const pictures = await viewer.ears.look(1200, ENOUGH_FRAMES);
      return pictures.some(({ frames, brightest }) => frames >= ENOUGH_FRAMES && brightest > 40);
    };
    let pass = await measure();
    while (pass === this.isNot && performance.now() < until) pass = await measure();
    return { pass, message: () => `${viewer.person.name} ${pass ? 'sees' : 'does not see'} ${shown.person.name} (${as})` };
  },
});

/** Walks there and stands; resolves when both know that they talk. */
export async function meet(...talkers: Speaking[]): Promise<void> {
  await Promise.all(talkers.map(({ person }, i) => person.walkTo(spot(i))));
  for (const { person } of talkers)
    await baseExpect
      .poll(async () => (await person.snapshot()).conversation?.members.length ?? 0, {
        message: `${person.name} is in the conversation`,
        timeout: 15_000,
      })
      .toBe(talkers.length);
}
