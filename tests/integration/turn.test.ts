// Our TURN credentials before a real coturn: those of people inside relay, forged and ended ones do not.
import { createIceServers, turnCredentials } from '@comptoir/server/media/iceServers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Coturn } from '../support/Coturn.ts';
import { Synthetic } from '../support/media/Synthetic.ts';

const problem = Coturn.problem();
if (problem) process.stdout.write(`TURN is not tested: ${problem}\n`);

describe.skipIf(problem !== undefined)('TURN', () => {
  let coturn: Coturn;
  let synthetic: Synthetic;
  beforeAll(async () => {
    coturn = await Coturn.start();
    synthetic = new Synthetic();
  });
  afterAll(async () => {
    await synthetic.close();
    await coturn.stop();
  });

  const granted = (nowMs: number) => {
    const turn = { urls: [coturn.env('udp').TURN_URLS], secret: coturn.secret };
    const [server] = createIceServers({ turn, stunPort: undefined, announcedIp: undefined, turnTtlS: 600 }, () => nowMs)(
      'ada',
      undefined,
    ).servers;
    return { username: server?.username ?? '', password: server?.credential ?? '' };
  };

  it('[K9] two who can reach each other only by relay are connected', async () => {
    expect(await synthetic.relay({ ...granted(Date.now()), port: coturn.port })).toBe('connected');
  });

  it('[K9] credentials that ended relay nothing', async () => {
    expect(await synthetic.relay({ ...granted(Date.now() - 700_000), port: coturn.port })).not.toBe('connected');
  });

  it('[K9] credentials of another secret relay nothing', async () => {
    const { username, credential: password } = turnCredentials('another secret', 'eve', Math.floor(Date.now() / 1000) + 600);
    expect(await synthetic.relay({ username, password, port: coturn.port })).not.toBe('connected');
  });
});
