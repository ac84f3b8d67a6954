// Makes the files of one recording out of its tapes: a film with the picture that the hall showed, and the sound alone, as MP3 that everything plays.
import { registerMp3Encoder } from '@mediabunny/mp3-encoder';
import {
  AudioSample,
  AudioSampleSource,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  FilePathTarget,
  Mp3OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { choosePictures, type Picture } from './choosePictures.ts';
import { mixVoices } from './mixVoices.ts';
import { PictureTrack } from './PictureTrack.ts';
import { groupTapes, isPicture, readTapes, type Taped } from './readTapes.ts';
import { RATE } from './sound.ts';

export interface FinishOrder {
  /** Folder of the tapes. */
  tapes: string;
  /** To be written. */
  video: string;
  audio: string;
  /** personIds of whom nothing is to be heard or seen. */
  withdrawn: readonly string[];
  /** It is no shorter than it was, whosever tapes are gone. */
  leastMs: number;
}

/** Looking through the tapes takes about so much of the time. */
const READING_SHARE = 0.1;
const TELL_MS = 5000;
/** A recording in which nobody sent anything is a second of nothing. */
const SHORTEST_MS = 1000;
/** The last picture stands so long. */
const LAST_MS = 40;
/** Of MP3: a voice, and the sound of a screen, which has two sides. */
const MP3_BITS_PER_S = { 1: 64_000, 2: 128_000 } as const;

/** @returns how long it is, ms */
export async function finish(
  { tapes: dir, video, audio, withdrawn, leastMs }: FinishOrder,
  onShare: (share: number) => void,
): Promise<number> {
  const taped = readTapes(dir, (share) => onShare(share * READING_SHARE));
  const durationMs = Math.max(SHORTEST_MS, leastMs, taped.durationMs);
  const tapes = taped.tapes.filter(({ personId }) => !withdrawn.includes(personId));
  const mix = await mixVoices(
    tapes.filter((tape) => !isPicture(tape)),
    durationMs,
  );
  const pictures = picturesOf({ ...taped, tapes, durationMs });
  const film = new Output({ format: new WebMOutputFormat(), target: new FilePathTarget(video) });
  registerMp3Encoder();
  const radio = new Output({ format: new Mp3OutputFormat(), target: new FilePathTarget(audio) });
  const seen = new EncodedVideoPacketSource('vp8');
  const heard = new EncodedAudioPacketSource('opus');
  const alone = new AudioSampleSource({ codec: 'mp3', bitrate: MP3_BITS_PER_S[mix.channels] });
  film.addVideoTrack(seen);
  film.addAudioTrack(heard);
  radio.addAudioTrack(alone);
  await Promise.all([film.start(), radio.start()]);

  const size = { codec: 'vp8', codedWidth: taped.width, codedHeight: taped.height };
  const opus = { codec: 'opus', sampleRate: RATE, numberOfChannels: mix.channels, description: opusHead(mix) };
  let toldMs = 0;
  let next = pictures.next();
  for await (const { ms, bytes, samples } of mix.packets) {
    while (!next.done && next.value.ms <= ms) {
      const picture = next.value;
      next = pictures.next();
      const untilMs = next.done ? picture.ms + LAST_MS : next.value.ms;
      await seen.add(packetOf(picture, untilMs), { decoderConfig: size });
    }
    const packet = new EncodedPacket(bytes, 'key', ms / 1000, 0.02);
    await heard.add(packet, { decoderConfig: opus });
    const sound = new AudioSample({
      ...{ data: samples, format: 'f32', sampleRate: RATE, numberOfChannels: mix.channels, timestamp: ms / 1000 },
    });
    await alone.add(sound);
    sound.close();
    if (ms - toldMs < TELL_MS) continue;
    toldMs = ms;
    onShare(READING_SHARE + (1 - READING_SHARE) * (ms / durationMs));
  }
  await Promise.all([film.finalize(), radio.finalize()]);
  return durationMs;
}

function picturesOf({ tapes, wishes, durationMs }: Taped): Generator<Picture> {
  const groups = groupTapes(tapes.filter(isPicture));
  const tracks = new Map([...groups].map(([key, ofKey]) => [key, new PictureTrack(ofKey)]));
  return choosePictures((key) => tracks.get(key), wishes, durationMs);
}

const packetOf = ({ ms, isKey, bytes }: Picture, untilMs: number): EncodedPacket =>
  new EncodedPacket(bytes, isKey ? 'key' : 'delta', ms / 1000, (untilMs - ms) / 1000);

/** RFC 7845, section 5.1. */
function opusHead({ channels, preSkip }: { channels: number; preSkip: number }): Uint8Array {
  const head = Buffer.alloc(19);
  head.write('OpusHead', 'latin1');
  head[8] = 1;
  head[9] = channels;
  head.writeUInt16LE(preSkip, 10);
  head.writeUInt32LE(RATE, 12);
  return head;
}
