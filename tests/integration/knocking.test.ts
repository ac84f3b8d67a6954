// A door that a host opens, over HTTP as a browser knocks; and those who knock to be a nuisance, or are not let in at all.
import type { KnockFacts, KnockState } from '@comptoir/shared/protocol/door';
import type { DeviceFacts } from '@comptoir/shared/protocol/http';
import { PROTOCOL_VERSION } from '@comptoir/shared/protocol/messages';
import { tuning } from '@comptoir/shared/tuning';
import { beforeEach, describe, expect, it } from 'vitest';
import { enterAs, granted, placeRefusal, refusalOf, setDoorQuietly } from '../support/door.ts';
import { until } from '../support/enterOffice.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({ TRUST_PROXY: '1' });
let lastAddress = 0;
/** Each test comes from an address of its own. */
let address = '';

beforeEach(async () => {
  address = `192.0.2.${++lastAddress}`;
  await setDoorQuietly(office, 'knock');
});

const headers = (cookie?: string) => ({ 'content-type': 'application/json', 'x-forwarded-for': address, ...(cookie ? { cookie } : {}) });

async function knock(more: Record<string, unknown> = {}, cookie?: string) {
  const body = JSON.stringify({ office: 'office', name: 'Ada', trade: '', appearance: '', ...more });
  const answer = await fetch(`${office.open.url}/api/knocks`, { method: 'POST', headers: headers(cookie), body });
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), facts: (await answer.json()) as KnockFacts };
}

const stateOf = async (id: string): Promise<KnockState> =>
  (await (await fetch(`${office.open.url}/api/knocks/${id}`, { headers: headers() })).json()) as KnockState;

async function newDevice(): Promise<{ cookie: string; facts: DeviceFacts }> {
  const answer = await fetch(`${office.open.url}/api/device`, { method: 'POST', headers: headers(), body: '{}' });
  return { cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '', facts: (await answer.json()) as DeviceFacts };
}

describe('knocking', () => {
  it('[P15] a host who is in opens, and whoever knocked comes in by their ticket, alone', async () => {
    const host = await enterAs(office, 'host');
    const { cookie } = await newDevice();
    const { status, facts } = await knock({ name: ' Noor\u202e ' }, cookie);
    expect(status).toBe(200);
    await until(() => host.world.hosting.knocks.peek().length === 1, 'the host hears it');
    expect(host.world.hosting.knocks.peek()[0]).toMatchObject({ id: facts.knock, name: 'Noor' });
    expect(await stateOf(facts.knock)).toMatchObject({ state: 'waiting' });
    const asNoor = (ticket: string, with_?: string) =>
      fetch(`${office.open.url}/matchmake/joinById/b2ZmaWNl`, {
        method: 'POST',
        headers: headers(with_),
        body: JSON.stringify({ protocol: PROTOCOL_VERSION, name: 'Noor', trade: '', appearance: '', ticket }),
      });
    expect((await asNoor(facts.ticket, cookie)).status).toBe(403);
    await granted(host, 'answerKnock', { knock: facts.knock, yes: true });
    expect((await stateOf(facts.knock)).state).toBe('letIn');
    await until(() => host.world.hosting.knocks.peek().length === 0, 'the card is gone');
    // her ticket from another device is nobody's
    expect((await asNoor(facts.ticket, (await newDevice()).cookie)).status).toBe(403);
    expect((await asNoor(facts.ticket)).status).toBe(403);
    expect((await asNoor(facts.ticket, cookie)).status).toBe(200);
  });

  it('[P15] works while no host is in: one who comes within the minute hears it', async () => {
    const { facts } = await knock();
    const host = await enterAs(office, 'host');
    await until(() => host.world.hosting.knocks.peek().some(({ id }) => id === facts.knock), 'the host hears it');
    await granted(host, 'answerKnock', { knock: facts.knock, yes: false });
    expect(await stateOf(facts.knock)).toMatchObject({ state: 'waiting' });
    expect(await placeRefusal(office.open.url, { name: 'Ada', ticket: facts.ticket })).toBe('knock');
    await fetch(`${office.open.url}/api/knocks/${facts.knock}`, { method: 'DELETE', headers: headers() });
    expect(await stateOf(facts.knock)).toEqual({ state: 'over', leftS: 0 });
    expect(await refusalOf(host, 'answerKnock', { knock: facts.knock, yes: true })).toBe('notThere');
  });

  it('[P15] is for who is named as one may be, where it is asked for', async () => {
    expect((await knock({ name: '\u200b' })).status).toBe(400);
    expect((await knock({ rank: 'host' })).status).toBe(400);
    expect((await knock({ office: 'nowhere' })).status).toBe(404);
    expect((await knock({ office: '__proto__' })).status).toBe(404);
    await setDoorQuietly(office, 'link');
    expect((await knock()).status).toBe(409);
    expect(await stateOf('__proto__')).toEqual({ state: 'over', leftS: 0 });
  });

  it('[P15] nobody answers but hosts, and nobody knocks without end', async () => {
    const member = await enterAs(office, 'member');
    const { facts } = await knock();
    expect(await refusalOf(member, 'answerKnock', { knock: facts.knock, yes: true })).toBe('notAllowed');
    expect(member.world.hosting.knocks.peek()).toEqual([]);
    const flood = await Promise.all(Array.from({ length: 40 }, (_, n) => knock({ name: `Eve ${n}` })));
    expect(flood.filter(({ status }) => status === 200).length).toBeLessThan(tuning.doorKnocks);
    expect(flood.filter(({ status }) => status === 429).every(({ retryAfter }) => Number(retryAfter) > 0)).toBe(true);
    // from many addresses there are still no more than that
    const taken = flood.flatMap(({ facts: { knock: id } }) => id ?? []);
    for (let n = 0; n < 2 * tuning.doorKnocks; n++) {
      address = `198.51.100.${n}`;
      taken.push(...[(await knock({ name: `Mallory ${n}` })).facts.knock].filter(Boolean));
    }
    expect(taken.length).toBeLessThanOrEqual(tuning.doorKnocks);
    await Promise.all(
      [facts.knock, ...taken].map((id) => fetch(`${office.open.url}/api/knocks/${id}`, { method: 'DELETE', headers: headers() })),
    );
  });
});

describe('a ban', () => {
  const ban = (more: object) =>
    office.open.room().parts.store.bans.add({
      ...{
        banId: `ban-${++lastAddress}`,
        personId: null,
        deviceHash: null,
        address: null,
        name: 'Eve',
        reason: 'shouting',
        byName: 'host',
      },
      ...{ createdMs: Date.now(), untilMs: Date.now() + 60_000 },
      ...more,
    });

  it('[P17] of a network holds for whoever comes from there, but for hosts, and is told', async () => {
    const host = await enterAs(office, 'host');
    await setDoorQuietly(office, 'open');
    const from = (more: Record<string, unknown> = {}) =>
      fetch(`${office.open.url}/matchmake/joinById/b2ZmaWNl`, {
        method: 'POST',
        headers: headers(),
        body: JSON.stringify({ protocol: PROTOCOL_VERSION, name: 'Eve', trade: '', appearance: '', ...more }),
      });
    await ban({ address });
    expect(await (await from()).json()).toMatchObject({ error: 'banned' });
    expect((await from({ ticket: host.ticket })).status).toBe(200);
    expect((await newDevice()).facts.banned).toEqual({ untilMs: expect.any(Number), reason: 'shouting' });
    await setDoorQuietly(office, 'knock');
    expect((await knock()).status).toBe(403);
    address = '192.0.2.250';
    expect((await from()).status).toBe(403);
    expect((await newDevice()).facts.banned).toBeUndefined();
    expect((await knock()).status).toBe(200);
  });

  it('[P17] of a network of IPv6 is of the whole network', async () => {
    await setDoorQuietly(office, 'open');
    await ban({ address: '2001:db8:0:1::/64' });
    address = '2001:db8:0:1:aaaa::7';
    expect((await newDevice()).facts.banned).toBeDefined();
    address = '2001:db8:0:2:aaaa::7';
    expect((await newDevice()).facts.banned).toBeUndefined();
  });

  it('[P17] that is over is none', async () => {
    await ban({ address, untilMs: Date.now() - 1 });
    expect((await newDevice()).facts.banned).toBeUndefined();
  });
});
