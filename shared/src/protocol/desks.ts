// Whose desk is whose, and the notes left on one while they are away. Merged into requests.ts and messages.ts.
import * as v from 'valibot';
import { tuning } from '../tuning.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

export const DESK_NOTE_KINDS = ['note', 'thanks'] as const;
export type DeskNoteKind = (typeof DESK_NOTE_KINDS)[number];

export const deskRequests = {
  /** Of members: this free desk is mine from now on, instead of the one I had. */
  claimDesk: v.strictObject({ desk: id }),
  giveUpDesk: v.strictObject({}),
  /** Of hosts: whoever has it, has it no more. */
  freeDesk: v.strictObject({ desk: id }),
  /** On the desk of somebody, here or not; only they read it. */
  leaveDeskNote: v.strictObject({
    personId: id,
    kind: v.picklist(DESK_NOTE_KINDS),
    text: v.pipe(v.string(), v.maxLength(tuning.deskNoteLength * 8)),
  }),
  /** What lies on mine; all of it is read then. */
  deskNotes: v.strictObject({}),
  /** From mine; or one that I left and that was not read yet. */
  eraseDeskNote: v.strictObject({ note: id }),
} as const;

export type DeskRefusal =
  /** Somebody has this desk. */
  | 'deskTaken'
  /** I have none, or they have none. */
  | 'noDesk';

export interface DeskView {
  /** As the map names it. */
  desk: string;
  personId: string;
  name: string;
}

export interface DeskNote {
  id: string;
  kind: DeskNoteKind;
  text: string;
  from: string;
  /** The name as it was. */
  name: string;
  atMs: number;
  /** Not read before. */
  isNew: boolean;
}

type Done = { ok: true };
export interface DeskAnswers {
  claimDesk: Done;
  giveUpDesk: Done;
  freeDesk: Done;
  leaveDeskNote: { ok: true; note: string };
  /** The latest first. */
  deskNotes: { ok: true; notes: DeskNote[] };
  eraseDeskNote: Done;
}

export interface DeskServerMessages {
  /** All that somebody has; after joining and at each change. */
  desks: DeskView[];
  /** To whoever has a desk: how many notes lie on it, and how many of them are new. */
  notesOnDesk: { count: number; unread: number };
}
