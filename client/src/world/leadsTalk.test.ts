import { groundOf } from '@comptoir/shared/map/Ground';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type { Rank } from '@comptoir/shared/people';
import type { StageView } from '@comptoir/shared/protocol/auditorium';
import { expect, test } from 'vitest';
import { leadsTalk } from './leadsTalk.ts';
import { type Person, World } from './World.ts';

const map = { areas: [], seats: [], things: [], walkable: '', widthTiles: 1, heightTiles: 1 } as unknown as OfficeMap;

test.each<[string, string[] | undefined, Rank, boolean]>([
  ['whoever began it', ['me'], 'visitor', true],
  ['somebody in the audience', ['noor'], 'member', false],
  ['a host who is in it', ['noor'], 'host', true],
  ['an admin who is in it', ['noor'], 'admin', true],
  ['a host who is in none', undefined, 'host', false],
])('[T60] %s', (_who, leaders, rank, leads) => {
  const world = new World('office', groundOf(map));
  world.myId.value = 'me';
  world.people.value = new Map([['me', { personId: 'me', rank } as Person]]);
  world.auditorium.stage.value = leaders && ({ leaders } as StageView);
  expect(leadsTalk(world)).toBe(leads);
});
