// The disk of the database is full, or cannot be written: people are told, the office goes on, and everything is kept again when there is room.
import { DEFAULT_APPEARANCE, encodeAppearance } from '@comptoir/shared/people';
import { afterAll, describe, expect, it } from 'vitest';
import { enterOffice, type Inside, until } from '../support/enterOffice.ts';
import { ServerProcess } from '../support/ServerProcess.ts';
import { mountSmallDisk } from '../support/smallDisk.ts';
import { standInPage } from '../support/standInPage.ts';

const mounted = mountSmallDisk(6);
if (typeof mounted === 'string') process.stdout.write(`A full disk is not tested: ${mounted}\n`);

describe.skipIf(typeof mounted === 'string')('a small disk', () => {
  if (typeof mounted === 'string') return;
  const disk = mounted;
  const opened: { server?: ServerProcess; people: Inside[] } = { people: [] };
  afterAll(async () => {
    for (const person of opened.people) person.leave();
    await opened.server?.end('SIGKILL');
    disk.remove();
  });

  const rename = (person: Inside, trade: string) =>
    person.connection.request('profile', {
      name: person.world.me.peek()?.name ?? '',
      trade,
      appearance: encodeAppearance(DEFAULT_APPEARANCE),
    });

  it('[O67] on a full disk what cannot be kept is refused, people walk and talk on, and it is kept again when there is room', async () => {
    const server = await ServerProcess.start({ DATA_DIR: disk.dir });
    opened.server = server;
    standInPage(server.url);
    const ada = await enterOffice(server.url, { name: 'Ada' });
    const bob = await enterOffice(server.url, { name: 'Bob' });
    opened.people.push(ada, bob);
    const ready = async () => {
      const answer = await fetch(`${server.url}/readyz`);
      return { status: answer.status, text: await answer.text() };
    };
    expect((await ready()).status).toBe(200);

    disk.fill();
    let lastKept = '';
    let refused = '';
    for (let n = 0; n < 400 && refused === ''; n++) {
      const answer = await rename(ada, `trade ${n}`);
      if ('ok' in answer) lastKept = answer.trade;
      else refused = answer.refused === 'tooManyMessages' ? '' : answer.refused;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    expect(refused).toBe('notKept');
    expect(await ready()).toMatchObject({ status: 503, text: expect.stringContaining('The disk of the database is full') });
    expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('comptoir_store_outage 1');
    expect(server.output).toContain('the database does not work');

    // in memory everything goes on
    await ada.actions.walkTo({ area: 'square' }, 'run');
    await until(() => Math.hypot((bob.sees(ada)?.x ?? 0) - ada.place.x, (bob.sees(ada)?.y ?? 0) - ada.place.y) < 2, 'Bob sees Ada arrive');
    expect(ada.world.me.peek()?.trade).toBe(lastKept);

    disk.makeRoom();
    for (let tries = 0; (await ready()).status !== 200; tries++) {
      expect(tries).toBeLessThan(50);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await rename(ada, 'kept at last')).toMatchObject({ ok: true });
    const { place } = ada;
    await server.end('SIGTERM');
    await until(() => ada.connection.phase.peek() === 'reconnecting', 'Ada notices');
    await server.start();
    await until(() => ada.connection.phase.peek() === 'online' && ada.world.me.peek() !== undefined, 'Ada is back', 15_000);
    expect(Math.hypot(ada.place.x - place.x, ada.place.y - place.y)).toBeLessThan(2);
    await server.end('SIGTERM');
  });

  it('[O67] a full or read-only disk stops a start with a sentence', async () => {
    const { server } = opened;
    if (!server) throw new Error('it has started');
    disk.setReadOnly(true);
    const refusal = await server.start().then(
      () => 'it started',
      (err: unknown) => String(err),
    );
    disk.setReadOnly(false);
    expect(refusal).toMatch(/The database in DATA_DIR .* cannot be opened: .*\./);
    expect(refusal).not.toMatch(/\n\s+at /);
    await server.start();
  });
});
