// The recordings of all talks: begun, ended, made into files by a process beside the server, and deleted. Each lies in DATA_DIR/recordings/<talk>.
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { TapeOrder, TapeProblem } from '../media/tapeFormat.ts';
import type { Log } from '../ops/log.ts';
import { finishAside } from './finishAside.ts';
import { forgetInRecording, namesPerson } from './forgetInRecording.ts';
import { pathsOfPerson } from './readTapes.ts';
import type { RecordedFiles, RecordingFacts, RecordingNote, RecordingPaths } from './recordingFile.ts';
import { newFacts, pathsIn, readFacts, recordedFiles, writeFacts } from './recordingFile.ts';

/** `none`: this talk was not recorded. */
export type RecordingStatus = 'none' | 'recording' | 'finishing' | 'ready' | 'failed';

/** noRoom, cannotWrite: no longer taped · cannotFinish: its files could not be made */
export type RecordingProblem = TapeProblem | 'cannotFinish';

const DAY_MS = 24 * 3_600_000;
/** The tapes are kept so long after the end: until then somebody can be taken out. */
export const TAPE_DAYS = 7;
const LOOK_MS = 3_600_000;
/** What the media worker had gathered is written when it hears that the call is over. */
const SETTLE_MS = 1000;
/** Ids are ours: base64url. Anything else is no part of a path. */
const ID = /^[\w-]{1,64}$/;

interface Held {
  paths: RecordingPaths;
  facts: RecordingFacts;
  /** How much of it is made, 0 to 1. */
  share: number;
  /** Begun in this run of the server. */
  isTaped: boolean;
  /** While it is being made, or waits for it. */
  abort: AbortController | undefined;
}

export class Recordings {
  readonly #dir: string;
  readonly #log: Log;
  readonly #held = new Map<string, Held>();
  readonly #listeners = new Set<(talkId: string, problem: RecordingProblem) => void>();
  /** One after the other. */
  #finishing: Promise<void> = Promise.resolve();
  readonly #looking: NodeJS.Timeout;
  #isClosed = false;

  constructor(dataDir: string, log: Log) {
    this.#dir = join(dataDir, 'recordings');
    this.#log = log;
    mkdirSync(this.#dir, { recursive: true, mode: 0o700 });
    for (const talkId of readdirSync(this.#dir)) {
      const paths = pathsIn(join(this.#dir, talkId));
      const facts = readFacts(paths);
      if (facts && ID.test(talkId)) this.#held.set(talkId, { paths, facts, share: 0, isTaped: false, abort: undefined });
    }
    this.#looking = setInterval(() => this.#forgetTapes(), LOOK_MS);
    this.#looking.unref();
  }

  /** Somebody who is told when a recording stops by itself, or cannot be made. @returns no longer */
  onProblem(listener: (talkId: string, problem: RecordingProblem) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Of a talk that is on; one that was recorded before goes on in the same files, with its times.
   * @returns for OfficeCalls.record; undefined: the disk does not take it
   */
  begin(talkId: string, atMs: number): TapeOrder | undefined {
    if (!ID.test(talkId)) return undefined;
    const known = this.#held.get(talkId);
    known?.abort?.abort();
    const paths = known?.paths ?? pathsIn(join(this.#dir, talkId));
    const facts: RecordingFacts = known ? { ...known.facts, state: 'on', endedMs: null } : newFacts(atMs);
    try {
      mkdirSync(paths.tapes, { recursive: true, mode: 0o700 });
      writeFacts(paths, facts);
    } catch (err) {
      this.#log.error({ err, talk: talkId }, 'a talk cannot be recorded');
      return undefined;
    }
    this.#held.set(talkId, { paths, facts, share: 0, isTaped: true, abort: undefined });
    return { dir: paths.tapes, beganMs: facts.beganMs };
  }

  /** Taping stopped by itself: see OfficeCalls.record. What is there is kept, until the end. */
  stopped(talkId: string, problem: TapeProblem): void {
    this.#tell(talkId, problem);
  }

  /** After the last packet. @returns when its files are ready, or cannot be made */
  async end(talkId: string): Promise<void> {
    const held = this.#held.get(talkId);
    if (held?.facts.state !== 'on') return;
    this.#change(held, { state: 'finishing', endedMs: Date.now() });
    await pause(SETTLE_MS);
    // begun again, or deleted, meanwhile
    if (this.#held.get(talkId) !== held) return;
    this.#strip(held);
    await this.#finish(talkId, held);
  }

  note(talkId: string, event: RecordingNote): void {
    const held = this.#held.get(talkId);
    if (!held) return;
    const atMs = Date.now() - held.facts.beganMs;
    appendFile(join(held.paths.tapes, 'journal.jsonl'), `${JSON.stringify({ atMs, ...event })}\n`, { mode: 0o600 }).catch((err: unknown) =>
      this.#log.warn({ err }, 'the journal of a recording cannot be written'),
    );
  }

  /** Told whenever it changes, before anybody new is taped. @param agreed personIds whose yes holds @param people whoever is in it */
  consent(talkId: string, { by, agreed, people }: { by: string; agreed: readonly string[]; people: readonly string[] }): void {
    const held = this.#held.get(talkId);
    if (!held) return;
    const now = { by, agreed: [...agreed], people: [...new Set([...held.facts.people, ...people])] };
    const { facts } = held;
    if (JSON.stringify(now) !== JSON.stringify({ by: facts.by, agreed: facts.agreed, people: facts.people })) this.#change(held, now);
  }

  /** T107: one that an earlier run of the server left unfinished, with whoever has agreed to it. */
  unfinished(talkId: string): { by: string; agreed: string[] } | undefined {
    const held = this.#held.get(talkId);
    if (held?.facts.state !== 'on' || held.isTaped) return undefined;
    return { by: held.facts.by, agreed: held.facts.agreed };
  }

  /** Is something of this person in it? */
  isIn(talkId: string, personId: string): boolean {
    const { people = [], withdrawn = [] } = this.#held.get(talkId)?.facts ?? {};
    return people.includes(personId) && !withdrawn.includes(personId);
  }

  hasWithdrawn(talkId: string, personId: string): boolean {
    return this.#held.get(talkId)?.facts.withdrawn.includes(personId) === true;
  }

  stateOf(talkId: string): RecordingStatus {
    const state = this.#held.get(talkId)?.facts.state;
    return state === 'on' ? 'recording' : (state ?? 'none');
  }

  /** Of one that is being made: 0 to 1. */
  shareOf(talkId: string): number {
    return this.#held.get(talkId)?.share ?? 0;
  }

  replayOf(talkId: string): RecordedFiles | undefined {
    const held = this.#held.get(talkId);
    return held && recordedFiles(held.paths, held.facts);
  }

  /** Until when somebody can be taken out of it, ms since 1970; undefined: nobody can. */
  withdrawableUntilMs(talkId: string): number | undefined {
    const { facts } = this.#held.get(talkId) ?? {};
    if (!facts || facts.areTapesGone) return undefined;
    return (facts.endedMs ?? Date.now()) + TAPE_DAYS * DAY_MS;
  }

  /**
   * K68: of all that this person said and showed nothing is to be heard or seen. The files are gone at once, and made anew.
   * @returns tooLate: it can only be deleted
   */
  withdraw(talkId: string, personId: string): 'ok' | 'none' | 'tooLate' {
    const held = this.#held.get(talkId);
    if (!held) return 'none';
    const untilMs = this.withdrawableUntilMs(talkId);
    if (untilMs === undefined || untilMs < Date.now()) return 'tooLate';
    const withdrawn = [...new Set([...held.facts.withdrawn, personId])];
    this.note(talkId, { kind: 'withdrawn', personId });
    if (held.facts.state === 'on') {
      this.#change(held, { withdrawn });
      return 'ok';
    }
    held.abort?.abort();
    for (const path of [held.paths.video, held.paths.audio, ...pathsOfPerson(held.paths.tapes, personId)]) rmSync(path, { force: true });
    this.#change(held, { withdrawn, state: 'finishing' });
    void this.#finish(talkId, held);
    return 'ok';
  }

  /**
   * P124: of somebody who is erased nothing is left. While it is on their id stays: it is what keeps them out of it.
   * A recording that nobody can be taken out of any more goes as a whole.
   */
  async forget(personId: string): Promise<void> {
    for (const [talkId, held] of this.#held) {
      if (!namesPerson(held.facts, personId)) continue;
      const isOut = !this.isIn(talkId, personId) || this.withdraw(talkId, personId) === 'ok';
      if (!isOut) {
        await this.remove(talkId);
        continue;
      }
      this.#change(held, { erased: [...(held.facts.erased ?? []), personId] });
      if (held.facts.state !== 'on') this.#strip(held);
    }
  }

  /** Before the files are made anew. */
  #strip(held: Held): void {
    for (const personId of held.facts.erased ?? []) this.#change(held, forgetInRecording(held.facts, held.paths, personId));
  }

  /** Everything of it. */
  async remove(talkId: string): Promise<void> {
    const held = this.#held.get(talkId);
    if (!held) return;
    this.#held.delete(talkId);
    held.abort?.abort();
    const { facts, tapes, video, audio } = held.paths;
    for (const path of [facts, tapes, video, audio]) await rm(path, { recursive: true, force: true });
  }

  /** K66: once those talks have begun again that go on: what an earlier run left unfinished is made into files. */
  repair(): void {
    this.#forgetTapes();
    for (const [talkId, held] of this.#held) {
      if (held.isTaped || held.abort || !['on', 'finishing'].includes(held.facts.state)) continue;
      this.#change(held, { state: 'finishing' });
      this.#strip(held);
      void this.#finish(talkId, held);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#looking);
    for (const { abort } of this.#held.values()) abort?.abort();
    await this.#finishing;
  }

  /** @returns when it is made, or cannot be, or was given up */
  #finish(talkId: string, held: Held): Promise<void> {
    held.abort?.abort();
    const abort = new AbortController();
    held.abort = abort;
    held.share = 0;
    this.#finishing = this.#finishing.then(() => this.#make(talkId, held, abort.signal));
    return this.#finishing;
  }

  async #make(talkId: string, held: Held, signal: AbortSignal): Promise<void> {
    if (signal.aborted || this.#isClosed) return;
    const { tapes, video, audio } = held.paths;
    const made = { video: `${video}.new`, audio: `${audio}.new` };
    try {
      const { withdrawn, durationMs: leastMs } = held.facts;
      const order = { tapes, ...made, withdrawn, leastMs };
      const durationMs = await finishAside(order, (share) => (held.share = share), signal);
      if (signal.aborted) return;
      renameSync(made.video, video);
      renameSync(made.audio, audio);
      this.#change(held, { state: 'ready', durationMs, endedMs: held.facts.endedMs ?? held.facts.beganMs + durationMs });
    } catch (err) {
      if (signal.aborted) return;
      this.#log.error({ err, talk: talkId }, 'the files of a recording could not be made');
      this.#change(held, { state: 'failed' });
      this.#tell(talkId, 'cannotFinish');
    } finally {
      for (const path of Object.values(made)) rmSync(path, { force: true });
      if (held.abort?.signal === signal) held.abort = undefined;
    }
  }

  /** Tapes are kept for whoever wants to be taken out; then they are gone. */
  #forgetTapes(): void {
    for (const held of this.#held.values()) {
      const { state, endedMs, areTapesGone } = held.facts;
      if (areTapesGone || endedMs === null || state === 'on' || state === 'finishing') continue;
      if (endedMs + TAPE_DAYS * DAY_MS > Date.now()) continue;
      this.#change(held, { areTapesGone: true });
      rm(held.paths.tapes, { recursive: true, force: true }).catch((err: unknown) =>
        this.#log.error({ err }, 'the tapes of a recording could not be deleted'),
      );
    }
  }

  #change(held: Held, change: Partial<RecordingFacts>): void {
    held.facts = { ...held.facts, ...change };
    try {
      writeFacts(held.paths, held.facts);
    } catch (err) {
      this.#log.error({ err }, 'what is known of a recording could not be written');
    }
  }

  #tell(talkId: string, problem: RecordingProblem): void {
    for (const listener of this.#listeners) listener(talkId, problem);
  }
}
