// The thread of readMapAside: reads the map it was given and sends it back.
import { parentPort, workerData } from 'node:worker_threads';
import type { MapSource } from './readMapFile.ts';
import { readMapFile } from './readMapFile.ts';

parentPort?.postMessage(readMapFile(workerData as MapSource));
