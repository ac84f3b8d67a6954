import { expect, it } from 'vitest';
import { copyEncodings } from './copyEncodings.ts';

it('[M9] what waits in a socket is not overwritten by the next patch', () => {
  const shared = new Uint8Array(4);
  let tick = 0;
  const encode = (): Uint8Array => shared.fill(++tick).subarray(0, 2);
  const room = { _serializer: { encoder: { encode, encodeAll: encode } } };
  copyEncodings(room);
  const { encoder } = room._serializer;
  const waiting = [encoder.encode(), encoder.encodeAll(), encoder.encode()];
  expect(waiting.map(([first]) => first)).toEqual([1, 2, 3]);
});

it('[M9] a Colyseus that keeps its encoder elsewhere is noticed', () => {
  expect(() => copyEncodings({})).toThrow(TypeError);
});
