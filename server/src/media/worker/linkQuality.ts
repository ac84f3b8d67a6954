// How what somebody sends arrives, in one word. Pure.
import type { LinkQuality } from '@comptoir/shared/protocol/auditorium';

export interface SeenOfLink {
  /** 0 to 1. */
  lossShare: number;
  jitterMs: number;
  /** Since the last packet. */
  silentMs: number;
}

/** A browser that says nothing still sends a packet every 400 ms. */
const LOST_MS = 2500;
const MUCH_LOSS = 0.05;
/** More than the buffers of listeners smooth without being heard. */
const MUCH_JITTER_MS = 60;

/** K50. @param tracks of one person, all that they may send; none: nothing of it has come yet */
export function linkQuality(tracks: readonly SeenOfLink[]): LinkQuality {
  if (tracks.every(({ silentMs }) => silentMs > LOST_MS)) return 'lost';
  const isPoor = ({ lossShare, jitterMs, silentMs }: SeenOfLink): boolean =>
    lossShare > MUCH_LOSS || jitterMs > MUCH_JITTER_MS || silentMs > LOST_MS;
  return tracks.some(isPoor) ? 'poor' : 'good';
}
