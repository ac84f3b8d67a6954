// The office's own sounds, made by the browser: no files, a few oscillators and some noise.

/** A brewing machine: the pump's hum, hissing steam, a last drip; `seconds` long. */
export function brew(context: AudioContext, out: AudioNode, seconds: number): void {
  const start = context.currentTime;
  const noise = context.createBufferSource();
  noise.buffer = noiseOf(context, seconds);
  const hiss = context.createBiquadFilter();
  hiss.type = 'bandpass';
  hiss.frequency.setValueAtTime(900, start);
  hiss.frequency.linearRampToValueAtTime(2600, start + seconds);
  const steam = gainOf(context, out, [
    [0, 0],
    [0.25, 0.12],
    [seconds - 0.4, 0.09],
    [seconds, 0],
  ]);
  noise.connect(hiss).connect(steam);
  noise.start(start);
  const hum = context.createOscillator();
  hum.type = 'triangle';
  hum.frequency.value = 96;
  hum.connect(
    gainOf(context, out, [
      [0, 0],
      [0.15, 0.06],
      [seconds * 0.7, 0.05],
      [seconds * 0.75, 0],
    ]),
  );
  hum.start(start);
  hum.stop(start + seconds);
  chime(context, out, [880, 1320], seconds);
}

/** Short soft notes one after the other; Hz, beginning `delayS` from now. */
export function chime(context: AudioContext, out: AudioNode, notes: readonly number[], delayS = 0): void {
  notes.forEach((frequency, i) => {
    const at = delayS + i * 0.12;
    const note = context.createOscillator();
    note.type = 'sine';
    note.frequency.value = frequency;
    note.connect(
      gainOf(context, out, [
        [at, 0],
        [at + 0.02, 0.08],
        [at + 0.35, 0],
      ]),
    );
    note.start(context.currentTime + at);
    note.stop(context.currentTime + at + 0.4);
  });
}

/** A gain that follows points of (seconds from now, gain). */
function gainOf(context: AudioContext, out: AudioNode, points: readonly (readonly [number, number])[]): GainNode {
  const gain = context.createGain();
  gain.gain.value = 0;
  for (const [atS, level] of points) gain.gain.linearRampToValueAtTime(level, context.currentTime + atS);
  gain.connect(out);
  return gain;
}

function noiseOf(context: AudioContext, seconds: number): AudioBuffer {
  const buffer = context.createBuffer(1, Math.ceil(context.sampleRate * seconds), context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let i = 0; i < samples.length; i++) samples[i] = Math.random() * 2 - 1;
  return buffer;
}

/** Knuckles on wood, three times. */
export function knock(context: AudioContext, out: AudioNode): void {
  for (const delayS of [0, 0.17, 0.34]) {
    const wood = context.createOscillator();
    wood.type = 'sine';
    wood.frequency.setValueAtTime(240, context.currentTime + delayS);
    wood.frequency.exponentialRampToValueAtTime(105, context.currentTime + delayS + 0.07);
    wood.connect(
      gainOf(context, out, [
        [delayS, 0],
        [delayS + 0.004, 0.22],
        [delayS + 0.1, 0],
      ]),
    );
    wood.start(context.currentTime + delayS);
    wood.stop(context.currentTime + delayS + 0.12);
  }
}
