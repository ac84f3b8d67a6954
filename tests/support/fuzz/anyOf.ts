// From a schema to all that fits it: whatever is added to the protocol is tried without a word here.
import fc, { type Arbitrary } from 'fast-check';
import type { GenericSchema } from 'valibot';

/** A place in a value where the id of a real thing of the office belongs; put in when it is sent, for the things are not known before. */
const idToken = (kind: string, n: number): string => `\u{e000}${kind}:${n}`;
export const readIdToken = (text: string): { kind: string; n: number } | undefined => {
  const [, kind, n] = /^\u{e000}(\w+):(\d+)$/u.exec(text) ?? [];
  return kind === undefined ? undefined : { kind, n: Number(n) };
};

/** As much of valibot's schemas as is read here. */
interface Node {
  type: string;
  kind: string;
  pipe?: readonly Node[];
  requirement?: unknown;
  entries?: Record<string, GenericSchema>;
  options?: readonly unknown[];
  literal?: unknown;
  wrapped?: GenericSchema;
  item?: GenericSchema;
  items?: readonly GenericSchema[];
}

/** Which things a key names. */
const KIND_OF: Record<string, string> = {
  ...{ personId: 'person', to: 'person', person: 'person', before: 'line', after: 'line', around: 'line', replyTo: 'line' },
  ...{ files: 'file', image: 'file', place: 'area', id: 'any' },
};

/** What people type, and what programs of others send: each has broken something somewhere. */
const NASTY = [
  ...[
    '',
    ' ',
    '\u0000',
    '\u0000a',
    '\u200b',
    '\u202eabc',
    '\ud800',
    '\udc00x',
    'a\ud83d',
    '\ufeff',
    '\uffff',
    '👩‍👩‍👧‍👦',
    'e\u0301'.repeat(40),
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'nobody', 'null', 'undefined', 'NaN', '0', '-1', '1e999'],
  ...[
    "'; drop table lines; --",
    '" or 1=1 --',
    '%',
    '_',
    '*',
    '"',
    '""',
    'a AND',
    'NEAR(',
    '^x',
    'x:y',
    '<script>',
    '{{x}}',
    '$1',
    '\\',
    '\\u0000',
  ],
  ...[
    '../../comptoir.db',
    '/etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://a@[::1]:99999/',
    'http://127.0.0.1/',
    '//x',
    'ftp://x',
  ],
  ...[
    'Europe/Paris',
    'Etc/GMT+14',
    'No/Where',
    '2030-02-30',
    '9999-12-31',
    '1000-01-01T00:00',
    '@nobody',
    '@',
    '👍',
    'İ',
    'ß',
    'ﷺ'.repeat(12),
    '𝕏',
  ],
] as const;

const anyText = (least: number, most: number): Arbitrary<string> => {
  const fits = NASTY.filter(({ length }) => length >= least && length <= most);
  const short = fc.string({ unit: 'grapheme', minLength: Math.min(least, 20), maxLength: Math.min(most, 20) });
  return fc.oneof(
    { weight: 5, arbitrary: short.filter(({ length }) => length >= least && length <= most) },
    { weight: 3, arbitrary: fits.length > 0 ? fc.constantFrom(...fits) : fc.constant('x'.repeat(least)) },
    {
      weight: 2,
      arbitrary: fc
        .string({ unit: 'binary', minLength: 0, maxLength: Math.max(least, Math.min(most, 60) >> 1) })
        .map((text) => text.slice(0, most).padEnd(least, 'x')),
    },
    { weight: 1, arbitrary: fc.integer({ min: least, max: Math.min(most, 9000) }).map((length) => 'ab '.repeat(length).slice(0, length)) },
  );
};

/** Where hardly any text will do: what will. */
const LIKELY: Record<string, readonly [string, ...string[]]> = {
  appearance: ['000000000000', '2110003308000'.slice(0, 12)],
  zone: ['Europe/Paris', 'Pacific/Apia'],
  start: ['2030-01-03T18:00', '9998-12-31T23:59', '2027-03-28T02:30'],
  occurrence: ['2030-01-03', '2030-01-10', '9999-12-30'],
  until: ['2031-01-01', '9999-12-31'],
  emoji: ['👍', '🎉', '👩‍👩‍👧‍👦'],
  url: ['https://example.org/', 'https://example.org/?a=b#c'],
  link: ['', 'https://example.org/'],
  title: ['Rivers', 'Ponts'],
  text: ['hello', '@Cleo hello', 'one two three'],
};

/** Of something there is, mostly of the kind that the key asks for. */
const anyId = (key: string, most = 200): Arbitrary<string> => {
  const n = fc.nat({ max: 999 });
  return fc.oneof(
    { weight: 7, arbitrary: n.map((at) => idToken(KIND_OF[key] ?? key, at)) },
    { weight: 2, arbitrary: n.map((at) => idToken('any', at)) },
    { weight: 1, arbitrary: anyText(1, most) },
  );
};

const actionsOf = ({ pipe }: Node): Map<string, unknown> =>
  new Map((pipe ?? []).slice(1).map(({ type, requirement }) => [type, requirement]));
const numberIn = (actions: ReadonlyMap<string, unknown>, type: string, otherwise: number): number => {
  const bound = actions.get(type);
  return typeof bound === 'number' ? bound : otherwise;
};

function textOf(node: Node, key: string): Arbitrary<string> {
  const likely = LIKELY[key];
  const any = anyTextOf(node, key);
  return likely ? fc.oneof(fc.constantFrom(...likely), any) : any;
}

function anyTextOf(node: Node, key: string): Arbitrary<string> {
  const actions = actionsOf(node);
  const [least, most] = [numberIn(actions, 'min_length', 0), numberIn(actions, 'max_length', 40_000)];
  const pattern = actions.get('regex');
  if (pattern instanceof RegExp) return fc.stringMatching(pattern).filter(({ length }) => length >= least && length <= most);
  if (least === 1 && most === 200) return anyId(key);
  // an id has its place in it
  return most >= 64
    ? fc.oneof({ weight: 9, arbitrary: anyText(least, most) }, { weight: 1, arbitrary: anyId(key, Math.min(most, 200)) })
    : anyText(least, most);
}

function numberOf(node: Node): Arbitrary<number> {
  const actions = actionsOf(node);
  const whole = actions.has('integer');
  const [least, most] = [
    numberIn(actions, 'min_value', whole ? -(2 ** 40) : -1e300),
    numberIn(actions, 'max_value', whole ? 2 ** 40 : 1e300),
  ];
  if (!whole) return fc.double({ min: least, max: most, noNaN: actions.size > 0, noDefaultInfinity: true });
  const low = Math.max(least, 0);
  return fc.oneof(
    fc.integer({ min: low, max: Math.min(most, low + 12) }),
    fc.integer({ min: least, max: most }),
    fc.constantFrom(least, most),
  );
}

/** All that a schema takes. @param key under which it stands: whose id an id is */
export function anyOf(schema: GenericSchema, key = ''): Arbitrary<unknown> {
  const node = schema as unknown as Node;
  switch (node.type) {
    case 'string':
      return textOf(node, key);
    case 'number':
      return numberOf(node);
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constant(node.literal);
    case 'picklist':
      return fc.constantFrom(...(node.options ?? []));
    case 'nullable':
    case 'optional': {
      const inner = node.wrapped ? anyOf(node.wrapped, key) : fc.constant(undefined);
      return fc.oneof({ weight: 3, arbitrary: inner }, { weight: 1, arbitrary: fc.constant(node.type === 'optional' ? undefined : null) });
    }
    case 'variant':
    case 'union':
      return fc.oneof(...(node.options ?? []).map((option) => anyOf(option as GenericSchema, key)));
    case 'array': {
      const actions = actionsOf(node);
      const least = numberIn(actions, 'min_length', 0);
      const most = Math.min(numberIn(actions, 'max_length', 30), Math.max(30, least));
      return node.item ? fc.array(anyOf(node.item, key), { minLength: least, maxLength: most }) : fc.constant([]);
    }
    case 'strict_tuple':
      return fc.tuple(...(node.items ?? []).map((item) => anyOf(item, key)));
    case 'strict_object':
    case 'loose_object': {
      const entries = Object.entries(node.entries ?? {});
      const hints = entries.find(([, entry]) => (entry as unknown as Node).type === 'literal')?.[1] as unknown as Node | undefined;
      const hint = typeof hints?.literal === 'string' ? hints.literal : 'any';
      return fc
        .tuple(...entries.map(([name, entry]) => anyOf(entry, name === 'id' ? hint : name)))
        .map((values) =>
          Object.fromEntries(entries.map(([name], n) => [name, values[n]] as const).filter(([, value]) => value !== undefined)),
        );
    }
    default:
      throw new Error(`no idea what fits a schema of the type ${node.type}: teach it to anyOf.ts`);
  }
}
