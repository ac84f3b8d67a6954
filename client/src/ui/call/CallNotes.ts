// Which note a change of the call deserves: the first time somebody hears me, speaking while muted, a silent microphone, an unplugged device.
import type { DeviceProblem, MicrophoneState } from '../../media/CallModel.ts';

export interface CallFacts {
  microphone: MicrophoneState;
  /** Ids of who hears me. */
  hearers: readonly string[];
  isSpeakingMuted: boolean;
  isSilent: boolean;
  microphoneProblem: DeviceProblem | undefined;
  cameraProblem: DeviceProblem | undefined;
}

export type CallNote =
  | { kind: 'heard' }
  | { kind: 'muted' }
  | { kind: 'silent' }
  /** `another`: one that works took its place. */
  | { kind: 'unpluggedMicrophone'; another: boolean }
  | { kind: 'unpluggedCamera' }
  | { kind: 'microphoneProblem'; problem: DeviceProblem }
  | { kind: 'cameraProblem'; problem: DeviceProblem };

/** Speaking on while muted is not told again before this. */
const MUTED_AGAIN_MS = 20_000;

export class CallNotes {
  #before: CallFacts | undefined;
  #saidHeard = false;
  #mutedMs = Number.NEGATIVE_INFINITY;

  /** What is new since the last look. */
  look(facts: CallFacts, nowMs: number): CallNote[] {
    const before = this.#before;
    this.#before = facts;
    const notes: CallNote[] = [];
    if (facts.microphone === 'live' && facts.hearers.length > 0 && !this.#saidHeard) {
      this.#saidHeard = true;
      notes.push({ kind: 'heard' });
    }
    if (facts.isSpeakingMuted && !before?.isSpeakingMuted && nowMs - this.#mutedMs >= MUTED_AGAIN_MS) {
      this.#mutedMs = nowMs;
      notes.push({ kind: 'muted' });
    }
    if (facts.isSilent && facts.microphone === 'live' && !(before?.isSilent && before.microphone === 'live'))
      notes.push({ kind: 'silent' });
    if (!before) return notes;
    notes.push(...microphoneNotes(before, facts));
    if (facts.cameraProblem && facts.cameraProblem !== before.cameraProblem)
      notes.push(
        facts.cameraProblem === 'unplugged' ? { kind: 'unpluggedCamera' } : { kind: 'cameraProblem', problem: facts.cameraProblem },
      );
    return notes;
  }
}

function microphoneNotes(before: CallFacts, { microphoneProblem: problem, microphone }: CallFacts): CallNote[] {
  if (!problem || problem === before.microphoneProblem) return [];
  if (problem !== 'unplugged') return [{ kind: 'microphoneProblem', problem }];
  return [{ kind: 'unpluggedMicrophone', another: microphone !== 'off' }];
}
