// Microphones and cameras that a story plugs in and out: each microphone has a pitch, each camera a colour, so that one tells at the other side which is used.
import type { Page } from '@playwright/test';

export interface RackDevice {
  id: string;
  kind: 'audioinput' | 'videoinput';
  label: string;
  /** Of a microphone, Hz; 0: it gives nothing at all. */
  pitch?: number;
  /** Of a camera, as CSS writes it. */
  colour?: string;
}

interface Rack {
  plug(device: RackDevice): void;
  unplug(id: string): void;
}

type Racked = typeof globalThis & { rack: Rack; media?: { captured: MediaStreamTrack[] } };

/** In the page: instead of the browser's own devices these are there, and open, close, vanish as real ones do. */
function installRack(given: RackDevice[]): void {
  let there = [...given];
  const open: { id: string; track: MediaStreamTrack; end(): void }[] = [];
  const { mediaDevices } = navigator;
  const own = mediaDevices.enumerateDevices.bind(mediaDevices);

  const sound = (pitch: number): { track: MediaStreamTrack | undefined; end(): void } => {
    const context = new AudioContext();
    // by its class: what comes from the method counts as going to the speakers
    const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    const volume = new GainNode(context, { gain: pitch === 0 ? 0 : 0.3 });
    const tone = new OscillatorNode(context, { frequency: pitch === 0 ? 440 : pitch });
    tone.connect(volume).connect(out);
    tone.start();
    return { track: out.stream.getAudioTracks()[0], end: () => void context.close() };
  };
  const picture = (colour: string): { track: MediaStreamTrack | undefined; end(): void } => {
    const canvas = document.createElement('canvas');
    canvas.width = 640;
    canvas.height = 360;
    const drawing = canvas.getContext('2d');
    let n = 0;
    const draw = (): void => {
      if (!drawing) return;
      drawing.fillStyle = colour;
      drawing.fillRect(0, 0, 640, 360);
      // something moves, or the encoder would rest
      drawing.fillStyle = 'white';
      drawing.fillRect((n++ * 8) % 640, 0, 8, 8);
    };
    draw();
    const drawn = setInterval(draw, 66);
    return { track: canvas.captureStream(15).getVideoTracks()[0], end: () => clearInterval(drawn) };
  };

  const take = (kind: RackDevice['kind'], wished: unknown): MediaStreamTrack => {
    const { exact } = ((wished as MediaTrackConstraints).deviceId ?? {}) as { exact?: string };
    const fitting = there.filter((device) => device.kind === kind);
    const device = exact === undefined ? fitting[0] : fitting.find(({ id }) => id === exact);
    if (!device) throw new DOMException('no such device', fitting.length === 0 ? 'NotFoundError' : 'OverconstrainedError');
    const { track, end } = kind === 'audioinput' ? sound(device.pitch ?? 0) : picture(device.colour ?? 'grey');
    if (!track) throw new DOMException('no track', 'NotReadableError');
    const settings = track.getSettings.bind(track);
    track.getSettings = () => ({ ...settings(), deviceId: device.id });
    const stop = track.stop.bind(track);
    track.stop = () => {
      stop();
      end();
    };
    open.push({ id: device.id, track, end });
    return track;
  };

  mediaDevices.getUserMedia = async ({ audio, video } = {}) => {
    const tracks = [...(audio ? [take('audioinput', audio)] : []), ...(video ? [take('videoinput', video)] : [])];
    (globalThis as Racked).media?.captured.push(...tracks);
    return new MediaStream(tracks);
  };
  mediaDevices.enumerateDevices = async () => {
    const outputs = (await own()).filter(({ kind }) => kind === 'audiooutput');
    const mine = there.map(({ id: deviceId, kind, label }) => ({ deviceId, kind, label, groupId: '', toJSON: () => ({}) }));
    return [...mine, ...outputs] as MediaDeviceInfo[];
  };
  const changed = (): void => void mediaDevices.dispatchEvent(new Event('devicechange'));
  (globalThis as Racked).rack = {
    plug(device) {
      there.push(device);
      changed();
    },
    unplug(id) {
      there = there.filter((device) => device.id !== id);
      for (const { track } of open.filter((opened) => opened.id === id && opened.track.readyState === 'live')) {
        // the browser tells the page of an end that the page did not ask for
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
      changed();
    },
  };
  changed();
}

export class DeviceRack {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** From now on, until the page is left; before anything is open. */
  static async at(page: Page, devices: readonly RackDevice[]): Promise<DeviceRack> {
    await page.evaluate(installRack, [...devices]);
    return new DeviceRack(page);
  }

  plug(device: RackDevice): Promise<void> {
    return this.#page.evaluate((plugged) => (globalThis as Racked).rack.plug(plugged), device);
  }

  unplug({ id }: RackDevice): Promise<void> {
    return this.#page.evaluate((unplugged) => (globalThis as Racked).rack.unplug(unplugged), id);
  }
}

/** A picture that comes comes sooner: on a busy machine the encoder's first one takes a moment. */
const FRAME_MS = 1500;

/** In a page: the colours of the pictures that come in over connections, where most of their dots have them. Of one that stands still nothing is told. */
export const coloursSeen = (page: Page): Promise<{ red: number; blue: number }[]> =>
  page.evaluate(async (mostMs) => {
    const { media } = globalThis as unknown as { media: { received: { track: MediaStreamTrack; connection: RTCPeerConnection }[] } };
    const open = media.received.filter(
      ({ track, connection }) => track.kind === 'video' && !track.muted && connection.connectionState === 'connected',
    );
    const colours = await Promise.all(
      open.map(async ({ track }) => {
        const video = document.createElement('video');
        video.muted = true;
        video.srcObject = new MediaStream([track]);
        video.play().catch(() => undefined);
        const hasCome = await new Promise<boolean>((resolve) => {
          video.requestVideoFrameCallback(() => resolve(true));
          setTimeout(() => resolve(false), mostMs);
        });
        const canvas = document.createElement('canvas');
        canvas.width = 8;
        canvas.height = 8;
        const drawing = canvas.getContext('2d');
        drawing?.drawImage(video, 0, 0, 8, 8);
        const [red = 0, , blue = 0] = drawing?.getImageData(4, 6, 1, 1).data ?? [];
        video.srcObject = null;
        return hasCome ? [{ red, blue }] : [];
      }),
    );
    return colours.flat();
  }, FRAME_MS);
