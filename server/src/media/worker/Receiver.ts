// What somebody receives: one connection with fixed slots. Keeps track of what fills them, what got lost, and how much their network carries.
import type { Quality, SlotContent } from '@comptoir/shared/protocol/talk';
import { type RtcpItem, readRtcp } from '../packets/rtcp.ts';
import type { Medium } from '../packets/sdp.ts';
import { type Carrying, carriesAll, chooseLayer, nextCarrying } from './chooseLayer.ts';
import type { Slot } from './Slot.ts';
import type { SourceTrack } from './SourceTrack.ts';

/** Slots in the order of the m-lines: pictures, then sounds. */
export interface NumberedSlot {
  number: number;
  mid: string;
  slot: Slot;
}

interface Filled extends NumberedSlot {
  track: SourceTrack | undefined;
  quality: Quality;
}

/** Above this share of lost packets asking again only makes it worse. */
const MOST_RESENT = 0.5;

export class Receiver {
  readonly #filled: Filled[];
  /** Something fills a slot that the person has not been told of. */
  #isNews = false;
  /** What they were told beside it. */
  #told = '{}';
  #carrying: Carrying = carriesAll();
  #estimateBitsPerS: number | undefined;
  #lossShare = 0;

  constructor(slots: readonly NumberedSlot[]) {
    this.#filled = slots.map((slot) => ({ ...slot, track: undefined, quality: 'low' }));
  }

  /** Keys of what fills the slots of a medium, in their order. */
  contentsOf(medium: Medium): (string | undefined)[] {
    return this.#of(medium).map(({ track }) => track?.key);
  }

  /** @param tracks in the order of the slots of this medium */
  fill(medium: Medium, tracks: readonly (SourceTrack | undefined)[], qualityOf: (key: string) => Quality, nowMs: number): void {
    this.#of(medium).forEach((filled, n) => {
      const track = tracks[n];
      filled.quality = track ? qualityOf(track.key) : 'low';
      if (filled.track !== track) {
        filled.track = track;
        this.#isNews = true;
        // what played belongs to somebody else: it ends before they are named
        filled.slot.want(undefined, nowMs);
      }
      this.#choose(filled, nowMs);
    });
  }

  /** Is there something to tell, in the slots or of the rest? Asked once. */
  isNewsOf(rest: object): boolean {
    const told = JSON.stringify(rest);
    const isNews = this.#isNews || told !== this.#told;
    this.#isNews = false;
    this.#told = told;
    return isNews;
  }

  /** Streams come, go, and are more than a network carries. */
  choose(nowMs: number): void {
    for (const filled of this.#filled) this.#choose(filled, nowMs);
  }

  #choose({ slot, track, quality }: Filled, nowMs: number): void {
    const stream = track && (track.medium === 'audio' ? track.streams[0] : chooseLayer(track.flowing(), quality, this.#carrying));
    if (stream || !track) slot.want(stream, nowMs);
  }

  /** Does somebody with a network that carries it show this large? */
  showsLarge(track: SourceTrack): boolean {
    return this.#carrying.rank === 2 && this.#filled.some((filled) => filled.track === track && filled.quality === 'high');
  }

  contents(): SlotContent[] {
    return this.#filled.map(({ number, slot, track }) => ({
      ...{ slot: number, kind: slot.medium },
      from: track ? { personId: track.personId, as: track.as } : null,
    }));
  }

  /** RTCP about this slot; of a compound packet every slot that it concerns is given the whole. @returns packets sent again */
  heard(slot: Slot, packet: Buffer, nowMs: number): number {
    let resent = 0;
    for (const item of readRtcp(packet)) resent += this.#heardItem(slot, item, nowMs);
    return resent;
  }

  #heardItem(slot: Slot, item: RtcpItem, nowMs: number): number {
    switch (item.kind) {
      case 'bitrate':
        this.#estimateBitsPerS = item.bitsPerS;
        return 0;
      case 'keyframe':
        if (item.ssrc === slot.ssrc) slot.playing?.requestKeyframe(nowMs);
        return 0;
      case 'received':
        if (item.report.ssrc === slot.ssrc && slot.medium === 'video') this.#lossShare = Math.max(this.#lossShare, item.report.lossShare);
        return 0;
      case 'nack':
        if (item.ssrc !== slot.ssrc || this.#lossShare > MOST_RESENT) return 0;
        return item.sequences.filter((sequence) => slot.resend(sequence)).length;
      case 'senderReport':
        return 0;
    }
  }

  /** Once a second: reports, and what the network carries. */
  report(nowMs: number): void {
    let bytes = 0;
    for (const { slot } of this.#filled) {
      slot.report(nowMs);
      if (slot.medium === 'video') bytes += slot.bytes;
      slot.bytes = 0;
    }
    const seen = { sentBitsPerS: bytes * 8, estimateBitsPerS: this.#estimateBitsPerS, lossShare: this.#lossShare };
    this.#carrying = nextCarrying(this.#carrying, seen, nowMs);
    this.#lossShare = 0;
    this.#estimateBitsPerS = undefined;
  }

  end(nowMs: number): void {
    for (const { slot } of this.#filled) slot.want(undefined, nowMs);
  }

  #of(medium: Medium): Filled[] {
    return this.#filled.filter(({ slot }) => slot.medium === medium);
  }
}
