// A real coturn between two connections of Chromium that may use nothing but the relay, with the credentials that people inside are given.
import { createIceServers } from '@comptoir/server/media/iceServers';
import { expect, test } from '@playwright/test';
import { Coturn } from '../support/Coturn.ts';

const problem = Coturn.problem();
if (problem) process.stdout.write(`TURN is not tested: ${problem}\n`);

let coturn: Coturn;
test.beforeAll(async () => {
  if (!problem) coturn = await Coturn.start();
});
test.afterAll(async () => {
  if (!problem) await coturn.stop();
});

for (const transport of ['udp', 'tcp'] as const) {
  test(`[K9] two who reach each other only by the relay talk, over ${transport}`, { tag: '@alone' }, async ({ page }) => {
    test.skip(problem !== undefined, problem);
    const turn = { urls: [coturn.env(transport).TURN_URLS], secret: coturn.secret };
    const { servers } = createIceServers({ turn, stunPort: undefined, announcedIp: undefined, turnTtlS: 600 }, Date.now)('ada', undefined);
    const used = await page.evaluate(async (iceServers) => {
      const settings: RTCConfiguration = { iceServers, iceTransportPolicy: 'relay' };
      const [one, two] = [new RTCPeerConnection(settings), new RTCPeerConnection(settings)];
      one.onicecandidate = ({ candidate }) => void (candidate && two.addIceCandidate(candidate));
      two.onicecandidate = ({ candidate }) => void (candidate && one.addIceCandidate(candidate));
      const channel = one.createDataChannel('words');
      two.ondatachannel = ({ channel: other }) => {
        other.onmessage = ({ data }) => other.send(`${data} to you`);
      };
      const heard = new Promise<string>((resolve) => {
        channel.onmessage = ({ data }) => resolve(data);
        channel.onopen = () => channel.send('hello');
      });
      await one.setLocalDescription();
      if (one.localDescription) await two.setRemoteDescription(one.localDescription);
      await two.setLocalDescription();
      if (two.localDescription) await one.setRemoteDescription(two.localDescription);
      const words = await heard;
      const ways: string[] = [];
      const stats = await one.getStats();
      stats.forEach((entry) => {
        if (entry.type === 'candidate-pair' && entry.nominated) {
          const local = stats.get(entry.localCandidateId);
          ways.push(`${local.candidateType} ${local.relayProtocol}`);
        }
      });
      one.close();
      two.close();
      return { words, ways: [...new Set(ways)] };
    }, servers);
    expect(used).toEqual({ words: 'hello to you', ways: [`relay ${transport}`] });
  });
}
