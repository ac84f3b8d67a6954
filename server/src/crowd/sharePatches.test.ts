import { expect, it } from 'vitest';
import { sharePatches } from './sharePatches.ts';

it('[M8] a patch is told to the crowd once, however many clients there are, and to nobody when there is nobody', () => {
  const shared: Uint8Array[] = [];
  const patch = Uint8Array.of(15, 1, 2);
  const applyPatches = (clients: { state: number; raw(bytes: Uint8Array): void }[]): boolean => {
    for (const client of clients) if (client.state === 1) client.raw(patch);
    return clients.length > 0;
  };
  const room = { _serializer: { applyPatches } };
  sharePatches(room, { share: (bytes) => void shared.push(bytes) });
  const client = { state: 1, raw: () => expect.fail('a client was written to directly') };
  expect(room._serializer.applyPatches([client, client, client])).toBe(true);
  expect(shared).toEqual([patch]);
  expect(room._serializer.applyPatches([])).toBe(false);
  expect(shared).toHaveLength(1);
});

it('[M8] a Colyseus that keeps its serializer elsewhere is noticed', () => {
  expect(() => sharePatches({}, { share() {} })).toThrow(TypeError);
});
