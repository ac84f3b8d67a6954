// Files that go with the line one is writing: given to the office at once, shown with how far they are, until the line is said.
import type { FileSent, FileView } from '@comptoir/shared/protocol/channels';
import { tuning } from '@comptoir/shared/tuning';
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';

type Failure = Exclude<Extract<FileSent, { failed: unknown }>['failed'], 'cancelled'> | 'empty';

export interface TrayFile {
  key: number;
  name: string;
  bytes: number;
  /** Of pictures: an address of this page. */
  preview: string | undefined;
  /** 0 to 1, of what has been sent. */
  share: number;
  /** Once the office has it. */
  view?: FileView;
  failed?: Failure;
}

export type SendFile = (file: Blob, name: string, onShare: (share: number) => void, signal: AbortSignal) => Promise<FileSent>;

interface Sending {
  file: File;
  abort: AbortController;
  done: Promise<void>;
}

export class FileTray {
  readonly #files: Signal<readonly TrayFile[]> = signal([]);
  /** Some were more than a line takes. */
  readonly isOverfull = signal(false);
  readonly #sending = new Map<number, Sending>();
  readonly #send: SendFile;
  #next = 1;

  constructor(send: SendFile) {
    this.#send = send;
  }

  get files(): ReadonlySignal<readonly TrayFile[]> {
    return this.#files;
  }

  add(files: Iterable<File>): void {
    const all = [...files];
    const room = Math.max(0, tuning.filesOfLine - this.#files.peek().length);
    this.isOverfull.value = all.length > room;
    for (const file of all.slice(0, room)) this.#begin(file);
  }

  retry(key: number): void {
    const file = this.#sending.get(key)?.file;
    if (file) this.#upload(key, file);
  }

  remove(key: number): void {
    this.#sending.get(key)?.abort.abort();
    this.#sending.delete(key);
    const gone = this.#files.peek().find((file) => file.key === key);
    if (gone?.preview) URL.revokeObjectURL(gone.preview);
    this.#files.value = this.#files.peek().filter((file) => file.key !== key);
    this.isOverfull.value = false;
  }

  clear(): void {
    for (const { key } of this.#files.peek()) this.remove(key);
  }

  /** Every file is there, or has failed. */
  async settled(): Promise<void> {
    await Promise.all([...this.#sending.values()].map(({ done }) => done));
  }

  /** What the office has of them. */
  views(): FileView[] {
    return this.#files.peek().flatMap(({ view }) => view ?? []);
  }

  #begin(file: File): void {
    const key = this.#next++;
    const preview = file.type.startsWith('image/') ? URL.createObjectURL(file) : undefined;
    this.#files.value = [...this.#files.peek(), { key, name: file.name, bytes: file.size, preview, share: 0 }];
    this.#upload(key, file);
  }

  #upload(key: number, file: File): void {
    const abort = new AbortController();
    // what cannot be taken is not sent first
    const known: Failure | undefined = file.size === 0 ? 'empty' : file.size > tuning.fileBytes ? 'tooLarge' : undefined;
    this.#change(key, { share: 0, failed: known });
    const done = known
      ? Promise.resolve()
      : this.#send(file, file.name, (share) => this.#change(key, { share }), abort.signal).then((sent) => {
          if ('ok' in sent) this.#change(key, { share: 1, view: sent.ok });
          else if (sent.failed !== 'cancelled') this.#change(key, { failed: sent.failed });
        });
    this.#sending.set(key, { file, abort, done });
  }

  #change(key: number, change: { share?: number; view?: FileView; failed?: Failure | undefined }): void {
    this.#files.value = this.#files.peek().map((file) => {
      if (file.key !== key) return file;
      const { failed, ...rest } = { ...file, ...change };
      return failed === undefined ? rest : { ...rest, failed };
    });
  }
}
