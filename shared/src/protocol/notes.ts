// Binary codec of what a conversation writes and draws together: updates of its document, named by the conversation they belong to.

/**
 * Up: open (the payload says what I have; answered by `whole`), update, close.
 * Down: whole (what the office has, so that I send what it lacks, and what I lack), update (by `from`), present (`from` has it open or no more: payload 1 or 0),
 * refused (payload: NOTE_REFUSALS; the update of mine is lost, ask for the whole).
 */
export const NOTE_KINDS = ['open', 'update', 'close', 'whole', 'present', 'refused'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const NOTE_REFUSALS = ['tooLarge', 'full', 'tooFast', 'notHere'] as const;
export type NoteRefusal = (typeof NOTE_REFUSALS)[number];

export interface NoteMessage {
  kind: NoteKind;
  conversation: string;
  /** personId of who changed it or looks at it; empty going up and for `whole` and `refused`. */
  from: string;
  payload: Uint8Array;
}

const MOST_ID_BYTES = 200;

/** kind, length and bytes of the conversation's id (ids are ASCII), the same of the person's, payload. */
export function encodeNote({ kind, conversation, from, payload }: NoteMessage): Uint8Array {
  const ids = [conversation, from].map((id) => Uint8Array.from(id, (sign) => sign.charCodeAt(0)));
  const bytes = new Uint8Array(1 + ids.reduce((sum, { length }) => sum + 1 + length, 0) + payload.length);
  bytes[0] = NOTE_KINDS.indexOf(kind);
  let at = 1;
  for (const id of ids) {
    bytes[at] = id.length;
    bytes.set(id, at + 1);
    at += 1 + id.length;
  }
  bytes.set(payload, at);
  return bytes;
}

/** @returns undefined when it is none */
export function decodeNote(bytes: Uint8Array): NoteMessage | undefined {
  const kind = NOTE_KINDS[bytes[0] ?? -1];
  if (!kind) return undefined;
  let at = 1;
  const ids: string[] = [];
  for (let n = 0; n < 2; n++) {
    const length = bytes[at];
    if (length === undefined || length > MOST_ID_BYTES || at + 1 + length > bytes.length) return undefined;
    ids.push(String.fromCharCode(...bytes.subarray(at + 1, at + 1 + length)));
    at += 1 + length;
  }
  const [conversation = '', from = ''] = ids;
  return { kind, conversation, from, payload: bytes.slice(at) };
}

export const encodeRefusal = (refusal: NoteRefusal): Uint8Array => Uint8Array.of(NOTE_REFUSALS.indexOf(refusal));
export const decodeRefusal = (payload: Uint8Array): NoteRefusal => NOTE_REFUSALS[payload[0] ?? -1] ?? 'notHere';

/** What the office has (a state vector), and what the asker lacks (an update). */
export interface Whole {
  has: Uint8Array;
  lacks: Uint8Array;
}

export function encodeWhole({ has, lacks }: Whole): Uint8Array {
  const bytes = new Uint8Array(4 + has.length + lacks.length);
  new DataView(bytes.buffer).setUint32(0, has.length, true);
  bytes.set(has, 4);
  bytes.set(lacks, 4 + has.length);
  return bytes;
}

/** @returns undefined when it is none */
export function decodeWhole(payload: Uint8Array): Whole | undefined {
  if (payload.length < 4) return undefined;
  const length = new DataView(payload.buffer, payload.byteOffset).getUint32(0, true);
  return 4 + length > payload.length ? undefined : { has: payload.slice(4, 4 + length), lacks: payload.slice(4 + length) };
}
