import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import type { KnockState } from '@comptoir/shared/protocol/door';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Entry, EntryOutcome } from '../ui/UiPort.ts';
import { Doorstep } from './Doorstep.ts';

const ada: Entry = { name: 'Ada', trade: 'Mathematics', appearance: DEFAULT_APPEARANCE, as: 'new' };
/** What the server answers, request by request; the last one again and again. */
let states: (KnockState | 'gone' | 'silent')[];
let asked: string[];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  states = [{ state: 'waiting', leftS: 60 }];
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${address}`);
    if (init?.method === 'POST') return Response.json({ knock: 'k1', ticket: 'hers', personId: 'ada' });
    if (init?.method === 'DELETE') return Response.json({});
    const state = states.length > 1 ? states.shift() : states[0];
    if (state === 'silent') throw new TypeError('no network');
    return state === 'gone' ? Response.json({ error: 'There is nothing here.' }, { status: 404 }) : Response.json(state);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function before(
  href = 'https://a.example/o/atelier?name=Ada&invite=abc',
  outcome: EntryOutcome = { ok: true },
  stored = new Map<string, string>(),
) {
  const page = {
    location: { href, origin: 'https://a.example', assign: vi.fn() },
    history: {
      state: null,
      replaceState(_state: unknown, _title: string, to: string) {
        page.location.href = new URL(to, href).href;
      },
    },
  };
  const visits = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  } as unknown as Storage;
  const join = vi.fn(async (_entry: Entry, _ticket: string) => outcome);
  const invite = new URL(href).searchParams.get('invite') ?? undefined;
  const doorstep = new Doorstep({ officeId: 'atelier', invite, visits, join, page: page as unknown as Window });
  return { doorstep, page, join, stored };
}

it('[U60] an invitation is in hand, out of sight once inside, and gone when it is refused', () => {
  const { doorstep, page } = before();
  expect(doorstep.invited.peek()).toBe(true);
  doorstep.hideInvite();
  expect(page.location.href).toBe('https://a.example/o/atelier?name=Ada');
  // whoever comes in again from this page still has it
  expect(doorstep.invite).toBe('abc');
  doorstep.dropInvite();
  expect([doorstep.invite, doorstep.invited.peek()]).toEqual([undefined, false]);
});

it('[U60] a pasted link to this office is kept in the address, one to another office of this server is followed', () => {
  const { doorstep, page } = before('https://a.example/o/atelier');
  expect(doorstep.takeLink('nothing')).toBe('none');
  expect(doorstep.takeLink('https://b.example/o/garden?invite=x')).toBe('none');
  expect(doorstep.takeLink('https://b.example/o/atelier?invite=abc')).toBe('kept');
  expect([doorstep.invite, page.location.href]).toEqual(['abc', 'https://a.example/o/atelier?invite=abc']);
  expect(doorstep.takeLink('https://a.example/o/garden?invite=x')).toBe('followed');
  expect(page.location.assign).toHaveBeenCalledWith('/o/garden?invite=x');
});

it('[U62] whoever is let in comes in by themselves, with the ticket of the knock', async () => {
  const { doorstep, join, stored } = before();
  states = [{ state: 'waiting', leftS: 60 }, 'silent', { state: 'letIn', leftS: 50 }];
  expect(await doorstep.knockAs(ada, undefined)).toEqual({ ok: true });
  expect(doorstep.knock.peek()).toMatchObject({ state: 'waiting', leftMs: 60_000 });
  expect(stored.has('comptoir.knock')).toBe(true);
  await vi.advanceTimersByTimeAsync(3000);
  expect(join).toHaveBeenCalledWith(expect.objectContaining({ name: 'Ada', as: { personId: 'ada' } }), 'hers');
  expect(doorstep.knock.peek()).toBeUndefined();
  expect(stored.has('comptoir.knock')).toBe(false);
});

it('[U62] a reload goes on waiting, for the time that is left', async () => {
  const { doorstep, stored } = before();
  await doorstep.knockAs(ada, undefined);
  const after = before(undefined, { refused: 'full' }, stored);
  states = [
    { state: 'waiting', leftS: 41 },
    { state: 'letIn', leftS: 40 },
  ];
  after.doorstep.goOnWaiting();
  await vi.advanceTimersByTimeAsync(0);
  expect(after.doorstep.knock.peek()).toMatchObject({ state: 'waiting', leftMs: 41_000 });
  await vi.advanceTimersByTimeAsync(1000);
  // let in, and full: the entrance says so
  expect(after.doorstep.refusal.peek()).toBe('full');
});

it.each([{ state: 'over', leftS: 0 } as const, 'gone' as const])('[U62] nobody came (%j)', async (end) => {
  const { doorstep } = before();
  states = [{ state: 'waiting', leftS: 1 }, end];
  await doorstep.knockAs(ada, undefined);
  await vi.advanceTimersByTimeAsync(2000);
  expect(doorstep.knock.peek()).toEqual({ state: 'over' });
  const before2 = asked.length;
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toHaveLength(before2);
});

it('[U62] withdrawn, nobody is asked any more', async () => {
  const { doorstep, stored } = before();
  await doorstep.knockAs(ada, undefined);
  await vi.advanceTimersByTimeAsync(1000);
  doorstep.withdraw();
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked.at(-1)).toBe('DELETE /api/knocks/k1');
  expect(doorstep.knock.peek()).toBeUndefined();
  expect(stored.has('comptoir.knock')).toBe(false);
});
