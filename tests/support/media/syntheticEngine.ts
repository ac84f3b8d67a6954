// What every synthetic participant needs of the engine.
import type { PeerConnection } from 'node-datachannel';
import type { FromSynthetic } from './syntheticMessages.ts';

export const say = (message: FromSynthetic): void => void process.send?.(message);
export const settings = { iceServers: [], bindAddress: '127.0.0.1', disableAutoNegotiation: true, forceMediaTransport: true };
export const described = (connection: PeerConnection): Promise<string> =>
  new Promise((resolve) => {
    const answer = (): void => resolve(connection.localDescription()?.sdp ?? '');
    if (connection.gatheringState() === 'complete') answer();
    else connection.onGatheringStateChange((state) => state === 'complete' && answer());
  });
export const quietly = (act: () => void): void => {
  try {
    act();
  } catch {
    // closed meanwhile
  }
};
