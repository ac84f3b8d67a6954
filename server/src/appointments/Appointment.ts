// A standing meeting of an office as it is kept; everything else about it is computed.
import type { Plan } from '@comptoir/shared/protocol/appointments';

export interface Appointment extends Plan {
  /** Unguessable: where the office is not open, its page is for whoever has the link. */
  id: string;
  office: string;
  createdBy: string;
  createdByName: string;
  createdMs: number;
  changedMs: number;
  /** One more at each change, so that calendars take it. */
  sequence: number;
  /** Days of single occurrences that are not. */
  cancelled: readonly string[];
  /** All of it was cancelled then. */
  cancelledMs: number | undefined;
}

/** One time that people meet. */
export interface Occurrence {
  /** YYYY-MM-DD of its start in the meeting's zone. */
  day: string;
  startMs: number;
  endMs: number;
}
