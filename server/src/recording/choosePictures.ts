// The picture of a recording: at every moment what the hall showed to its audience, changed at keyframes, black where nobody showed anything.
import { KEYFRAME } from '../media/tapeFormat.ts';
import { BLACK_FRAME } from './blackFrame.ts';
import type { PictureTrack } from './PictureTrack.ts';
import type { Wish } from './readTapes.ts';

export interface Picture {
  ms: number;
  isKey: boolean;
  bytes: Buffer;
}

/** What is to be shown has been asked for a keyframe; until it comes, for so long, the picture before stays. */
const PATIENCE_MS = 3000;
/** A track that is over for so long leaves its place. */
const OVER_MS = 500;
/** Black too can be begun with in its middle. */
const BLACK_EVERY_MS = 5000;

/** In the order of their times, none twice at the same. */
export function* choosePictures(
  trackOf: (key: string) => PictureTrack | undefined,
  wishes: readonly Wish[],
  durationMs: number,
): Generator<Picture> {
  let lastMs = -1;
  for (const picture of chosen(trackOf, wishes, durationMs)) {
    const ms = Math.max(picture.ms, lastMs + 1);
    lastMs = ms;
    yield { ...picture, ms };
  }
}

function* chosen(trackOf: (key: string) => PictureTrack | undefined, wishes: readonly Wish[], durationMs: number): Generator<Picture> {
  let shown: PictureTrack | undefined;
  if ((wishes[0]?.fromMs ?? durationMs) > 0) yield* black(0, wishes[0]?.fromMs ?? durationMs);
  for (const [n, { fromMs, key }] of wishes.entries()) {
    const untilMs = Math.min(durationMs, wishes[n + 1]?.fromMs ?? durationMs);
    if (untilMs <= fromMs) continue;
    const wished = key === undefined ? undefined : trackOf(key);
    if (wished && wished === shown) {
      yield* follow(wished, fromMs, untilMs);
      continue;
    }
    const first = wished?.seek(fromMs);
    const beginsMs = Math.min(untilMs, first?.ms ?? untilMs);
    // while nothing else is there to be seen, what was seen stays
    const patientMs = wished ? Math.min(beginsMs, fromMs + PATIENCE_MS) : fromMs;
    if (shown && patientMs > fromMs) yield* follow(shown, fromMs, patientMs);
    else if (patientMs > fromMs) yield* black(fromMs, patientMs);
    if (beginsMs > patientMs) yield* black(patientMs, beginsMs);
    const isReady = first !== undefined && first.ms < untilMs;
    shown = isReady ? wished : beginsMs > patientMs ? undefined : shown;
    if (isReady && wished) yield* follow(wished, beginsMs, untilMs);
  }
}

/** From a keyframe on, or from where it was left. */
function* follow(track: PictureTrack, fromMs: number, untilMs: number): Generator<Picture> {
  let seenMs = fromMs;
  while (seenMs < untilMs) {
    const next = track.peek();
    const nextMs = next ? Math.min(next.ms, untilMs) : untilMs;
    const onMs = track.onUntil(seenMs);
    if (nextMs - onMs > OVER_MS) yield* black(onMs, nextMs);
    if (!next || next.ms >= untilMs) return;
    yield { ms: next.ms, isKey: (next.flags & KEYFRAME) !== 0, bytes: next.payload };
    track.next();
    seenMs = next.ms;
  }
}

function* black(fromMs: number, untilMs: number): Generator<Picture> {
  for (let ms = fromMs; ms < untilMs; ms += BLACK_EVERY_MS) yield { ms, isKey: true, bytes: BLACK_FRAME };
}
