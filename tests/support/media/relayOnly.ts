// Two connections that may use nothing but a relay: do they reach each other?
import ndc from 'node-datachannel';
import type { Relay } from './syntheticMessages.ts';

const RELAY_MS = 8000;

/** @returns the state of the connection: 'connected', or what it was when the time was over */
export function relayOnly({ port, username, password }: Relay): Promise<string> {
  const iceServers = [{ hostname: '127.0.0.1', port, username, password, relayType: 'TurnUdp' as const }];
  const [one, two] = ['one', 'two'].map(
    (name) => new ndc.PeerConnection(name, { iceServers, iceTransportPolicy: 'relay', bindAddress: '127.0.0.1' }),
  );
  if (!one || !two) return Promise.resolve('none');
  for (const [from, to] of [
    [one, two],
    [two, one],
  ] as const) {
    from.onLocalDescription((sdp, type) => to.setRemoteDescription(sdp, type));
    from.onLocalCandidate((candidate, mid) => to.addRemoteCandidate(candidate, mid));
  }
  return new Promise<string>((resolve) => {
    const timer = setTimeout(() => resolve(one.state()), RELAY_MS);
    one.onStateChange((state) => {
      if (state !== 'connected' && state !== 'failed') return;
      clearTimeout(timer);
      resolve(state);
    });
    one.createDataChannel('relayed');
  }).finally(() => {
    one.close();
    two.close();
  });
}
