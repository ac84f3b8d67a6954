// What conversations write and draw together: one document each, in memory, merged for who opens it, gone with the conversation.
import {
  decodeNote,
  encodeNote,
  encodeRefusal,
  encodeWhole,
  type NoteKind,
  type NoteMessage,
  type NoteRefusal,
} from '@comptoir/shared/protocol/notes';
import { tuning } from '@comptoir/shared/tuning';
import { applyUpdate, Doc, decodeUpdate, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import type { Conversation } from '../office/Conversation.ts';
import type { Occupant } from '../office/Office.ts';

export interface NotesPort {
  /** In which this person is a member: listeners see nothing of it (W12). */
  conversationOf(personId: string): Pick<Conversation, 'id' | 'kind' | 'place' | 'members'> | undefined;
  tellBytes(personId: string, bytes: Uint8Array): void;
  nowMs(): number;
}

interface Sheet {
  doc: Doc;
  /** Bytes that went in since the document was last measured, and its size then. */
  bytes: number;
  measuredMs: number;
  /** personIds that have it open. */
  open: Set<string>;
}

interface Ink {
  bytes: number;
  atMs: number;
}

/** The whole document goes out for each opening: as dear as the largest update. */
const OPENING_BYTES = tuning.noteUpdateBytes;
/** A document that was found full is not measured again before this. */
const MEASURE_EVERY_MS = 5000;

export class OfficeNotes {
  readonly #port: NotesPort;
  /** By conversation id. */
  readonly #sheets = new Map<string, Sheet>();
  /** personId -> bytes they may still send now. */
  readonly #ink = new Map<string, Ink>();

  constructor(port: NotesPort) {
    this.#port = port;
  }

  /** @returns false when the message is none that an honest client sends */
  take({ personId }: Pick<Occupant, 'personId'>, bytes: Uint8Array): boolean {
    const message = decodeNote(bytes);
    if (message?.from !== '') return false;
    const conversation = this.#port.conversationOf(personId);
    // W12: whatever was on its way when I left, or is none of mine, goes nowhere
    if (conversation?.id !== message.conversation || !conversation.members.has(personId)) {
      this.#refuse(personId, message.conversation, 'notHere');
      return true;
    }
    switch (message.kind) {
      case 'open':
        return this.#open(personId, conversation, message.payload);
      case 'update':
        return this.#update(personId, conversation, message.payload);
      case 'close':
        this.#close(personId, conversation.id);
        return true;
      default:
        return false;
    }
  }

  conversationEnded(conversationId: string): void {
    this.#sheets.get(conversationId)?.doc.destroy();
    this.#sheets.delete(conversationId);
  }

  /** Who is no member any more has it open no more. */
  membersChanged({ id, members }: Pick<Conversation, 'id' | 'members'>): void {
    for (const personId of this.#sheets.get(id)?.open ?? []) if (!members.has(personId)) this.#close(personId, id);
  }

  /** The connection is lost, or a new page took its place. */
  pageClosed(personId: string): void {
    for (const id of this.#sheets.keys()) this.#close(personId, id);
  }

  /** Gone from the office. */
  left(personId: string): void {
    this.pageClosed(personId);
    this.#ink.delete(personId);
  }

  #open(personId: string, conversation: Pick<Conversation, 'id' | 'kind' | 'place' | 'members'>, has: Uint8Array): boolean {
    const { id, kind, place } = conversation;
    let sheet = this.#sheets.get(id);
    if (!sheet) {
      // W12: on benches, at tables and in meeting rooms; what was begun there goes on where the conversation goes
      if (kind !== 'meeting' && place.kind !== 'table') {
        this.#refuse(personId, id, 'notHere');
        return true;
      }
      sheet = { doc: new Doc(), bytes: 0, measuredMs: 0, open: new Set() };
      this.#sheets.set(id, sheet);
    }
    if (!this.#hasInk(personId, OPENING_BYTES)) {
      this.#refuse(personId, id, 'tooFast');
      return true;
    }
    let lacks: Uint8Array;
    try {
      lacks = encodeStateAsUpdate(sheet.doc, has.length > 0 ? has : undefined);
    } catch {
      return false;
    }
    this.#tell(personId, { kind: 'whole', conversation: id, from: '', payload: encodeWhole({ has: encodeStateVector(sheet.doc), lacks }) });
    for (const other of sheet.open)
      if (other !== personId) this.#tell(personId, { kind: 'present', conversation: id, from: other, payload: Uint8Array.of(1) });
    sheet.open.add(personId);
    this.#tellOthers(sheet.open, personId, 'present', id, Uint8Array.of(1));
    return true;
  }

  #update(personId: string, { id }: Pick<Conversation, 'id'>, update: Uint8Array): boolean {
    const sheet = this.#sheets.get(id);
    const refusal: NoteRefusal | undefined = !sheet?.open.has(personId)
      ? 'notHere'
      : update.length > tuning.noteUpdateBytes
        ? 'tooLarge'
        : this.#isFull(sheet, update.length)
          ? 'full'
          : this.#hasInk(personId, update.length)
            ? undefined
            : 'tooFast';
    if (refusal || !sheet) {
      this.#refuse(personId, id, refusal ?? 'notHere');
      return true;
    }
    const before = encodeStateVector(sheet.doc);
    try {
      // read as a whole before anything of it is written
      decodeUpdate(update);
      applyUpdate(sheet.doc, update);
    } catch {
      return false;
    }
    sheet.bytes += update.length;
    const { store } = sheet.doc;
    if (!store.pendingStructs && !store.pendingDs) {
      this.#tellOthers(sheet.open, personId, 'update', id, update);
      return true;
    }
    // it builds on something that was refused, or never was: what waits for that is forgotten, the rest is everybody's
    store.pendingStructs = null;
    store.pendingDs = null;
    this.#tellOthers(sheet.open, personId, 'update', id, encodeStateAsUpdate(sheet.doc, before));
    this.#refuse(personId, id, 'tooFast');
    return true;
  }

  /** W13: measured anew only when the sum of what came in says that it may be. */
  #isFull(sheet: Sheet, more: number): boolean {
    if (sheet.bytes + more <= tuning.noteBytes) return false;
    const nowMs = this.#port.nowMs();
    if (nowMs - sheet.measuredMs < MEASURE_EVERY_MS) return true;
    sheet.measuredMs = nowMs;
    sheet.bytes = encodeStateAsUpdate(sheet.doc).length;
    return sheet.bytes + more > tuning.noteBytes;
  }

  #hasInk(personId: string, bytes: number): boolean {
    const nowMs = this.#port.nowMs();
    const ink = this.#ink.get(personId) ?? { bytes: tuning.noteBytesAtOnce, atMs: nowMs };
    const flown = (Math.max(0, nowMs - ink.atMs) / 1000) * tuning.noteBytesPerS;
    const left = Math.min(tuning.noteBytesAtOnce, ink.bytes + flown) - bytes;
    if (left < 0) return false;
    this.#ink.set(personId, { bytes: left, atMs: nowMs });
    return true;
  }

  #close(personId: string, conversationId: string): void {
    const sheet = this.#sheets.get(conversationId);
    if (!sheet?.open.delete(personId)) return;
    this.#tellOthers(sheet.open, personId, 'present', conversationId, Uint8Array.of(0));
  }

  #refuse(personId: string, conversation: string, refusal: NoteRefusal): void {
    this.#tell(personId, { kind: 'refused', conversation, from: '', payload: encodeRefusal(refusal) });
  }

  #tellOthers(whom: Iterable<string>, from: string, kind: NoteKind, conversation: string, payload: Uint8Array): void {
    const bytes = encodeNote({ kind, conversation, from, payload });
    for (const personId of whom) if (personId !== from) this.#port.tellBytes(personId, bytes);
  }

  #tell(personId: string, message: NoteMessage): void {
    this.#port.tellBytes(personId, encodeNote(message));
  }
}
