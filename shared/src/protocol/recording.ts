// Recording a talk or a meeting room: begun when everybody who may be heard agrees. Merged into requests.ts and messages.ts.
import * as v from 'valibot';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const recordingRequests = {
  /**
   * Of leaders of a talk: everybody who speaks is asked. Of anybody in a meeting room: everybody in it is. `on` false ends it, or stops
   * asking. `language`: in which a meeting room is named.
   */
  record: v.strictObject({ on: v.boolean(), language: v.optional(v.picklist(['en', 'fr'])) }),
  /** Of whoever is asked. No, after a yes: I speak no more in this recording. */
  agreeRecording: v.strictObject({ yes: v.boolean() }),
  /** Of a talk or a meeting that is over: I am to be neither heard nor seen in it. For seven days after its end. */
  withdrawRecording: v.strictObject({ talk: id }),
} as const;

export type RecordingRefusal =
  /** I am not asked. */
  | 'notAsked'
  /** Neither in a talk nor in a meeting room. */
  | 'notRecordedHere'
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

/** asking: not begun, somebody has not agreed yet · paused: nobody speaks who agreed; in a room, somebody is in it who has not. */
export const RECORDING_STATES = ['asking', 'on', 'paused'] as const;
export type RecordingState = (typeof RECORDING_STATES)[number];

/** To everybody in the talk or room, while there is one or it is asked for. */
export interface RecordingView {
  of: 'talk' | 'meeting';
  state: RecordingState;
  /** Whoever asked, by personId. */
  by: string;
  /**
   * Of those who speak now: how many have agreed, have not answered, do not want to. No names: nobody is pressed. In a room, where two know
   * whose no it is, a no counts as no answer.
   */
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
  /** Of a meeting room, to whoever is in it: it has ended, and this is the id of what stays. */
  meetingRecorded: { talk: string };
  /** To leaders, or everybody in the room: it stopped by itself; what was recorded is kept. */
  recordingProblem: { problem: 'diskFull' | 'failed' };
}
