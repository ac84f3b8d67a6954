// One link of a mesh whose other end is no browser: it answers the offer, receives everything and sends nothing.
import ndc, { type PeerConnection, type Track } from 'node-datachannel';

/** What simple-peer says. */
export interface MeshSignal {
  type?: string;
  sdp?: string;
  candidate?: { candidate: string; sdpMid?: string };
}

export class MeshAnswer {
  readonly #connection: PeerConnection;
  /** The engine closes those that nobody holds. */
  readonly #tracks: Track[] = [];
  #early: NonNullable<MeshSignal['candidate']>[] = [];
  #isDescribed = false;

  constructor(name: string, send: (signal: MeshSignal) => void) {
    this.#connection = new ndc.PeerConnection(name, { iceServers: [], bindAddress: '127.0.0.1', disableAutoNegotiation: true });
    this.#connection.onTrack((track) => this.#tracks.push(track));
    this.#connection.onLocalDescription((sdp, type) => send({ type, sdp }));
    this.#connection.onLocalCandidate((candidate, sdpMid) => send({ type: 'candidate', candidate: { candidate, sdpMid } }));
  }

  take({ sdp, type, candidate }: MeshSignal): void {
    if (sdp && type === 'offer') {
      this.#connection.setRemoteDescription(sdp, 'offer');
      this.#connection.setLocalDescription('answer');
      this.#isDescribed = true;
      for (const one of this.#early) this.#add(one);
      this.#early = [];
    } else if (candidate) {
      if (this.#isDescribed) this.#add(candidate);
      else this.#early.push(candidate);
    }
  }

  #add({ candidate, sdpMid = '0' }: NonNullable<MeshSignal['candidate']>): void {
    if (candidate) this.#connection.addRemoteCandidate(candidate, sdpMid);
  }

  end(): void {
    this.#connection.close();
  }
}
