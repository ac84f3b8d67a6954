// A connection that somebody receives by, from the offer to its end.
import type { ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import { readAnswer } from '../packets/sdp.ts';
import { type ConnectSettings, connect, describe, disconnect, type PeerConnection } from './connect.ts';
import { Receiver } from './Receiver.ts';
import { addReceivingLines, type Lines, type ReceivingLine } from './receivingLines.ts';

export interface ReceivingParts {
  personId: string;
  settings: ConnectSettings;
  lines: Lines;
  /** How many of this person there were before. */
  build: number;
  chance(): number;
  nowMs(): number;
  onResent(packets: number): void;
  onUp(): void;
  /** By itself. */
  onOver(): void;
}

/** So that a word about a slot can only mean one of two connections of a person. */
const NUMBERS_APART = 32;
/** How long one goes on that another one has replaced. */
const OVERLAP_MS = 1500;

export class Receiving {
  readonly receiver: Receiver;
  isUp = false;
  readonly #parts: ReceivingParts;
  readonly #connection: PeerConnection;
  readonly #lines: ReceivingLine[];
  #isEnding = false;
  #isOver = false;

  constructor(parts: ReceivingParts) {
    this.#parts = parts;
    const { personId, settings, lines, build, chance, nowMs } = parts;
    this.#connection = connect(`to ${personId}`, settings);
    this.#lines = addReceivingLines(this.#connection, lines, build * NUMBERS_APART, chance);
    this.receiver = new Receiver(this.#lines);
    for (const { track, slot } of this.#lines) track.onMessage((packet) => parts.onResent(this.receiver.heard(slot, packet, nowMs())));
    this.#connection.onStateChange((state) => {
      if (this.#isEnding) return;
      if (state === 'connected') {
        this.isUp = true;
        parts.onUp();
      } else if (state === 'failed' || state === 'closed') parts.onOver();
    });
  }

  hasFewerThan({ sounds, pictures }: Lines): boolean {
    return this.#parts.lines.sounds < sounds || this.#parts.lines.pictures < pictures;
  }

  /** Undefined when the engine makes none. */
  async offer(): Promise<Omit<Extract<ServerMediaSignal, { kind: 'offer' }>, 'kind'> | undefined> {
    const sdp = await describe(this.#connection, this.#parts.settings, () => this.#connection.setLocalDescription('offer'));
    return sdp === undefined
      ? undefined
      : { sdp, slots: this.#lines.map(({ number, mid, slot }) => ({ slot: number, mid, kind: slot.medium })) };
  }

  /** @returns false when it is no answer to our offer; one that comes too late is ignored */
  answered(sdp: string): boolean {
    if (this.#connection.signalingState() !== 'have-local-offer') return true;
    const answer = readAnswer(sdp, this.#lines.length);
    if (answer === undefined) return false;
    try {
      this.#connection.setRemoteDescription(answer, 'answer');
      return true;
    } catch {
      return false;
    }
  }

  endLater(): void {
    this.#isEnding = true;
    setTimeout(() => this.end(), OVERLAP_MS);
  }

  end(): void {
    this.#isEnding = true;
    if (this.#isOver) return;
    this.#isOver = true;
    this.receiver.end(this.#parts.nowMs());
    disconnect(
      this.#connection,
      this.#lines.map(({ track }) => track),
    );
  }
}
