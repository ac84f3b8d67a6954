// A talk that is over, as its page and its files show it.
import type { TalkRecord } from '../auditorium/TalkRecord.ts';

/** Written on the page afterwards. `question` '' : a question of its own. */
export interface Afterwards {
  id: string;
  question: string;
  text: string;
  name: string;
  /** ms since 1970. */
  atMs: number;
}

/** The recording, once it is ready. Paths on this server, with the key if there is one. */
export interface ReplayMedia {
  video: string | undefined;
  audio: string | undefined;
  /** MIME types. */
  videoType: string;
  audioType: string;
  audioBytes: number;
  durationMs: number;
  /** When it began, ms since the talk began: times of the talk less this are times of the recording. */
  offsetMs: number;
}

export interface Replay {
  record: TalkRecord & { endedMs: number };
  afterwards: readonly Afterwards[];
  media: ReplayMedia | undefined;
}

export const durationOf = ({ startedMs, endedMs }: Replay['record']): number => Math.max(0, endedMs - startedMs);
