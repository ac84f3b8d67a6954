// The m-lines that somebody receives by: pictures and sounds in fixed numbers, the first ones in pairs, so that browsers keep lips and voice in step.

import { audioLine, type PeerConnection, sendOn, type Track, videoLine } from './connect.ts';
import { PAYLOAD_TYPE } from './PublishedTrack.ts';
import type { NumberedSlot } from './Receiver.ts';
import { Slot } from './Slot.ts';

export interface Lines {
  /** The last one is for the sound of a screen. */
  sounds: number;
  pictures: number;
}

/** Nine pictures fill a screen of tiles; four voices, and the sound of a screen. */
export const FULL_LINES: Lines = { sounds: 5, pictures: 9 };
/** K47: three voices and a screen, each with a line for its picture beside it. Fewer than a full set: there are hundreds of them. */
export const AUDIENCE_LINES: Lines = { sounds: 4, pictures: 4 };
/** Of more voices than slots. */
export const LOUDEST = 3;

const FIRST_SSRC = 0x1000;
const OPUS = 'minptime=10;useinbandfec=1;usedtx=1';

export interface ReceivingLine extends NumberedSlot {
  track: Track;
}

/** Adds them to the connection. @param chance 0 to 1 each time @param first number of the first slot: another one for each connection of a person */
export function addReceivingLines(connection: PeerConnection, lines: Lines, first: number, chance: () => number): ReceivingLine[] {
  const add = (number: number, medium: 'audio' | 'video', pair: number): ReceivingLine => {
    const mid = `${medium[0]}${pair}`;
    const ssrc = FIRST_SSRC + number;
    const line = medium === 'audio' ? audioLine(mid) : videoLine(mid);
    if ('addVP8Codec' in line) line.addVP8Codec(PAYLOAD_TYPE.video);
    else line.addOpusCodec(PAYLOAD_TYPE.audio, OPUS);
    // one stream id for both of a pair: browsers synchronise what belongs to one stream
    line.addSSRC(ssrc, `pair-${pair}`, `pair-${pair}`, mid);
    const track = connection.addTrack(line);
    return { number: first + number, mid, track, slot: new Slot(medium, ssrc, chance(), (packet) => sendOn(track, packet)) };
  };
  return [
    ...Array.from({ length: lines.sounds }, (_, n) => add(n, 'audio', n)),
    ...Array.from({ length: lines.pictures }, (_, n) => add(lines.sounds + n, 'video', n)),
  ];
}
