// Gives the crowd's totals to the metrics, which only take what came on top.
import type { Metrics } from '../ops/metrics.ts';
import type { Crowd } from './Crowd.ts';

export class FrameCount {
  readonly #metrics: Pick<Metrics, 'frames' | 'frameBytes' | 'skippedFrames'>;
  #counted = { frames: 0, bytes: 0, skipped: 0 };

  constructor(metrics: Pick<Metrics, 'frames' | 'frameBytes' | 'skippedFrames'>) {
    this.#metrics = metrics;
  }

  count({ frames, bytes, skipped }: Crowd['totals']): void {
    this.#metrics.frames.inc(frames - this.#counted.frames);
    this.#metrics.frameBytes.inc(bytes - this.#counted.bytes);
    this.#metrics.skippedFrames.inc(skipped - this.#counted.skipped);
    this.#counted = { frames, bytes, skipped };
  }
}
