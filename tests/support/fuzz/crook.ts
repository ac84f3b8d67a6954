// What an honest client never sends: a value that fits its schema, bent in a few places.
import fc, { type Arbitrary } from 'fast-check';

export interface Bend {
  /** Which of all places of the value. */
  at: number;
  how: 'replace' | 'remove' | 'add' | 'wrap' | 'repeat';
  wild: unknown;
  name: string;
}

const nested = (depth: number): unknown => {
  let value: unknown = 'deep';
  for (let n = 0; n < depth; n++) value = n % 2 === 0 ? [value] : { a: value };
  return value;
};

const WILD: readonly unknown[] = [
  ...[null, undefined, true, false, 0, -0, -1, 0.5, 1e308, -1e308, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 53), 5e-324],
  ...[
    Number.NaN,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    '',
    '\ud800',
    '\u0000',
    '__proto__',
    'toString',
    'x'.repeat(5000),
    '🎈'.repeat(300),
  ],
  ...[
    [],
    {},
    [[]],
    [null],
    { length: 1e9 },
    { toString: null },
    Object.fromEntries([['then', 1]]),
    { kind: 'person' },
    { kind: '__proto__', id: 'x' },
    nested(60),
    nested(900),
  ],
  ...[Array.from({ length: 300 }, (_, n) => n), new Uint8Array(40), { ok: true }, { refused: 'x' }],
];
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'kind',
  'id',
  'personId',
  'by',
  'from',
  'rank',
  'toJSON',
  'then',
  '',
  '0',
  'x'.repeat(300),
];

export const anyBend: Arbitrary<Bend> = fc.record({
  at: fc.nat({ max: 60 }),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'wrap', 'repeat'),
  wild: fc.constantFrom(...WILD),
  name: fc.constantFrom(...NAMES),
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value);

/** How many places a value has, itself too. */
const placesOf = (value: unknown): number =>
  isObject(value) ? 1 + Object.values(value).reduce<number>((sum, inner) => sum + placesOf(inner), 0) : 1;

function bendAt(value: unknown, at: number, bend: Bend): unknown {
  if (at === 0) return bendHere(value, bend);
  let left = at - 1;
  if (!isObject(value)) return value;
  const bent = Object.entries(value).map(([name, inner]): readonly [string, unknown] | undefined => {
    const mine = left;
    left -= placesOf(inner);
    if (mine < 0 || left >= 0) return [name, inner];
    return mine === 0 && bend.how === 'remove' ? undefined : [name, bendAt(inner, mine, bend)];
  });
  const entries = bent.filter((entry) => entry !== undefined);
  // fromEntries makes an own property of __proto__, as whoever writes bytes may
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

function bendHere(value: unknown, { how, wild, name }: Bend): unknown {
  switch (how) {
    case 'replace':
    case 'remove':
      return wild;
    case 'wrap':
      return [value];
    case 'add':
      return isObject(value) && !Array.isArray(value) ? Object.fromEntries([...Object.entries(value), [name, wild]]) : wild;
    case 'repeat':
      return Array.isArray(value) ? [...value, ...value, ...value] : typeof value === 'string' ? value.repeat(9).slice(0, 60_000) : wild;
  }
}

export const bentBy = (value: unknown, bends: readonly Bend[]): unknown =>
  bends.reduce((bent, bend) => bendAt(bent, bend.at % placesOf(bent), bend), value);
