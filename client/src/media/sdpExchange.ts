// One description with everything in it: the media server takes no candidates afterwards.

/** It finds us by our first packet anyway: waiting for more candidates would only be silence. */
const GATHER_MS = 250;

export function gathered(connection: RTCPeerConnection): Promise<string> {
  return new Promise((resolve) => {
    const finish = (): void => {
      clearTimeout(timer);
      connection.removeEventListener('icegatheringstatechange', look);
      resolve(connection.localDescription?.sdp ?? '');
    };
    const look = (): void => {
      if (connection.iceGatheringState === 'complete') finish();
    };
    const timer = setTimeout(finish, GATHER_MS);
    connection.addEventListener('icegatheringstatechange', look);
    look();
  });
}
