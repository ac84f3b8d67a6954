// A file of a recording that only grows: what comes is gathered, and written together. Whatever process dies, at most what is gathered is lost.
import { open, statfs } from 'node:fs/promises';

export interface OpenTape {
  /** All of it, behind what is there. */
  append(bytes: Buffer): Promise<void>;
  close(): Promise<void>;
}

export interface TapeDisk {
  /** A new file. */
  open(path: string): Promise<OpenTape>;
  freeBytes(dir: string): Promise<number>;
}

export const realDisk: TapeDisk = {
  async open(path) {
    // what is said in a talk is its people's
    const handle = await open(path, 'ax', 0o600);
    return { append: (bytes) => handle.appendFile(bytes), close: () => handle.close() };
  },
  async freeBytes(dir) {
    const { bavail, bsize } = await statfs(dir);
    return bavail * bsize;
  },
};

/** A disk that is so far behind does not keep up. */
const MOST_WAITING = 32_000_000;

export class TapeAppender {
  readonly #disk: TapeDisk;
  readonly #path: string;
  readonly #onFailed: (err: unknown) => void;
  #file: OpenTape | undefined;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #writing: Promise<void> = Promise.resolve();
  #isFailed = false;

  constructor(disk: TapeDisk, path: string, onFailed: (err: unknown) => void) {
    this.#disk = disk;
    this.#path = path;
    this.#onFailed = onFailed;
  }

  add(...parts: Buffer[]): void {
    if (this.#isFailed) return;
    for (const part of parts) {
      this.#waiting.push(part);
      this.#waitingBytes += part.length;
    }
    if (this.#waitingBytes > MOST_WAITING) this.#fail(new Error('the disk is too slow'));
  }

  /** A few times a second. */
  flush(): Promise<void> {
    if (this.#waiting.length > 0 && !this.#isFailed) this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** What was added is written. */
  async end(): Promise<void> {
    await this.flush();
    await this.#file?.close().catch(() => undefined);
  }

  async #write(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#waitingBytes = 0;
    if (bytes.length === 0 || this.#isFailed) return;
    try {
      this.#file ??= await this.#disk.open(this.#path);
      await this.#file.append(bytes);
    } catch (err) {
      this.#fail(err);
    }
  }

  #fail(err: unknown): void {
    if (this.#isFailed) return;
    this.#isFailed = true;
    this.#waiting = [];
    this.#onFailed(err);
  }
}
