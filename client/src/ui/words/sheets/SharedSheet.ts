// The document of my conversation as this page has it: opened, kept the same as the office's, and closed with the editor.
import { decodeRefusal, decodeWhole, type NoteKind, type NoteMessage, type NoteRefusal } from '@comptoir/shared/protocol/notes';
import { tuning } from '@comptoir/shared/tuning';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import * as Y from 'yjs';

/** Changes of so long go up together. */
const GATHER_MS = 80;
const ASK_AGAIN_MS = 1500;
/** Who changed something is shown as writing, or drawing, for so long. */
const BUSY_MS = 2500;
const OFFICE = 'office';
/** Yjs' update without anything in it. */
const EMPTY_BYTES = 2;

/** In the note, or on the board. */
export type Busy = 'writes' | 'draws';

export interface SheetLine {
  send(message: NoteMessage): void;
  listen(listener: (message: NoteMessage) => void): () => void;
}

export class SharedSheet {
  readonly doc = new Y.Doc();
  readonly conversation: string;
  /** Nothing is shown before the office has said what there is. */
  readonly isOpen: Signal<boolean> = signal(false);
  readonly problem: Signal<NoteRefusal | undefined> = signal(undefined);
  /** Who else has it open. */
  readonly present: Signal<ReadonlySet<string>> = signal(new Set());
  readonly #busy: Signal<ReadonlyMap<string, Busy>> = signal(new Map());
  readonly #line: SheetLine;
  readonly #stop: () => void;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #gathered: Uint8Array[] = [];

  constructor(conversation: string, line: SheetLine) {
    this.conversation = conversation;
    this.#line = line;
    this.#stop = line.listen((message) => this.#hear(message));
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== OFFICE) this.#gather(update);
    });
    this.open();
  }

  /** Who else changes something now. */
  get busy(): ReadonlySignal<ReadonlyMap<string, Busy>> {
    return this.#busy;
  }

  /** Also after the connection came back: both sides tell what the other lacks. */
  open(): void {
    this.#send('open', Y.encodeStateVector(this.doc));
  }

  end(): void {
    this.#flush();
    this.#send('close', new Uint8Array());
    this.#stop();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.doc.destroy();
  }

  #send(kind: NoteKind, payload: Uint8Array): void {
    this.#line.send({ kind, conversation: this.conversation, from: '', payload });
  }

  #gather(update: Uint8Array): void {
    this.#gathered.push(update);
    if (!this.#timers.has('gather')) this.#later('gather', GATHER_MS, () => this.#flush());
  }

  #flush(): void {
    if (this.#gathered.length === 0) return;
    const update = Y.mergeUpdates(this.#gathered);
    this.#gathered = [];
    this.#send('update', update);
  }

  #hear({ kind, conversation, from, payload }: NoteMessage): void {
    if (conversation !== this.conversation) return;
    switch (kind) {
      case 'whole':
        return this.#takeWhole(payload);
      case 'update':
        return this.#sawBusy(from, this.#apply(payload));
      case 'present':
        return this.#sawPresent(from, payload[0] === 1);
      case 'refused':
        return this.#refused(decodeRefusal(payload));
      case 'open':
      case 'close':
        return;
    }
  }

  #takeWhole(payload: Uint8Array): void {
    const whole = decodeWhole(payload);
    if (!whole) return;
    this.#apply(whole.lacks);
    this.isOpen.value = true;
    this.#gathered = [];
    const mine = Y.encodeStateAsUpdate(this.doc, whole.has);
    if (mine.length <= EMPTY_BYTES) this.problem.value = undefined;
    else if (mine.length <= tuning.noteUpdateBytes) this.#send('update', mine);
    else this.problem.value = 'tooLarge';
  }

  #refused(refusal: NoteRefusal): void {
    // too fast is nothing that I did: it is tried again, and the sentence comes only when that does not help
    if (refusal === 'tooFast') this.#later('again', ASK_AGAIN_MS, () => this.open());
    else this.problem.value = refusal;
  }

  #apply(update: Uint8Array): Busy {
    let busy: Busy = 'writes';
    const board = this.doc.getArray('board');
    const look = ({ changedParentTypes }: Y.Transaction): void => {
      if ([...changedParentTypes.keys()].some((type) => type === board)) busy = 'draws';
    };
    this.doc.on('afterTransaction', look);
    try {
      Y.applyUpdate(this.doc, update, OFFICE);
    } catch (error) {
      console.warn('A change of the shared document could not be read.', error);
    }
    this.doc.off('afterTransaction', look);
    return busy;
  }

  #sawPresent(personId: string, isHere: boolean): void {
    const present = new Set(this.present.peek());
    if (isHere) present.add(personId);
    else present.delete(personId);
    this.present.value = present;
  }

  #sawBusy(personId: string, busy: Busy): void {
    if (this.#busy.peek().get(personId) !== busy) this.#busy.value = new Map(this.#busy.peek()).set(personId, busy);
    this.#later(`busy ${personId}`, BUSY_MS, () => {
      const left = new Map(this.#busy.peek());
      left.delete(personId);
      this.#busy.value = left;
    });
  }

  /** The last wish of a name counts. */
  #later(name: string, ms: number, run: () => void): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        run();
      }, ms),
    );
  }
}
