// The door of an office: how one comes in, invitations, knocking; its requests merged into requests.ts, its routes beside http.ts.
import * as v from 'valibot';
import { RANKS, type Rank } from '../people.ts';
import { tuning } from '../tuning.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

/**
 * Who may come in without being a member already. open: everybody · link: with an invitation · password: with the office's password or an
 * invitation · knock: whom a host lets in, or with an invitation.
 */
export const DOOR_MODES = ['open', 'link', 'password', 'knock'] as const;
export type DoorMode = (typeof DOOR_MODES)[number];

const capacity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60_000));

export const doorRequests = {
  /** A link that lets people in. `days`: until it ends; `area`: they can be in this area only (a client's visit). */
  invite: v.strictObject({
    rank: v.picklist(RANKS),
    area: v.nullable(id),
    label: v.pipe(v.string(), v.maxLength(tuning.labelLength * 8)),
    quota: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000))),
    days: v.nullable(v.pipe(v.number(), v.minValue(0.01), v.maxValue(3660))),
  }),
  /** Mine; hosts see everybody's. The latest first, at most 200. */
  invitations: v.strictObject({}),
  revokeInvitation: v.strictObject({ invitation: id }),
  door: v.strictObject({}),
  /** `password` absent: it stays. `capacity` null: the server's. */
  setDoor: v.strictObject({
    mode: v.picklist(DOOR_MODES),
    password: v.optional(v.pipe(v.string(), v.maxLength(tuning.passwordLength))),
    capacity: v.nullable(capacity),
  }),
  answerKnock: v.strictObject({ knock: id, yes: v.boolean() }),
  setRank: v.strictObject({ personId: id, rank: v.picklist(RANKS) }),
} as const;

/** The office of addresses without a path. */
export const DEFAULT_OFFICE = 'office';

/** Path and query of an invitation on its server. */
export const invitationPath = (office: string, invitation: string): string =>
  `${office === DEFAULT_OFFICE ? '/' : `/o/${office.split('/').map(encodeURIComponent).join('/')}`}?invite=${encodeURIComponent(invitation)}`;

export interface InvitationView {
  id: string;
  /** Path and query on this server: `/o/office?invite=...` */
  path: string;
  rank: Rank;
  area: string | null;
  label: string;
  quota: number | null;
  /** Persons who came in by it. */
  used: number;
  /** ms since 1970 */
  expiresMs: number | null;
  createdMs: number;
  /** Name of who made it; empty: the command line. */
  by: string;
  revoked: boolean;
}

export interface DoorView {
  mode: DoorMode;
  hasPassword: boolean;
  capacity: number | null;
  /** What the server allows at most. */
  mostCapacity: number;
}

export interface DoorAnswers {
  invite: { ok: true; invitation: InvitationView };
  invitations: { ok: true; list: InvitationView[] };
  revokeInvitation: { ok: true };
  door: { ok: true } & DoorView;
  setDoor: { ok: true } & DoorView;
  answerKnock: { ok: true };
  setRank: { ok: true };
}

export type DoorRefusal =
  /** Of setDoor: `password` needs one of at least `tuning.passwordLeast` characters. */
  | 'passwordTooShort'
  /** Of invite: as many living links as one may have. */
  | 'tooManyInvitations';

/** Somebody stands at the door and asks to be let in. */
export interface KnockView {
  id: string;
  name: string;
  trade: string;
  appearance: string;
  untilTick: number;
}

export interface DoorServerMessages {
  /** To hosts. */
  knocked: KnockView;
  /** Let in, told to wait, gone, or the time is over. */
  knockGone: { knock: string };
}

/** POST /api/knocks */
export const knockAsk = v.strictObject({
  office: id,
  name: v.pipe(v.string(), v.maxLength(400)),
  trade: v.pipe(v.string(), v.maxLength(800)),
  appearance: v.pipe(v.string(), v.maxLength(20)),
  ticket: v.optional(v.pipe(v.string(), v.maxLength(300))),
});
export type KnockAsk = v.InferOutput<typeof knockAsk>;

/** Its answer. The ticket proves to the join who was let in. GET /api/knocks/:id answers KnockState; DELETE withdraws. */
export interface KnockFacts {
  knock: string;
  ticket: string;
  personId: string;
}
export interface KnockState {
  /** `over`: nobody came to the door; whether somebody said no is told to nobody. */
  state: 'waiting' | 'letIn' | 'over';
  /** Seconds until it is over. */
  leftS: number;
}
