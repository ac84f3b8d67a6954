import { expect, it } from 'vitest';
import { PacketBatch, readBatch } from './relayWords.ts';

it('[K48] packets go to another worker in one piece, with the moment at which they were taken', () => {
  const batch = new PacketBatch();
  for (let round = 0; round < 2; round++) {
    batch.add(7, Buffer.from('first'), 3.9e12 + 0.25);
    batch.add(70_000, Buffer.from('second'), undefined);
    const read: unknown[] = [];
    readBatch(Buffer.from(batch.take()), (id, packet, moment) => read.push([id, packet.toString(), moment]));
    expect(read).toEqual([
      [7, 'first', 3.9e12 + 0.25],
      [70_000, 'second', undefined],
    ]);
    expect(batch.isEmpty).toBe(true);
  }
});

it('[K48] a batch is full before its memory is', () => {
  const batch = new PacketBatch();
  let packets = 0;
  for (; !batch.isFull; packets++) batch.add(1, Buffer.alloc(1400), 0);
  let read = 0;
  readBatch(batch.take(), () => read++);
  expect(read).toBe(packets);
});
