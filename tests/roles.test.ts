// docs/roles.md and the permissions say the same.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RANKS, type Rank } from '@comptoir/shared/people';
import { type Act, isAbove, leastRank, may, mayInviteAs, maySetRank } from '@comptoir/shared/permissions';
import { DOOR_MODES } from '@comptoir/shared/protocol/door';
import { expect, it } from 'vitest';

const text = readFileSync(fileURLToPath(new URL('../docs/roles.md', import.meta.url)), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')));
const acts = Object.keys(leastRank) as Act[];

it('[P21] every act has its row, with who may do it', () => {
  const told = rows
    .filter((row) => row.length === 2 + 2 + RANKS.length)
    .map(([, act, , ...cells]) => [act, ...cells.slice(0, RANKS.length)]);
  expect(told.toSorted()).toEqual(acts.map((act) => [act, ...RANKS.map((rank) => (may(rank, act) ? 'yes' : '–'))]).toSorted());
});

it('[P21] every kind of door is explained', () => {
  expect(rows.filter((row) => row.length === 4).map(([, mode]) => mode)).toEqual([...DOOR_MODES]);
});

const pairs = RANKS.flatMap((one) => RANKS.map((other) => [one, other] as [Rank, Rank]));

it.each(pairs)('[P13] %s never gives more than they have: %s', (own, other) => {
  if (mayInviteAs(own, other)) expect(RANKS.indexOf(other)).toBeLessThanOrEqual(RANKS.indexOf(own));
  for (const from of RANKS) {
    if (!maySetRank(own, from, other)) continue;
    expect(isAbove(own, from)).toBe(true);
    expect(isAbove(own, other)).toBe(true);
  }
});
