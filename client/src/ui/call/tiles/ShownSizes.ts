// How large each picture is shown, over all places that show it: the largest counts, so that no more is sent than is looked at.
import { QUALITIES, type Quality } from '@comptoir/shared/protocol/talk';

/** What is told how large it is shown. */
export interface Shown {
  show(as: 'camera' | 'screen', quality: Quality | 'none'): void;
}

export class ShownSizes {
  readonly #places = new WeakMap<Shown, Map<string, Map<symbol, Quality>>>();

  /** One place shows it so large; 'none' when it does not show it (any more). */
  report(shown: Shown, as: 'camera' | 'screen', place: symbol, quality: Quality | 'none'): void {
    const kinds = this.#places.get(shown) ?? new Map<string, Map<symbol, Quality>>();
    this.#places.set(shown, kinds);
    const places = kinds.get(as) ?? new Map<symbol, Quality>();
    kinds.set(as, places);
    if (quality === 'none') places.delete(place);
    else places.set(place, quality);
    const largest = Math.max(-1, ...[...places.values()].map((one) => QUALITIES.indexOf(one)));
    shown.show(as, QUALITIES[largest] ?? 'none');
  }
}
