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
    const { microphoneProblem, cameraProblem } = facts;
    if (microphoneProblem && microphoneProblem !== before.microphoneProblem)
      notes.push({ kind: 'microphoneProblem', problem: microphoneProblem });
    if (cameraProblem && cameraProblem !== before.cameraProblem) notes.push({ kind: 'cameraProblem', problem: cameraProblem });
    return notes;
  }
}
