// A hundred people walk about for two minutes: the server writes no error and does not grow.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { until } from '../support/enterOffice.ts';
import { ServerProcess } from '../support/ServerProcess.ts';

const BOTS = fileURLToPath(new URL('../bots/run.ts', import.meta.url));
const PEOPLE = 100;
const SECONDS = 120;
/** Until then all came in and the heap has its size. */
const WARM_S = 30;
const SAMPLE_MS = 3000;
const MAY_GROW_MB = 40;

const opened: ServerProcess[] = [];
afterAll(() => opened[0]?.remove());

const medianOf = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

it(`[O9] ${PEOPLE} people for ${SECONDS} s: no error in the log, nobody lost or put back, memory stays`, async () => {
  const server = await ServerProcess.start({ LOG_LEVEL: 'info' });
  opened.push(server);
  const running = promisify(execFile)(process.execPath, [
    ...[BOTS, '--url', server.url, '--json', '--count', String(PEOPLE), '--seconds', String(SECONDS)],
  ]);
  const residentMb = async (): Promise<number> => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]) / 1e6;
  };
  const beganMs = performance.now();
  const samples: number[] = [];
  while (performance.now() - beganMs < (SECONDS - 5) * 1000) {
    const nextMs = performance.now() + SAMPLE_MS;
    await until(() => performance.now() >= nextMs, 'the next sample');
    if (performance.now() - beganMs > WARM_S * 1000) samples.push(await residentMb());
  }
  const { stdout } = await running;
  const result = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
  expect(result).toMatchObject({ joined: PEOPLE, refused: {}, lost: 0, putBacks: 0 });
  const third = Math.floor(samples.length / 3);
  const [before, after] = [medianOf(samples.slice(0, third)), medianOf(samples.slice(-third))];
  process.stdout.write(`soak: ${Math.round(before)} MB resident after ${WARM_S} s, ${Math.round(after)} MB at the end\n`);
  expect(samples.length).toBeGreaterThan(15);
  expect(after - before).toBeLessThan(MAY_GROW_MB);
  const complaints = server.output.split('\n').filter((line) => /"level":"?(?:warn|error|fatal|40|50|60)/.test(line));
  expect(complaints).toEqual([]);
});
