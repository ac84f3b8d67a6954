// The bots that fill an office: they come in as far as it lets them, walk honestly, and say what happened.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({ OFFICE_CAPACITY: '12', JOIN_RATE_PER_ADDRESS: '100000' });
const BOTS = fileURLToPath(new URL('../bots/run.ts', import.meta.url));

async function bots(...more: string[]): Promise<{ result: Record<string, unknown>; said: string }> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [BOTS, '--url', office.open.url, '--json', ...more]);
  return { result: JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>, said: stderr };
}

it('[M5] ten bots come in, walk about, and none is put back or lost', async () => {
  const { result } = await bots('--count', '10', '--seconds', '4');
  expect(result).toMatchObject({ count: 10, joined: 10, refused: {}, lost: 0, putBacks: 0, office: 'office' });
  expect(result.bytesPerClientPerS).toBeGreaterThan(0);
});

it('[O10] more bots than the office holds: it fills, and they say so', async () => {
  const { result, said } = await bots('--count', '20', '--seconds', '2');
  expect(result).toMatchObject({ count: 20, joined: 12, lost: 0 });
  expect(said).toContain('The office is full with 12 people (OFFICE_CAPACITY)');
});

it('[O10] an office that does not exist is said in one sentence', async () => {
  const failed = bots('--count', '1', '--seconds', '1', '--office', 'nowhere');
  await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/nowhere answered 404: .*\n$/) });
});
