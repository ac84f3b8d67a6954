// Reads one tape from its beginning to its last whole record, a piece at a time: of an hour no more than that is in memory.
import { closeSync, openSync, readSync } from 'node:fs';
import { END, HEAD, readHead, readRecord, type TapeHead, type TapeRecord } from '../media/tapeFormat.ts';

const PIECE_BYTES = 1_000_000;

export class TapeReader {
  readonly head: TapeHead;
  readonly #file: number;
  #bytes: Buffer;
  #at = 0;
  #position: number;
  #isAtEnd = false;
  #peeked: TapeRecord | undefined;

  private constructor(file: number, head: TapeHead, bytes: Buffer, at: number, position: number) {
    this.#file = file;
    this.head = head;
    this.#bytes = bytes;
    this.#at = at;
    this.#position = position;
  }

  /** @returns undefined when not even its beginning was written */
  static open(path: string): TapeReader | undefined {
    const file = openSync(path, 'r');
    const bytes = Buffer.alloc(4096);
    const read = readSync(file, bytes, 0, bytes.length, 0);
    const record = readRecord(bytes.subarray(0, read), 0);
    const head = typeof record === 'object' ? readHead(record) : undefined;
    if (!head || typeof record !== 'object') {
      closeSync(file);
      return undefined;
    }
    const reader = new TapeReader(file, head, Buffer.alloc(0), 0, 0);
    reader.next();
    return reader;
  }

  /** The next one, which stays the next one. */
  peek(): TapeRecord | undefined {
    this.#peeked ??= this.#read();
    return this.#peeked;
  }

  next(): TapeRecord | undefined {
    const record = this.peek();
    this.#peeked = undefined;
    return record;
  }

  close(): void {
    closeSync(this.#file);
    this.#isAtEnd = true;
    this.#bytes = Buffer.alloc(0);
    this.#at = 0;
    this.#peeked = undefined;
  }

  #read(): TapeRecord | undefined {
    for (;;) {
      const record = readRecord(this.#bytes, this.#at);
      if (record === 'broken') return undefined;
      if (record === 'cut') {
        if (!this.#more()) return undefined;
        continue;
      }
      this.#at += this.#lengthOf(record);
      return record;
    }
  }

  #lengthOf({ payload }: TapeRecord): number {
    return payload.length + (payload.byteOffset - this.#bytes.byteOffset - this.#at);
  }

  /** What was handed out stays as it is: new bytes come into new memory. */
  #more(): boolean {
    if (this.#isAtEnd) return false;
    const rest = this.#bytes.subarray(this.#at);
    const bytes = Buffer.allocUnsafeSlow(rest.length + PIECE_BYTES);
    rest.copy(bytes);
    const read = readSync(this.#file, bytes, rest.length, PIECE_BYTES, this.#position);
    this.#position += read;
    this.#isAtEnd = read === 0;
    this.#bytes = bytes.subarray(0, rest.length + read);
    this.#at = 0;
    return read > 0;
  }
}

export const isMedia = ({ flags }: TapeRecord): boolean => (flags & (HEAD | END)) === 0;
