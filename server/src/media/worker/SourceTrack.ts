// What fills slots: something that somebody publishes, here or at another worker of the same call.
import type { TrackKind } from '@comptoir/shared/protocol/talk';
import type { Medium } from '../packets/sdp.ts';
import type { Stream } from './Stream.ts';

export interface SourceTrack {
  /** Person and kind. */
  readonly key: string;
  readonly personId: string;
  readonly as: TrackKind;
  readonly medium: Medium;
  readonly streams: readonly Stream[];
  /** By the rights of the person. */
  readonly isAllowed: boolean;
  readonly spokeMs: number;
  /** Somebody shows it large. */
  isWantedLarge: boolean;
  /** Streams that may be shown now: those that the publisher has not stopped, because nobody needs them or their machine is too slow. */
  flowing(): readonly Stream[];
}

export const keyOf = (personId: string, as: TrackKind): string => `${personId} ${as}`;
