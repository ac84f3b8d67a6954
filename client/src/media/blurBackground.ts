// My camera with everything behind me out of focus: a small model, served by us, finds me in each picture. Loaded when first wanted.
import modelUrl from '@mediapipe/selfie_segmentation/selfie_segmentation.tflite?url';
import { ImageSegmenter } from '@mediapipe/tasks-vision';
import wasmLoaderPath from '@mediapipe/tasks-vision/vision_wasm_internal.js?url';
import wasmBinaryPath from '@mediapipe/tasks-vision/vision_wasm_internal.wasm?url';
import { describeModel } from './describeModel.ts';

const BLUR = 'blur(12px)';
/** Of what is sent: the model sees 256 lines anyway. */
const LINES = 480;
const FRAMES_PER_S = 20;
/** What the model gives. */
const MASK_PX = 256;

export interface Blurred {
  track: MediaStreamTrack;
  end(): void;
}

async function loadModel(): Promise<Uint8Array> {
  const answer = await fetch(modelUrl);
  if (!answer.ok) throw new Error(`The model is not there: ${answer.status}.`);
  return describeModel(new Uint8Array(await answer.arrayBuffer()));
}

function loadSegmenter(model: Uint8Array, delegate: 'GPU' | 'CPU'): Promise<ImageSegmenter> {
  return ImageSegmenter.createFromOptions(
    { wasmLoaderPath, wasmBinaryPath },
    {
      baseOptions: { modelAssetBuffer: model, delegate },
      runningMode: 'VIDEO',
      outputCategoryMask: false,
      outputConfidenceMasks: true,
    },
  );
}

/** @throws when neither graphics card nor processor can run it */
export async function blurBackground(camera: MediaStreamTrack): Promise<Blurred> {
  const model = await loadModel();
  const segmenter = await loadSegmenter(model.slice(), 'GPU').catch(() => loadSegmenter(model.slice(), 'CPU'));
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([camera]);
  await video.play();
  const painter = new Painter(video);
  let isOver = false;
  const paint = (): void => {
    if (isOver) return;
    segmenter.segmentForVideo(video, performance.now(), ({ confidenceMasks }) => {
      const mask = confidenceMasks?.at(-1);
      if (mask) painter.paint(mask.getAsFloat32Array(), mask.width, mask.height);
    });
    setTimeout(() => video.requestVideoFrameCallback(paint), 1000 / FRAMES_PER_S / 2);
  };
  paint();
  const [track] = painter.canvas.captureStream(FRAMES_PER_S).getVideoTracks();
  if (!track) throw new Error('The canvas gives no picture.');
  return {
    track,
    end() {
      isOver = true;
      track.stop();
      video.srcObject = null;
      segmenter.close();
    },
  };
}

/** Me in focus over the same picture out of focus. */
class Painter {
  readonly canvas = document.createElement('canvas');
  readonly #video: HTMLVideoElement;
  readonly #out: CanvasRenderingContext2D;
  readonly #person = document.createElement('canvas');
  readonly #onPerson: CanvasRenderingContext2D;
  readonly #mask = document.createElement('canvas');
  readonly #onMask: CanvasRenderingContext2D;
  #alpha: ImageData | undefined;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
    const scale = Math.min(1, LINES / video.videoHeight);
    for (const canvas of [this.canvas, this.#person]) {
      canvas.width = Math.round(video.videoWidth * scale);
      canvas.height = Math.round(video.videoHeight * scale);
    }
    for (const side of ['width', 'height'] as const) this.#mask[side] = MASK_PX;
    this.#out = contextOf(this.canvas);
    this.#onPerson = contextOf(this.#person);
    this.#onMask = contextOf(this.#mask);
  }

  /** @param confidence how sure the model is that this dot is me, 0 to 1, row by row */
  paint(confidence: Float32Array, width: number, height: number): void {
    const alpha = this.#alphaOf(width, height);
    for (let i = 0; i < confidence.length; i++) alpha.data[i * 4 + 3] = (confidence[i] ?? 0) * 255;
    this.#onMask.putImageData(alpha, 0, 0);
    const { width: w, height: h } = this.canvas;
    this.#onPerson.globalCompositeOperation = 'copy';
    this.#onPerson.drawImage(this.#mask, 0, 0, w, h);
    this.#onPerson.globalCompositeOperation = 'source-in';
    this.#onPerson.drawImage(this.#video, 0, 0, w, h);
    this.#out.filter = BLUR;
    this.#out.drawImage(this.#video, 0, 0, w, h);
    this.#out.filter = 'none';
    this.#out.drawImage(this.#person, 0, 0);
  }

  #alphaOf(width: number, height: number): ImageData {
    if (this.#alpha?.width === width && this.#alpha.height === height) return this.#alpha;
    this.#mask.width = width;
    this.#mask.height = height;
    this.#alpha = this.#onMask.createImageData(width, height);
    return this.#alpha;
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('A canvas without a context.');
  return context;
}
