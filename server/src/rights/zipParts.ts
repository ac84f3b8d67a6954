// An archive as it is made, part after part: no more of it in memory than one piece of one file. Throws what reading threw.
import { createReadStream } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** `text` is compressed; `file` (a path on the disk) goes in as it is: pictures and PDFs are compressed already. One that is gone is left out. */
export type ZipPart = { path: string; text: AsyncIterable<string> | Iterable<string> } | { path: string; file: string };

const LEVEL = 6;

export async function* zipParts(parts: AsyncIterable<ZipPart> | Iterable<ZipPart>, atMs: number): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((err, chunk) => {
    failure ??= err;
    ready.push(chunk);
  });
  function* take(): Generator<Uint8Array> {
    if (failure) throw failure;
    const some = ready;
    ready = [];
    for (const chunk of some) if (chunk.length > 0) yield chunk;
  }
  const encoder = new TextEncoder();
  for await (const part of parts) {
    if ('file' in part) {
      let entry: ZipPassThrough | undefined;
      try {
        for await (const chunk of createReadStream(part.file)) {
          entry ??= begin(zip, new ZipPassThrough(part.path), atMs);
          entry.push(new Uint8Array(chunk as Buffer));
          yield* take();
        }
      } catch (err) {
        if (entry || (err as NodeJS.ErrnoException).code !== 'ENOENT') throw err;
        continue;
      }
      (entry ?? begin(zip, new ZipPassThrough(part.path), atMs)).push(new Uint8Array(), true);
    } else {
      const entry = begin(zip, new ZipDeflate(part.path, { level: LEVEL }), atMs);
      for await (const text of part.text) {
        entry.push(encoder.encode(text));
        yield* take();
      }
      entry.push(new Uint8Array(), true);
    }
    yield* take();
  }
  zip.end();
  yield* take();
}

function begin<T extends ZipPassThrough | ZipDeflate>(zip: Zip, entry: T, atMs: number): T {
  entry.mtime = atMs;
  zip.add(entry);
  return entry;
}
