// Voices for fake microphones: like speech in their rhythm, each at a pitch of its own, so that one hears whose it is.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Far enough apart, and none the overtone of another. Hz */
export const PITCHES = [440, 620, 830, 1050] as const;

const RATE = 48_000;
/** A whole number of waves and syllables: it goes round without a click. */
const SECONDS = 4;
const SYLLABLES_PER_S = 4;

function waveOf(hz: number): Buffer {
  const samples = RATE * SECONDS;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let n = 0; n < samples; n++) {
    const t = n / RATE;
    const syllable = 0.35 + 0.65 * (0.5 - 0.5 * Math.cos(2 * Math.PI * SYLLABLES_PER_S * t));
    const tone = 0.8 * Math.sin(2 * Math.PI * hz * t) + 0.2 * Math.sin(2 * Math.PI * 2 * hz * t);
    wav.writeInt16LE(Math.round(0.4 * syllable * tone * 32_767), 44 + n * 2);
  }
  return wav;
}

/** The file of this voice, for `--use-file-for-fake-audio-capture`. */
export function voiceFile(hz: number): string {
  const folder = join(tmpdir(), 'comptoir-voices');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${hz}.wav`);
  writeFileSync(file, waveOf(hz));
  return file;
}
