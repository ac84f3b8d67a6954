// Reads a map in a thread of its own, so that a large one does not hold up the offices.
import { Worker } from 'node:worker_threads';
import type { MapSource, ReadMap } from './readMapFile.ts';

/** The largest map takes a second or two on a small machine. */
const LONGEST_MS = 30_000;
const LARGEST_HEAP_MB = 512;

/** As readMapFile, while the offices run on undisturbed. Never rejects: a thread that dies is a finding. */
export function readMapAside(source: MapSource): Promise<ReadMap> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./readMapThread.ts', import.meta.url), {
      workerData: source,
      resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB },
    });
    const end = (read: ReadMap): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(read);
    };
    const fail = (sentence: string): void =>
      // no stamp: the file is read again at the next change in its folder
      end({ findings: [{ severity: 'error', place: '', sentence }], stamps: new Map([[source.path, '']]) });
    const timer = setTimeout(() => fail('takes too long to read.'), LONGEST_MS);
    timer.unref();
    worker.unref();
    worker.once('message', end);
    worker.once('error', (error) => fail(`cannot be read (${error.message.slice(0, 120)}).`));
    worker.once('exit', () => fail('cannot be read.'));
  });
}
