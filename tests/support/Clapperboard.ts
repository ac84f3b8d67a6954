// A camera and a microphone that clap: the picture flashes at the moment of a beep, so that one can measure how far apart the two arrive.
import type { Page } from '@playwright/test';
import { listenToSpeakers } from './speakerRecording.ts';

/** More than twice what may be between flash and beep of one clap. */
const EVERY_MS = 1000;
/** Two beeps are not closer to each other. */
const SILENCE_MS = 300;

type Heard = typeof globalThis & { media: { captured: MediaStreamTrack[] } };

/** In the page: camera and microphone are these from now on. */
function installClapperboard(everyMs: number): void {
  // as often as the smallest picture of a camera is sent: none that flashes is left out
  const FRAMES_PER_S = 15;
  const FLASH_FRAMES = 4;
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const drawing = canvas.getContext('2d');
  const context = new AudioContext();
  // by its class: what comes from the method counts as going to the speakers
  const out = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  const tone = new OscillatorNode(context, { frequency: 1000 });
  const volume = new GainNode(context, { gain: 0 });
  tone.connect(volume).connect(out);
  tone.start();
  const everyFrames = Math.round((everyMs * FRAMES_PER_S) / 1000);
  let frame = 0;
  setInterval(() => {
    const since = frame++ % everyFrames;
    if (!drawing) return;
    drawing.fillStyle = since < FLASH_FRAMES ? 'white' : 'black';
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    // something moves, or the encoder would rest
    drawing.fillStyle = 'grey';
    drawing.fillRect((frame * 8) % canvas.width, 0, 8, 8);
    if (since === 0) volume.gain.setValueAtTime(0.4, context.currentTime);
    if (since === FLASH_FRAMES) volume.gain.setValueAtTime(0, context.currentTime);
  }, 1000 / FRAMES_PER_S);
  navigator.mediaDevices.getUserMedia = async ({ audio, video } = {}) => {
    await context.resume();
    const tracks = [...(audio ? out.stream.clone().getTracks() : []), ...(video ? canvas.captureStream(FRAMES_PER_S).getTracks() : [])];
    (globalThis as Heard).media.captured.push(...tracks);
    return new MediaStream(tracks);
  };
}

/** In the page: when flashes were shown, by the browser's own word, in the picture that people look at. ms since 1970 */
async function watchFlashes(ms: number): Promise<number[]> {
  const video = document.querySelector<HTMLVideoElement>('article video');
  if (!video) throw new Error('no picture is shown');
  const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 4 });
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  const flashes: number[] = [];
  let wasBright = true;
  const look: VideoFrameRequestCallback = (_nowMs, { expectedDisplayTime }) => {
    drawing?.drawImage(video, 0, 0, 4, 4);
    const isBright = (drawing?.getImageData(2, 2, 1, 1).data[1] ?? 0) > 128;
    if (isBright && !wasBright) flashes.push(performance.timeOrigin + expectedDisplayTime);
    wasBright = isBright;
    video.requestVideoFrameCallback(look);
  };
  video.requestVideoFrameCallback(look);
  await new Promise((resolve) => setTimeout(resolve, ms));
  return flashes;
}

/** From now on this page's camera and microphone clap; before they are opened. */
export const letClap = (page: Page): Promise<void> => page.evaluate(installClapperboard, EVERY_MS);

/** For so many seconds: how much later than its beep came out of the speaker each flash was shown. ms; the speaker belongs to this page alone */
export async function latenessOfPictures(page: Page, speakers: Record<string, string>, seconds: number): Promise<number[]> {
  const [flashes, beeps] = await Promise.all([
    page.evaluate(watchFlashes, seconds * 1000),
    listenToSpeakers(speakers, seconds * 1000, SILENCE_MS),
  ]);
  return flashes
    .map((flash) => Math.min(...beeps.map((beep) => Math.abs(flash - beep))) < EVERY_MS / 2 && nearest(flash, beeps))
    .filter((lateness) => lateness !== false);
}

const nearest = (flash: number, beeps: readonly number[]): number =>
  beeps.map((beep) => flash - beep).toSorted((a, b) => Math.abs(a) - Math.abs(b))[0] ?? Number.NaN;
