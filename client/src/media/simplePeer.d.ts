// The browser build of simple-peer, which needs nothing else; the published types would bring all of Node's with them.
declare module 'simple-peer/simplepeer.min.js' {
  interface Options {
    initiator: boolean;
    config: RTCConfiguration;
    wrtc: { RTCPeerConnection: unknown; RTCSessionDescription: unknown; RTCIceCandidate: unknown };
    sdpTransform(sdp: string): string;
  }

  export default class Peer {
    constructor(options: Options);
    readonly destroyed: boolean;
    readonly connected: boolean;
    signal(data: unknown): void;
    send(text: string): void;
    negotiate(): void;
    destroy(): void;
    on(event: 'signal', listener: (data: unknown) => void): this;
    on(event: 'data', listener: (data: { toString(): string }) => void): this;
    on(event: 'connect' | 'close' | 'error', listener: () => void): this;
  }
}
