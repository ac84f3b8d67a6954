import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { Line } from '@comptoir/shared/protocol/talk';
import { signal } from '@preact/signals-core';
import { expect, test, vi } from 'vitest';
import type { Connection } from '../net/Connection.ts';
import { takeLines } from '../world/lines.ts';
import { World } from '../world/World.ts';
import { buildChannelActions } from './buildChannelActions.ts';

const ALL = 40;
const said = (n: number): Line => ({
  ...{ id: `l${100 + n}`, from: 'n', name: 'Noor', to: { kind: 'office' }, text: `${n}`, atMs: n, mentions: [] },
});
const LINES = Array.from({ length: ALL }, (_, n) => said(n));
const PAGE = 5;

/** An office whose lines are LINES, told five at a time. */
function office(refuses: readonly string[] = []) {
  const world = new World('office', groundOf(drawnOffice('....')));
  world.myId.value = 'me';
  const asked: [string, Record<string, unknown>][] = [];
  const told: string[] = [];
  const at = (id: string): number => LINES.findIndex((line) => line.id === id);
  const connection = {
    async request(name: string, ask: { before?: string; after?: string; around?: string }) {
      asked.push([name, ask]);
      if (refuses.includes(name)) return { refused: 'notThere' };
      if (name !== 'history') return { ok: true };
      const from = ask.after ? at(ask.after) + 1 : ask.around ? at(ask.around) - 2 : (ask.before ? at(ask.before) : ALL) - PAGE;
      const to = Math.min(ALL, from + PAGE);
      return { ok: true, lines: LINES.slice(Math.max(0, from), to), more: from > 0, later: to < ALL };
    },
  } as unknown as Connection;
  const built = buildChannelActions({
    world: signal(world),
    inside: () => ({ world, connection }),
    openChat: () => told.push('chat'),
    refused: (refusal) => told.push(refusal),
  });
  const here = (): string[] => (world.talk.lines.peek().get('office') ?? []).map(({ text }) => text);
  return { world, kept: world.talk.kept, asked, told, here, ...built };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('[U137] older lines are asked for behind the oldest here, one page at a time, until it began', async () => {
  const { actions, here, kept, asked } = office();
  await Promise.all([actions.older('office'), actions.older('office')]);
  expect(here()).toEqual(['35', '36', '37', '38', '39']);
  for (let n = 0; n < 10; n++) await actions.older('office');
  expect(here()).toHaveLength(ALL);
  expect(kept.pages.peek().get('office')).toEqual({ more: false, state: 'there' });
  expect(asked).toHaveLength(ALL / PAGE);
  const failing = office(['history']);
  await failing.actions.older('office');
  expect(failing.kept.pages.peek().get('office')?.state).toBe('failed');
});

test('[U139] a found line comes with its surroundings, apart from the latest, until reading on meets them', async () => {
  const { actions, here, kept, world, told } = office();
  await actions.older('office');
  actions.open('office', said(20).id);
  await settled();
  expect(told).toEqual(['chat']);
  expect(kept.excerpt.peek()?.lines.map(({ text }) => text)).toEqual(['18', '19', '20', '21', '22']);
  expect(kept.goal.peek()).toEqual({ channel: 'office', line: said(20).id });
  await actions.older('office');
  await actions.later();
  expect(kept.excerpt.peek()?.lines).toHaveLength(15);
  await actions.later();
  await actions.later();
  expect(kept.excerpt.peek()).toBeUndefined();
  expect(here()).toEqual(LINES.slice(13).map(({ text }) => text));
  // one that is here is looked at where it is
  takeLines(world.talk, [said(60)], 'me', () => false);
  actions.open('office', said(60).id);
  await settled();
  expect(kept.excerpt.peek()).toBeUndefined();
  expect(kept.goal.peek()?.line).toBe(said(60).id);
});

test('[U138] a reaction shows at once, and is taken back when it is refused', async () => {
  const { actions, world, told } = office(['react']);
  takeLines(world.talk, [said(1)], 'me', () => false);
  const reactions = () => world.talk.lines.peek().get('office')?.[0]?.reactions;
  actions.react(said(1), '👍', true);
  expect(reactions()).toEqual([{ emoji: '👍', people: ['me'] }]);
  await settled();
  expect(reactions()).toEqual([]);
  expect(told).toEqual(['notThere']);
});

test('[U146] reading along tells my other devices once in a while, and nothing twice', async () => {
  vi.useFakeTimers();
  const { readUpTo, world, asked } = office();
  takeLines(world.talk, [said(1), said(2)], 'me', () => false);
  readUpTo('office');
  readUpTo('office');
  takeLines(world.talk, [said(3)], 'me', () => false);
  await vi.advanceTimersByTimeAsync(1000);
  readUpTo('office');
  await vi.advanceTimersByTimeAsync(1000);
  readUpTo('conversation');
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toEqual([['readUpTo', { of: { kind: 'office' }, line: said(3).id }]]);
  vi.useRealTimers();
});

test('[U131] the corner of a topic leads to its thread, a closed one to nothing', () => {
  const { actions, world, kept, told } = office();
  const area = { id: 'a1' } as never;
  world.surroundings.value = { ...world.surroundings.peek(), area };
  expect(actions.corner.value).toBeNull();
  const topic = { id: 't', title: 'Oak', about: '', area: 'a1', closed: false, by: 'n', byName: 'Noor', createdMs: 1 };
  kept.topics.value = [topic];
  actions.corner.value?.();
  expect([world.talk.channel.peek(), ...told]).toEqual(['topic:t', 'chat']);
  kept.topics.value = [{ ...topic, closed: true }];
  expect(actions.corner.value).toBeNull();
});
