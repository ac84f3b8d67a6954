// How loud a track is now: looks at its last samples, changes nothing of it.

export interface Loudness {
  /** 0 to 1, of the last 40 ms. */
  rms: number;
  /** The loudest sample of them, 0 to 1. */
  peak: number;
}

const QUIET: Loudness = { rms: 0, peak: 0 };

export class Meter {
  readonly #context: AudioContext;
  readonly #analyser: AnalyserNode;
  readonly #source: AudioNode;
  readonly #owned: boolean;
  readonly #samples: Float32Array<ArrayBuffer>;

  /** @param source a track of this browser, or a node that already plays one */
  constructor(context: AudioContext, source: MediaStreamTrack | AudioNode) {
    this.#context = context;
    this.#analyser = context.createAnalyser();
    this.#analyser.fftSize = 2048;
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#owned = !(source instanceof AudioNode);
    this.#source = source instanceof AudioNode ? source : context.createMediaStreamSource(new MediaStream([source]));
    this.#source.connect(this.#analyser);
  }

  /** A context that does not run hears nothing: undefined, which is not silence. */
  read(): Loudness | undefined {
    if (this.#context.state !== 'running') return undefined;
    this.#analyser.getFloatTimeDomainData(this.#samples);
    let sum = 0;
    let peak = 0;
    // twenty times a second for everybody who is heard: a plain loop
    for (let i = 0; i < this.#samples.length; i++) {
      const sample = this.#samples[i] ?? 0;
      sum += sample * sample;
      if (sample > peak) peak = sample;
      else if (-sample > peak) peak = -sample;
    }
    return sum === 0 ? QUIET : { rms: Math.sqrt(sum / this.#samples.length), peak };
  }

  end(): void {
    if (this.#owned) this.#source.disconnect();
    else this.#source.disconnect(this.#analyser);
  }
}
