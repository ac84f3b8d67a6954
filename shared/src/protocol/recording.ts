// Recording a talk: asked by who leads it, begun when everybody who speaks agrees. Merged into requests.ts and messages.ts.
import * as v from 'valibot';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const recordingRequests = {
  /** Of leaders: everybody who speaks is asked; `on` false ends it, or stops asking. */
  record: v.strictObject({ on: v.boolean() }),
  /** Of whoever is asked. No, after a yes: I speak no more in this recording. */
  agreeRecording: v.strictObject({ yes: v.boolean() }),
  /** Of a talk that is over: I am to be neither heard nor seen in it. Until `tuning.withdrawMs` after its end. */
  withdrawRecording: v.strictObject({ talk: id }),
} as const;

export type RecordingRefusal =
  /** I am not asked. */
  | 'notAsked'
  /** Nothing can be kept: the disk is full, or the media server does not answer. */
  | 'cannotRecord'
  /** Only for seven days. */
  | 'tooLate';

type Done = { ok: true };
export interface RecordingAnswers {
  record: Done;
  agreeRecording: Done;
  withdrawRecording: Done;
}

/** asking: not begun, somebody has not agreed yet · paused: nobody speaks who agreed. */
export const RECORDING_STATES = ['asking', 'on', 'paused'] as const;
export type RecordingState = (typeof RECORDING_STATES)[number];

/** To everybody in the talk, while there is one or it is asked for. */
export interface RecordingView {
  state: RecordingState;
  /** Whoever asked, by personId. */
  by: string;
  /** Of those who speak now: how many have agreed, have not answered, do not want to. No names: nobody is pressed. */
  agreed: number;
  waiting: number;
  refused: number;
  /** Recorded so far, when the view was told. */
  recordedMs: number;
  /** For how many days it is kept, unless somebody keeps it. */
  keptDays: number;
  /** asked: answer · held: I may speak when I agree. */
  mine: 'none' | 'asked' | 'agreed' | 'refused';
}

export interface RecordingServerMessages {
  recording: RecordingView | null;
  /** To leaders: it stopped by itself; what was recorded is kept. */
  recordingProblem: { problem: 'diskFull' | 'failed' };
}
