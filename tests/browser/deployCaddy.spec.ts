// The office as one puts it online: behind a real Caddy with TLS. Two people meet through it, and it is restarted under them.
import { Caddy } from '../support/Caddy.ts';
import { expect, meet, spot, test } from './callStory.ts';

const problem = Caddy.problem();
if (problem) process.stdout.write(`The office behind Caddy is not tested: ${problem}\n`);

test.use({ env: { TRUST_PROXY: '1', STUN_PORT: 'off' } });

test('[O41] behind Caddy with TLS one walks, is heard, and comes back to where one was when Caddy is restarted', async ({
  office,
  hall,
}) => {
  test.skip(problem !== undefined, problem);
  const caddy = await Caddy.prepare();
  try {
    await caddy.open(office.server.url);
    const through = { origin: caddy.url, browser: { ignoreHTTPSErrors: true, serviceWorkers: 'block' as const } };
    const ada = await hall.enter('Ada', through);
    const bob = await hall.enter('Bob', through);
    expect(await ada.person.page.evaluate(() => [isSecureContext, location.protocol])).toEqual([true, 'https:']);
    // the server knows it too: what names this browser is sent by https only
    expect((await ada.person.context.cookies()).map(({ secure, httpOnly }) => [secure, httpOnly])).toEqual([[true, true]]);
    await meet(ada, bob);
    await expect(ada).toHear(bob);
    await expect(bob).toHear(ada);

    for (const { person } of [ada, bob]) person.forgive(/WebSocket|ERR_CONNECTION|Failed to load resource|502/);
    const before = await ada.person.me();
    await caddy.close();
    await expect(ada.person.page.getByText('Connection lost')).toBeVisible();
    // nobody is gone meanwhile
    expect((await ada.person.snapshot()).people.map(({ name }) => name)).toEqual(['Bob']);
    await caddy.openAgain();
    await ada.person.isInside();
    await bob.person.isInside();
    expect(await ada.person.me()).toMatchObject({ id: before.id, x: before.x, y: before.y });
    await expect(ada).toHear(bob);
    await expect(bob).toHear(ada);
    expect((await ada.person.walkTo(spot(4))).arrived).toBe(true);
    await bob.person.sees(ada.person);
  } finally {
    await caddy.remove();
  }
});
