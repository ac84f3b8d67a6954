import type { DeviceFacts } from '@comptoir/shared/protocol/http';
import { afterEach, expect, test } from 'vitest';
import { DEVICE_COOKIE, hashDevice, newId } from '../ops/identity.ts';
import { startTestServer, type TestServer } from './testServer.ts';

const ada = { personId: newId(), name: 'Ada', trade: 'engines', appearance: '0'.repeat(12) };
const stored = { ...ada, rank: 'visitor' as const };
const asked: unknown[] = [];
const persons = {
  ofDevice: async (ask: { deviceHash: string; limit: number }) => {
    asked.push(ask);
    return [stored];
  },
};
const offices = {
  list: () => [],
  facts: () => undefined,
  problem: () => undefined,
  hereOf: (id: string) => (id === ada.personId ? 'office' : undefined),
  notReady: () => undefined,
};

let server: TestServer;
afterEach(async () => {
  await server.close();
  asked.length = 0;
});

async function visit(headers: Record<string, string> = {}, office?: string) {
  const body = office === undefined ? {} : { body: JSON.stringify({ office }) };
  const answer = await fetch(`${server.url}/api/device`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    ...body,
  });
  return { status: answer.status, setCookie: answer.headers.get('set-cookie') ?? '', facts: (await answer.json()) as DeviceFacts };
}
const cookieFrom = (setCookie: string): string => setCookie.split(';')[0] ?? '';

test('[P2] a new browser gets a signed cookie that scripts cannot read, and has been nobody yet', async () => {
  server = await startTestServer({}, { persons, offices });
  const { setCookie, facts } = await visit();
  expect(setCookie).toMatch(/^comptoir_device=[\w-]{22}\.[\w-]{43}; Max-Age=34560000; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  expect(facts).toEqual({ persons: [], secure: false });
  expect(asked).toEqual([]);
});

test('[P2] it is known again, with tickets for its persons', async () => {
  server = await startTestServer({}, { persons, offices });
  const cookie = cookieFrom((await visit()).setCookie);
  const again = await visit({ cookie });
  expect(cookieFrom(again.setCookie)).toBe(cookie);
  const deviceId = server.identity.readDevice(cookie);
  expect(asked).toEqual([{ deviceHash: hashDevice(deviceId ?? ''), limit: 20 }]);
  const [person] = again.facts.persons;
  expect(person).toEqual({ ...ada, ticket: expect.any(String), here: true });
  expect(server.identity.checkTicket(person?.ticket ?? '', deviceId)).toBe(ada.personId);
  expect((await visit({ cookie }, 'office')).facts.persons[0]?.here).toBe(true);
  expect((await visit({ cookie }, 'floor/2')).facts.persons[0]?.here).toBe(false);
});

test.each(['forged', `${newId()}.${'A'.repeat(43)}`, `${newId()}`])(
  '[P2] the forged cookie %s is replaced and opens nothing',
  async (value) => {
    server = await startTestServer({}, { persons, offices });
    const { setCookie, facts } = await visit({ cookie: `${DEVICE_COOKIE}=${value}` });
    expect(facts.persons).toEqual([]);
    expect(server.identity.readDevice(cookieFrom(setCookie))).toBeDefined();
    expect(cookieFrom(setCookie)).not.toContain(value);
    expect(asked).toEqual([]);
  },
);

test('[P2] over https, also behind a proxy, the cookie stays on https', async () => {
  server = await startTestServer({ trustProxy: ['127.0.0.1'] }, { persons, offices });
  const { setCookie, facts } = await visit({ 'x-forwarded-proto': 'https' });
  expect(setCookie).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
  expect(facts.secure).toBe(true);
  await server.close();
  server = await startTestServer({ publicUrl: new URL('https://office.example.org') }, { persons, offices });
  const answer = await server.raw(
    'POST /api/device HTTP/1.1\r\nHost: office.example.org\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  );
  expect(answer).toMatch(/Set-Cookie: comptoir_device=[^\r]*; Secure/);
});
