import type { FileSent } from '@comptoir/shared/protocol/channels';
import { tuning } from '@comptoir/shared/tuning';
import { expect, test } from 'vitest';
import { FileTray } from './FileTray.ts';

const textFile = (name: string, size = 3): File => {
  const file = new File(['abc'], name, { type: 'text/plain' });
  return size === 3 ? file : Object.defineProperty(file, 'size', { value: size });
};
const view = (name: string) => ({ id: `id of ${name}`, name, type: 'text/plain', bytes: 3 });

test('[U136] files are sent at once, told how far, and there to be said with the line', async () => {
  const shares: number[] = [];
  const tray = new FileTray(async (_file, name, onShare) => {
    onShare(0.5);
    shares.push(tray.files.peek()[0]?.share ?? 0);
    return { ok: view(name) };
  });
  tray.add([textFile('a.txt')]);
  await tray.settled();
  expect(shares).toEqual([0.5]);
  expect(tray.views().map(({ id }) => id)).toEqual(['id of a.txt']);
  tray.clear();
  expect(tray.files.peek()).toEqual([]);
});

test('[U136] what is empty, too large or too many is told without being sent; what failed is tried again', async () => {
  const sent: string[] = [];
  const outcomes: FileSent[] = [{ failed: 'unreachable' }];
  const tray = new FileTray(async (_file, name) => {
    sent.push(name);
    return outcomes.shift() ?? { ok: view(name) };
  });
  tray.add([textFile('empty', 0), textFile('huge', tuning.fileBytes + 1), textFile('cut')]);
  await tray.settled();
  expect(sent).toEqual(['cut']);
  expect(tray.files.peek().map(({ failed }) => failed)).toEqual(['empty', 'tooLarge', 'unreachable']);
  tray.retry(3);
  await tray.settled();
  expect(tray.files.peek()[2]).toMatchObject({ share: 1, view: { id: 'id of cut' } });
  expect(tray.files.peek()[2]?.failed).toBeUndefined();
  tray.add(Array.from({ length: tuning.filesOfLine }, (_, n) => textFile(`${n}`)));
  expect(tray.files.peek()).toHaveLength(tuning.filesOfLine);
  expect(tray.isOverfull.peek()).toBe(true);
});

test('[U136] taken off while it is being sent, it is not sent on', () => {
  let signal: AbortSignal | undefined;
  const tray = new FileTray((_file, _name, _onShare, given) => {
    signal = given;
    return new Promise(() => undefined);
  });
  tray.add([textFile('a')]);
  tray.remove(1);
  expect(signal?.aborted).toBe(true);
  expect(tray.files.peek()).toEqual([]);
});
