// The permission matrix: every message, request and route, as a visitor, one on a visit, a member, a host, an admin, and from outside.
import { openApi } from '@comptoir/server/http/openApi';
import { RANKS } from '@comptoir/shared/people';
import { leastRank } from '@comptoir/shared/permissions';
import type { DeviceFacts, OfficeFacts } from '@comptoir/shared/protocol/http';
import { clientMessages } from '@comptoir/shared/protocol/messages';
import { requests } from '@comptoir/shared/protocol/requests';
import { requestActs } from '@comptoir/shared/protocol/rights';
import { describe, expect, it } from 'vitest';
import { enterAs, linkFromCommand, placeRefusal, setDoorQuietly } from '../support/door.ts';
import type { Inside } from '../support/enterOffice.ts';
import { ACTORS, type Actor, messages, rankOfActor, requestRows, type Situation } from '../support/everything.ts';
import { areaAt, drawHall, mapOf, withTiles } from '../support/smallMaps.ts';
import { standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const map = mapOf(drawHall(30, 12), [
  areaAt('lounge', { x: 2, y: 2, width: 6, height: 6 }, { focusable: true }),
  areaAt('den', { x: 20, y: 5, width: 3, height: 2 }, { start: true }),
]);
const office = useOffice({}, withTiles({ 'office.tmj': map }));

const enter = async (actor: Actor): Promise<Inside> =>
  actor === 'guest' ? office.enter('guest', { invite: await linkFromCommand(office, 'visitor', 'lounge') }) : enterAs(office, actor);

async function situationOf(person: Inside): Promise<Situation> {
  const other = await office.enter('Other');
  await standAt(other, 25, 9);
  const { walker } = office.occupant(person);
  return { me: person.id, other: other.id, at: [walker.x, walker.y], tick: Math.floor(office.open.room().tickNow()) };
}

/** So that nobody sends too many a second, also where those of a busy moment come all at once. */
const breathe = () => new Promise((resolve) => setTimeout(resolve, 40));

describe('the matrix', () => {
  it('[P21] has a row for every request and message, and agrees with the table of rights', () => {
    expect(new Set(requestRows.map(({ request }) => request))).toEqual(new Set(Object.keys(requests)));
    expect(new Set(Object.keys(messages))).toEqual(new Set(Object.keys(clientMessages)));
    for (const { request, may } of requestRows) {
      const act = requestActs[request];
      const least = act ? RANKS.indexOf(leastRank[act]) : 0;
      // a row may be stricter than its request: what is asked for counts too
      for (const actor of may) expect(RANKS.indexOf(rankOfActor(actor)), `${actor} ${request}`).toBeGreaterThanOrEqual(least);
      const isOpenAsTold = requestRows.some((one) => one.request === request && RANKS.slice(least).every((rank) => one.may.includes(rank)));
      expect(isOpenAsTold, request).toBe(true);
    }
  });

  it('[P21] each may ask what is theirs to ask, and nothing else', async () => {
    const nameOf = ({ request, how }: (typeof requestRows)[number]): string => (how === undefined ? request : `${request} ${how}`);
    await Promise.all(
      ACTORS.map(async (actor) => {
        const person = await enter(actor);
        const situation = await situationOf(person);
        const allowed: string[] = [];
        for (const row of requestRows) {
          const answer = await person.connection.request(row.request, row.ask(situation) as never);
          const refused = 'refused' in answer ? (answer.refused as string) : undefined;
          expect(['invalid', 'tooManyMessages'], `${actor} ${nameOf(row)}`).not.toContain(refused);
          if (refused !== 'notAllowed') allowed.push(nameOf(row));
          await breathe();
        }
        expect(allowed, actor).toEqual(requestRows.filter(({ may }) => may.includes(actor)).map(nameOf));
        expect(person.world.me.peek()?.rank).toBe(rankOfActor(actor));
      }),
    );
  });

  it('[P21] every message of anybody inside is taken', async () => {
    const { badMessages } = office.open.room().parts.metrics;
    const countBad = async (): Promise<number> => (await badMessages.get()).values.reduce((sum, { value }) => sum + value, 0);
    const before = await countBad();
    await Promise.all(
      ACTORS.map(async (actor) => {
        const person = await enter(actor);
        const situation = await situationOf(person);
        for (const [type, make] of Object.entries(messages)) {
          person.connection.send(type as keyof typeof messages, make(situation) as never);
          await breathe();
        }
        await person.connection.request('whereIs', { personId: person.id });
        expect(person.connection.phase.peek(), actor).toBe('online');
      }),
    );
    expect(await countBad()).toBe(before);
  });
});

const asking = (url: string, method: string, path: string, body?: object): Promise<Response> =>
  fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: { origin: new URL(url).origin, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const FLOW = 'A'.repeat(22);
const credential = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', response: { clientDataJSON: 'AAAA' }, clientExtensionResults: {} };
/** Nobody is signed in, and nothing of this server signs in. */
const accountRows: readonly [route: string, body: object | undefined, status: number, leak?: unknown][] = [
  ['get /api/account', undefined, 200, null],
  ['post /api/account/email', { email: 'eve@example.org', language: 'en' }, 404],
  ['delete /api/account/email', undefined, 401],
  ['post /api/account/email/code', { code: 'AAAA-AAAA' }, 403],
  ['post /api/account/passkeys/register-options', {}, 404],
  ['post /api/account/passkeys/register', { flow: FLOW, credential }, 404],
  ['post /api/account/passkeys/sign-in-options', {}, 404],
  ['post /api/account/passkeys/sign-in', { flow: FLOW, credential }, 404],
  ['post /api/account/passkeys/{passkey}', { name: 'mine' }, 401],
  ['delete /api/account/passkeys/{passkey}', undefined, 401],
  ['post /api/account/openid', { language: 'en' }, 404],
  ['delete /api/account/openid', undefined, 401],
  ['get /api/account/openid/callback', undefined, 303],
  ['post /api/account/sign-out', { which: 'all' }, 401],
  ['post /api/account/deletion', {}, 401],
  ['get /api/account/export', undefined, 403],
  ['post /api/account/erasure', { ticket: 'forged' }, 403],
  ['get /sign-in/{token}', undefined, 410],
  ['post /sign-in/{token}', undefined, 410],
];

/** Without a place in an office: what each route answers while the door is shut. `path` is that of openApi.ts. */
const routes: Record<string, (url: string) => Promise<[status: number, leak?: unknown]>> = {
  'get /api/offices': async (url) => [(await fetch(`${url}/api/offices`)).status],
  'get /api/offices/{office}': async (url) => {
    const answer = await fetch(`${url}/api/offices/office`);
    return [answer.status, ((await answer.json()) as OfficeFacts).here];
  },
  'get /api/offices/{office}/map': async (url) => [(await fetch(`${url}/api/offices/office/map`)).status],
  'get /api/house': async (url) => {
    const answer = await fetch(`${url}/api/house`);
    return [answer.status, await answer.json()];
  },
  'post /api/device': async (url) => {
    const answer = await fetch(`${url}/api/device`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    return [answer.status, ((await answer.json()) as DeviceFacts).persons];
  },
  'post /api/knocks': async (url) => {
    const body = JSON.stringify({ office: 'office', name: 'Eve', trade: '', appearance: '' });
    return [(await fetch(`${url}/api/knocks`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).status];
  },
  'get /api/knocks/{knock}': async (url) => [(await fetch(`${url}/api/knocks/nobody`)).status],
  'delete /api/knocks/{knock}': async (url) => [(await fetch(`${url}/api/knocks/nobody`, { method: 'DELETE' })).status],
  'get /api/appointments/{id}': async (url) => [(await fetch(`${url}/api/appointments/nobody`)).status],
  'get /e/{id}': async (url) => [(await fetch(`${url}/e/nobody`)).status],
  'get /o/{office}/agenda.ics': async (url) => [(await fetch(`${url}/o/office/agenda.ics`)).status],
  'post /api/slides': async (url) => {
    const pdf = { method: 'POST', headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' };
    return [(await fetch(`${url}/api/slides?name=mine&pages=1`, pdf)).status];
  },
  'post /api/files': async (url) => [(await fetch(`${url}/api/files`, { method: 'POST', body: 'hello' })).status],
  'get /api/files/{id}': async (url) => [(await fetch(`${url}/api/files/nobody`)).status],
  'get /slides/{id}': async (url) => [(await fetch(`${url}/slides/nobody`)).status],
  'get /o/{office}/podcast.xml': async (url) => [(await fetch(`${url}/o/office/podcast.xml`)).status],
  'get /t/{id}': async (url) => [(await fetch(`${url}/t/nobody`)).status],
  'get /t/{id}/slides/{document}': async (url) => [(await fetch(`${url}/t/nobody/slides/nothing`)).status],
  ...Object.fromEntries(
    accountRows.map(([route, body, , leak]) => [
      route,
      async (url: string): Promise<[number, unknown?]> => {
        const [method = '', path = ''] = route.replace(/\{\w+\}/, 'nobody').split(' ');
        const answer = await asking(url, method.toUpperCase(), path, body);
        return leak === undefined ? [answer.status] : [answer.status, ((await answer.json()) as { account: unknown }).account];
      },
    ]),
  ),
  'get /maps/{path}': async (url) => [(await fetch(`${url}/maps/../comptoir.db`)).status],
  'get /healthz': async (url) => [(await fetch(`${url}/healthz`)).status],
  'get /readyz': async (url) => [(await fetch(`${url}/readyz`)).status],
  'get /metrics': async (url) => [(await fetch(`${url}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status],
};
const EXPECTED: Record<string, [status: number, leak?: unknown]> = {
  'get /api/offices': [200],
  'get /api/offices/{office}': [200, []],
  'get /api/offices/{office}/map': [200],
  'get /api/house': [200, { charter: null, appeal: { en: '', fr: '' } }],
  'post /api/device': [200, []],
  'post /api/knocks': [409],
  'get /api/knocks/{knock}': [200],
  'delete /api/knocks/{knock}': [204],
  'get /api/appointments/{id}': [404],
  'get /e/{id}': [404],
  // a shut door tells nothing of its agenda without the key
  'get /o/{office}/agenda.ics': [404],
  'post /api/slides': [401],
  'post /api/files': [401],
  'get /api/files/{id}': [404],
  'get /slides/{id}': [404],
  'get /o/{office}/podcast.xml': [404],
  'get /t/{id}': [404],
  'get /t/{id}/slides/{document}': [404],
  ...Object.fromEntries(accountRows.map(([route, , ...expected]) => [route, expected as [number, unknown?]])),
  'get /maps/{path}': [404],
  'get /healthz': [200],
  'get /readyz': [200],
  'get /metrics': [403],
};

describe('from outside', () => {
  it('[P21] every route is in the matrix', () => {
    const described = Object.entries(openApi.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    expect(new Set(Object.keys(routes))).toEqual(new Set(described));
  });

  it('[P21] a shut door gives no place and tells no names, by any route', async () => {
    await enterAs(office, 'host');
    await setDoorQuietly(office, 'link');
    for (const [route, ask] of Object.entries(routes)) expect(await ask(office.open.url), route).toEqual(EXPECTED[route]);
    expect(await placeRefusal(office.open.url, { name: 'Eve' })).toBe('link');
    for (const method of ['create', 'join', 'joinOrCreate', 'reconnect', 'getAvailableRooms']) {
      const answer = await fetch(`${office.open.url}/matchmake/${method}/office`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      expect(answer.status, method).toBeGreaterThanOrEqual(400);
    }
    await setDoorQuietly(office, 'open');
  });
});
