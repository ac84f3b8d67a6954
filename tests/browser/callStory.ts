// What a story with voices begins with: people whose fake microphones each have a voice, in a plain hall, and words for what they hear and see.
import { join } from 'node:path';
import { type Browser, type BrowserContext, expect as baseExpect } from '@playwright/test';
import { Ears, watchMedia } from '../support/Ears.ts';
import type { BadUdp } from '../support/media/BadUdp.ts';
import { writeMaps } from '../support/openOffice.ts';
import { areaAt, drawHall, mapOf, tilePx, withTiles } from '../support/smallMaps.ts';
import { PITCHES, voiceFile } from '../support/voices.ts';
import { type Coming, type Person, test as story } from './story.ts';

/** Large and empty; nobody talks at its start. */
const HALL = mapOf(drawHall(40, 24), [areaAt('start', { x: 2, y: 2, width: 2, height: 2 }, { start: true })]);

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
  /** False: no way leads to other browsers. */
  reachesOthers?: boolean;
}

export interface Hall {
  /** Comes in through a browser of their own, with a voice of their own; microphone ready unless said otherwise. */
  enter(name: string, coming?: Coming & Means): Promise<Talker>;
}

export const test = story.extend<{ hall: Hall }>({
  hall: async ({ office, playwright, launchOptions, browserName }, use) => {
    writeMaps(join(office.server.dataDir, 'maps'), withTiles({ 'hall.tmj': HALL }));
    await baseExpect.poll(async () => (await fetch(`${office.server.url}/api/offices/hall`)).status, { timeout: 30_000 }).toBe(200);
    const browsers: Browser[] = [];
    await use({
      async enter(name, { microphone = 'ready', devices = true, network, reachesOthers = true, ...coming } = {}) {
        const pitch = PITCHES[browsers.length % PITCHES.length] ?? PITCHES[0];
        const args = [
          ...(launchOptions.args ?? []).filter((arg) => devices || !arg.includes('fake-device')),
          `--use-file-for-fake-audio-capture=${voiceFile(pitch)}`,
          '--auto-select-desktop-capture-source=Entire',
        ];
        const browser = await playwright[browserName].launch({ ...launchOptions, args });
        browsers.push(browser);
        const context = await browser.newContext({
          viewport: { width: 640, height: 360 },
          permissions: ['microphone', 'camera'],
          reducedMotion: 'reduce',
          ...coming.browser,
        });
        await context.addInitScript(watchMedia);
        if (network) await leadThrough(network, context);
        if (!reachesOthers) await context.addInitScript(findNoBrowser);
        const person = await office.enter(name, {
          ...{ path: '/o/hall', context, draws: false, ...coming },
          preferences: {
            rawSound: true,
            isMicrophoneReady: microphone === 'ready',
            microphoneReady: microphone === 'ready',
            devicesSeen: true,
            ...coming.preferences,
          },
        });
        const ears = new Ears(person.page);
        return { person, ears, pitch, openDevices: () => ears.devices() };
      },
    });
    for (const browser of browsers) await browser.close();
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

/** Whatever the page sends to the media server, or gets from it, goes through that network. */
async function leadThrough(network: BadUdp, context: BrowserContext): Promise<void> {
  await context.exposeFunction('leadThroughNetwork', (sdp: string) => network.lead(sdp));
  await context.addInitScript(() => {
    const { leadThroughNetwork } = globalThis as unknown as { leadThroughNetwork(sdp: string): Promise<string> };
    const { prototype } = RTCPeerConnection;
    const take = prototype.setRemoteDescription as (this: RTCPeerConnection, description: RTCSessionDescriptionInit) => Promise<void>;
    prototype.setRemoteDescription = async function setRemoteDescription(this: RTCPeerConnection, description: RTCSessionDescriptionInit) {
      return take.call(this, { type: description.type, sdp: await leadThroughNetwork(description.sdp ?? '') });
    };
    // else the server would find a way around
    let holder: object = prototype;
    while (!Object.hasOwn(holder, 'localDescription')) holder = Object.getPrototypeOf(holder);
    const tell = Object.getOwnPropertyDescriptor(holder, 'localDescription')?.get;
    Object.defineProperty(prototype, 'localDescription', {
      get(this: RTCPeerConnection) {
        const told = tell?.call(this) as RTCSessionDescription | null | undefined;
        return told && { type: told.type, sdp: told.sdp.replaceAll(/^a=candidate:.*\r\n/gm, '') };
      },
    });
  });
}

/** Tiles of the hall where people meet, one step apart. */
export const spot = (n: number): { x: number; y: number } => tilePx(12 + n, 12);
export const farAway = tilePx(35, 20);

/** Louder than this (amplitude, 0 to 1) is heard; what is left of others' voices by coding is far less. */
export const HEARD = 0.02;
const TIMEOUT_MS = 12_000;

export const expect = baseExpect.extend({
  /** Decoded sound of that voice reaches the ear. */
  async toHear(listener: Speaking, speaker: Speaking) {
    const measure = async (): Promise<number> => (await listener.ears.listen('ear', [speaker.pitch], 1000))[0] ?? 0;
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
      const pictures = await viewer.ears.look();
      return pictures.some(({ frames, brightest }) => frames > 2 && brightest > 40);
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
