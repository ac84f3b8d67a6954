import type { Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { expect, test } from 'vitest';
import { quoteOf } from './quoteOf.ts';
import { testKeeper } from './testKeeper.ts';

const OFFICE = { kind: 'office' } as const;
const direct = (id: string) => ({ kind: 'person', id }) as const;

test('[W24] one answers a line of the same channel that one may read', async () => {
  const { kept } = testKeeper(() => 0);
  const line = (id: string, from: string, to: Line['to'], text: string): Line => ({
    id,
    from,
    name: `name of ${from}`,
    to,
    text,
    atMs: 0,
    mentions: [],
  });
  await kept.keep(line('all', 'b', OFFICE, 'x'.repeat(tuning.quoteLength + 1)), { files: [] });
  await kept.keep(line('ours', 'b', direct('a'), 'psst'), { files: [] });
  await kept.keep(line('theirs', 'c', direct('b'), 'between us'), { files: [] });
  await kept.keep(line('hidden', 'b', direct('a'), 'hello?'), { files: [], hiddenFrom: 'a' });
  const quote = (id: string, to: Line['to']) => quoteOf(kept, id, { personId: 'a', to });
  expect(await quote('all', OFFICE)).toEqual({ id: 'all', from: 'b', name: 'name of b', text: `${'x'.repeat(tuning.quoteLength)}…` });
  expect(await quote('ours', direct('b'))).toMatchObject({ text: 'psst' });
  for (const [id, to] of [
    ['all', direct('b')],
    ['ours', direct('c')],
    ['ours', OFFICE],
    ['theirs', direct('b')],
    ['hidden', direct('b')],
    ['nothing', OFFICE],
    ['all', { kind: 'topic', id: 't' }],
  ] as const)
    expect(await quote(id, to), id).toBeUndefined();
});
