// What somebody really hears and sees: decoded sound by its pitch, decoded pictures by their dots. Never what the page says about it.
import type { Page } from '@playwright/test';

interface Received {
  track: MediaStreamTrack;
  connection: RTCPeerConnection;
}

interface Media {
  received: Received[];
  connections: RTCPeerConnection[];
  outputs: MediaStream[];
  captured: MediaStreamTrack[];
  /** All that the page made, and ours. */
  contexts: AudioContext[];
  context?: AudioContext;
}

/** How loud each pitch was. */
export interface Moment {
  atMs: number;
  amplitudes: number[];
}

type Watched = typeof globalThis & { media: Media };

/** Runs in the page before anything else: keeps what comes in over connections, and what goes to the speakers. */
export function watchMedia(): void {
  const watched = globalThis as Watched;
  const media: Media = { received: [], connections: [], outputs: [], captured: [], contexts: [] };
  watched.media = media;
  const Native = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(config?: RTCConfiguration) {
      super(config);
      media.connections.push(this);
      this.addEventListener('track', ({ track }) => media.received.push({ track, connection: this }));
    }
  };
  const keep = (stream: MediaStream): MediaStream => {
    media.captured.push(...stream.getTracks());
    return stream;
  };
  const devices = navigator.mediaDevices;
  if (devices) {
    const [camera, screen] = [devices.getUserMedia.bind(devices), devices.getDisplayMedia.bind(devices)];
    devices.getUserMedia = async (asked) => keep(await camera(asked));
    devices.getDisplayMedia = async (asked) => keep(await screen(asked));
  }
  const NativeContext = globalThis.AudioContext;
  globalThis.AudioContext = class extends NativeContext {
    constructor(options?: AudioContextOptions) {
      super(options);
      media.contexts.push(this);
    }
  };
  const make = AudioContext.prototype.createMediaStreamDestination;
  AudioContext.prototype.createMediaStreamDestination = function createMediaStreamDestination() {
    const node = make.call(this);
    media.outputs.push(node.stream);
    return node;
  };
  // straight to the speaker: what goes there goes into a stream as well, and counts where streams play into the same context
  const taps = new Map<BaseAudioContext, MediaStreamAudioDestinationNode>();
  const playing = new WeakSet<BaseAudioContext>();
  const count = (context: BaseAudioContext): void => {
    const stream = playing.has(context) ? taps.get(context)?.stream : undefined;
    if (stream && !media.outputs.includes(stream)) media.outputs.push(stream);
  };
  const play = AudioContext.prototype.createMediaStreamSource;
  AudioContext.prototype.createMediaStreamSource = function createMediaStreamSource(stream) {
    playing.add(this);
    count(this);
    return play.call(this, stream);
  };
  const connect = AudioNode.prototype.connect as (this: AudioNode, to: AudioNode | AudioParam, ...rest: number[]) => AudioNode;
  AudioNode.prototype.connect = function connectAlso(this: AudioNode, to: AudioNode | AudioParam, ...rest: number[]) {
    if (to instanceof AudioDestinationNode && this.context instanceof AudioContext) {
      const tap = taps.get(this.context) ?? new MediaStreamAudioDestinationNode(this.context);
      taps.set(this.context, tap);
      connect.call(this, tap);
      count(this.context);
    }
    return connect.call(this, to, ...rest);
  } as typeof AudioNode.prototype.connect;
}

/** Runs in the page before anything else: a browser that draws nothing shows the office as a list, and leaves the machine to the media. */
export function drawNothing(): void {
  const make = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, ...args: unknown[]) => unknown;
  HTMLCanvasElement.prototype.getContext = function getContext(this: HTMLCanvasElement, ...args: unknown[]) {
    const isProbe = !this.isConnected && this.width === 300 && this.height === 150;
    return isProbe ? null : make.apply(this, args);
  } as typeof HTMLCanvasElement.prototype.getContext;
}

interface Listening {
  where: 'ear' | 'line';
  hertz: number[];
  ms: number;
  /** The first that is louder than this ends it. */
  enough: number;
}

/** In the page, every 40 ms or so: how loud each pitch is, as amplitude (0 to 1) of a window of 85 ms. */
async function listen({ where, hertz, ms, enough }: Listening): Promise<Moment[]> {
  const { media } = globalThis as Watched;
  media.context ??= new AudioContext();
  const { context } = media;
  await context.resume();
  const open = media.received.filter(({ connection, track }) => connection.connectionState !== 'closed' && track.kind === 'audio');
  const streams = where === 'ear' ? media.outputs : open.map(({ track }) => new MediaStream([track]));
  const ears = streams.map((stream) => {
    // without an element that plays it, nothing of a received stream is decoded
    const element = new Audio();
    element.muted = true;
    element.srcObject = stream;
    element.play().catch(() => undefined);
    const analyser = context.createAnalyser();
    analyser.fftSize = 4096;
    const source = context.createMediaStreamSource(stream);
    source.connect(analyser);
    return { element, analyser, source };
  });
  const samples = new Float32Array(4096);
  const moments: { atMs: number; amplitudes: number[] }[] = [];
  const until = performance.now() + ms;
  while (performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 40));
    const amplitudes = hertz.map(() => 0);
    for (const { analyser } of ears) {
      analyser.getFloatTimeDomainData(samples);
      hertz.forEach((hz, i) => {
        let re = 0;
        let im = 0;
        samples.forEach((sample, n) => {
          const windowed = sample * (0.5 - 0.5 * Math.cos((2 * Math.PI * n) / samples.length));
          const angle = (2 * Math.PI * hz * n) / context.sampleRate;
          re += windowed * Math.cos(angle);
          im += windowed * Math.sin(angle);
        });
        amplitudes[i] = Math.max(amplitudes[i] ?? 0, (4 * Math.hypot(re, im)) / samples.length);
      });
    }
    moments.push({ atMs: performance.now(), amplitudes });
    if (amplitudes.some((amplitude) => amplitude > enough)) break;
  }
  for (const { element, source } of ears) {
    source.disconnect();
    element.srcObject = null;
  }
  return moments;
}

/** In the page: for each picture that comes in, frames decoded within so many ms, until there are enough, and how bright its dots get (0 to 255). */
async function look({ ms, enough }: { ms: number; enough: number }): Promise<{ frames: number; brightest: number; width: number }[]> {
  const { media } = globalThis as Watched;
  const open = media.received.filter(
    ({ connection, track }) => connection.connectionState === 'connected' && track.kind === 'video' && !track.muted,
  );
  return Promise.all(
    open.map(async ({ track }) => {
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = new MediaStream([track]);
      video.play().catch(() => undefined);
      let frames = 0;
      await new Promise<void>((resolve) => {
        const count = (): void => {
          frames++;
          if (frames >= enough) resolve();
          video.requestVideoFrameCallback(count);
        };
        video.requestVideoFrameCallback(count);
        setTimeout(resolve, ms);
      });
      const canvas = document.createElement('canvas');
      canvas.width = 32;
      canvas.height = 18;
      const drawing = canvas.getContext('2d');
      drawing?.drawImage(video, 0, 0, 32, 18);
      const dots = drawing?.getImageData(0, 0, 32, 18).data ?? [];
      let brightest = 0;
      for (let i = 0; i < dots.length; i += 4) brightest = Math.max(brightest, dots[i] ?? 0, dots[i + 1] ?? 0, dots[i + 2] ?? 0);
      const width = video.videoWidth;
      video.srcObject = null;
      return { frames, brightest: frames > 0 ? brightest : 0, width };
    }),
  );
}

/** In the page: what all audio receivers have got so far, in samples. */
async function countSamples(): Promise<{ received: number; concealed: number; bytesSent: number }> {
  const { media } = globalThis as Watched;
  const sum = { received: 0, concealed: 0, bytesSent: 0 };
  for (const connection of media.connections) {
    if (connection.connectionState === 'closed') continue;
    for (const entry of (await connection.getStats()).values()) {
      if (entry.type === 'inbound-rtp' && entry.kind === 'audio') {
        sum.received += entry.totalSamplesReceived ?? 0;
        sum.concealed += (entry.concealedSamples ?? 0) - (entry.silentConcealedSamples ?? 0);
      }
      if (entry.type === 'outbound-rtp') sum.bytesSent += entry.bytesSent ?? 0;
    }
  }
  return sum;
}

/** In the page: packets of sound that came, ever, over each connection that is open: in a mesh, of each person. */
async function countPackets(): Promise<number[]> {
  const { media } = globalThis as Watched;
  const open = media.connections.filter(({ connectionState }) => connectionState === 'connected');
  return Promise.all(
    open.map(async (connection) => {
      let packets = 0;
      for (const entry of (await connection.getStats()).values())
        if (entry.type === 'inbound-rtp' && entry.kind === 'audio') packets += entry.packetsReceived ?? 0;
      return packets;
    }),
  );
}

export class Ears {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Greatest amplitudes by pitch: at the ear (after fades, volume, distance) or on the line (whatever was decoded). Ends early with the first above `enough`. */
  async listen(where: 'ear' | 'line', hertz: readonly number[], ms = 1500, enough = Number.POSITIVE_INFINITY): Promise<number[]> {
    const moments = await this.#listen({ where, hertz: [...hertz], ms, enough });
    return hertz.map((_, i) => Math.max(0, ...moments.map(({ amplitudes }) => amplitudes[i] ?? 0)));
  }

  /** The same, moment by moment. */
  follow(where: 'ear' | 'line', hertz: readonly number[], ms: number): Promise<Moment[]> {
    return this.#listen({ where, hertz: [...hertz], ms, enough: Number.POSITIVE_INFINITY });
  }

  #listen(listening: Listening): Promise<Moment[]> {
    return this.#page.evaluate(listen, listening);
  }

  /** Each picture for so long; one of which so many frames came no longer. */
  look(ms: number, enough: number): Promise<{ frames: number; brightest: number; width: number }[]> {
    return this.#page.evaluate(look, { ms, enough });
  }

  samples(): Promise<{ received: number; concealed: number; bytesSent: number }> {
    return this.#page.evaluate(countSamples);
  }

  /** Packets of sound so far, by connection; the fewest first. */
  async packets(): Promise<number[]> {
    return (await this.#page.evaluate(countPackets)).toSorted((a, b) => a - b);
  }

  /** Audio contexts of the page that run. */
  runningContexts(): Promise<number> {
    return this.#page.evaluate(() => {
      const { media } = globalThis as Watched;
      return media.contexts.filter((context) => context !== media.context && context.state === 'running').length;
    });
  }

  /** As a phone does when somebody rings: what the page plays is paused until it goes on by itself. */
  takeSoundAway(): Promise<void> {
    return this.#page.evaluate(async () => {
      const { media } = globalThis as Watched;
      for (const context of media.contexts) if (context !== media.context) await context.suspend();
    });
  }

  /** Kinds of what is captured now: microphone, camera, screen. */
  devices(): Promise<string[]> {
    return this.#page.evaluate(() =>
      (globalThis as Watched).media.captured
        .filter(({ readyState }) => readyState === 'live')
        .map(({ kind }) => kind)
        .sort(),
    );
  }

  /** Open connections of this page, by state. */
  connections(): Promise<string[]> {
    return this.#page.evaluate(() =>
      (globalThis as Watched).media.connections.map(({ connectionState }) => connectionState).filter((state) => state !== 'closed'),
    );
  }
}
