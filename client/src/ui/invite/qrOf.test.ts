import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { qrOf } from './qrOf.ts';

test('[U63] the picture is the code, module by module, within an empty edge of four', () => {
  const text = 'https://office.example.org/o/atelier?invite=tH1s-0ne';
  const { size, path } = qrOf(text);
  const drawn = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x = '', y = '', length = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g))
    for (let n = 0; n < Number(length); n++) (drawn[Number(y)] ?? [])[Number(x) + n] = true;
  const { data } = encode(text, { ecc: 'M', border: 4 });
  expect(drawn).toEqual(data);
  const edge = [0, 1, 2, 3, size - 4, size - 3, size - 2, size - 1];
  expect(edge.flatMap((n) => [...(drawn[n] ?? []), ...drawn.map((row) => row[n])]).some(Boolean)).toBe(false);
});
