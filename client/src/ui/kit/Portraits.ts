// Faces that were drawn already: the same people are shown in lists, tiles and lines again and again.
import { type Appearance, encodeAppearance } from '@comptoir/shared/people';
import { drawBust, drawPortrait } from '../../appearance/drawAppearance.ts';

/** 3 to 4 kB each. */
const MOST = 500;

export class Portraits {
  /** The one used last is the last. */
  readonly #drawn = new Map<string, HTMLCanvasElement>();

  /** Pixel for pixel, as the paper doll is drawn. @param bust down to the waist */
  of(appearance: Appearance, bust: boolean): HTMLCanvasElement {
    const key = `${encodeAppearance(appearance)} ${bust}`;
    let canvas = this.#drawn.get(key);
    if (!canvas) {
      canvas = document.createElement('canvas');
      if (bust) drawBust(canvas, appearance);
      else drawPortrait(canvas, appearance);
    }
    this.#drawn.delete(key);
    this.#drawn.set(key, canvas);
    const [oldest] = this.#drawn.keys();
    if (this.#drawn.size > MOST && oldest !== undefined) this.#drawn.delete(oldest);
    return canvas;
  }
}
