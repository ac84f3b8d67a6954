// What is known of the recording of one talk, in a file beside it; and where its parts lie.
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** on: being taped · finishing: taped, and made into files · ready · failed: cannot be made; its tapes are there */
export type RecordingState = 'on' | 'finishing' | 'ready' | 'failed';

export interface RecordingFacts {
  version: 1;
  state: RecordingState;
  /** ms since 1970. */
  beganMs: number;
  endedMs: number | null;
  /** personIds of whom nothing is to be heard or seen. */
  withdrawn: string[];
  /** Whoever asked for it; whoever is in it; of these, whose yes holds. By personId. */
  by: string;
  people: string[];
  agreed: string[];
  /** Of these, who is erased: nothing names them once it is over. */
  erased?: string[];
  /** Of the files, once they are ready. */
  durationMs: number;
  /** The tapes are gone: nobody can be taken out any more. */
  areTapesGone: boolean;
}

/** Of one talk. */
export interface RecordingPaths {
  dir: string;
  facts: string;
  tapes: string;
  video: string;
  audio: string;
}

export const pathsIn = (dir: string): RecordingPaths => ({
  ...{ dir, facts: join(dir, 'recording.json'), tapes: join(dir, 'tapes') },
  ...{ video: join(dir, 'replay.webm'), audio: join(dir, 'replay.mp3') },
});

export const newFacts = (beganMs: number): RecordingFacts => ({
  ...{ version: 1, state: 'on', beganMs, endedMs: null, withdrawn: [], durationMs: 0, areTapesGone: false },
  ...{ by: '', people: [], agreed: [] },
});

/** Undefined: there is none. */
export function readFacts({ facts }: RecordingPaths): RecordingFacts | undefined {
  try {
    return JSON.parse(readFileSync(facts, 'utf8')) as RecordingFacts;
  } catch {
    return undefined;
  }
}

/** All of it or nothing. */
export function writeFacts({ facts: path }: RecordingPaths, facts: RecordingFacts): void {
  const beside = `${path}.new`;
  writeFileSync(beside, JSON.stringify(facts), { mode: 0o600 });
  renameSync(beside, path);
}

/** What is kept beside the tapes, for whoever cuts a film of them later. */
export type RecordingNote = { kind: 'name'; personId: string; name: string } | { kind: 'withdrawn'; personId: string };

/** What it was made into. */
export interface RecordedFiles {
  path: string;
  type: string;
  bytes: number;
  audioPath: string;
  audioType: string;
  audioBytes: number;
  durationMs: number;
  /** ms since 1970. */
  beganMs: number;
}

/** Once they are ready, and while they are there. */
export function recordedFiles({ video, audio }: RecordingPaths, { state, durationMs, beganMs }: RecordingFacts): RecordedFiles | undefined {
  if (state !== 'ready') return undefined;
  const [bytes, audioBytes] = [video, audio].map((path) => statSync(path, { throwIfNoEntry: false })?.size);
  if (bytes === undefined || audioBytes === undefined) return undefined;
  return { path: video, type: 'video/webm', bytes, audioPath: audio, audioType: 'audio/mpeg', audioBytes, durationMs, beganMs };
}
