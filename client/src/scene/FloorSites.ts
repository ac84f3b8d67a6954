// Web pages that lie on the floor: real frames over the canvas, moved with the camera, loaded when they come into view.
import type { Website } from '@comptoir/shared/map/OfficeMap';
import { sandboxOf } from '../lib/sandboxOf.ts';
import type { View } from './viewMath.ts';

export class FloorSites {
  readonly #floor = document.createElement('div');
  readonly #frames = new Map<string, HTMLIFrameElement>();
  #sites: readonly Website[] = [];
  #shown = '';

  constructor(parent: HTMLElement) {
    this.#floor.style.cssText = 'position:absolute;left:0;top:0;transform-origin:0 0';
    parent.append(this.#floor);
  }

  useMap(sites: readonly Website[]): void {
    for (const frame of this.#frames.values()) frame.remove();
    this.#frames.clear();
    this.#sites = sites;
    this.#shown = '';
  }

  /** One frame; `view.rect` in px of the map, its zoom in device px. */
  show({ rect, zoom, dpr }: View): void {
    if (this.#sites.length === 0) return;
    const transform = `scale(${zoom / dpr}) translate(${-rect.x}px, ${-rect.y}px)`;
    if (transform === this.#shown) return;
    this.#shown = transform;
    this.#floor.style.transform = transform;
    for (const site of this.#sites) {
      const { x, y, width, height } = site.shape;
      const isSeen = x < rect.x + rect.width && x + width > rect.x && y < rect.y + rect.height && y + height > rect.y;
      if (isSeen && !this.#frames.has(site.id)) this.#frames.set(site.id, this.#lay(site));
    }
  }

  end(): void {
    this.#floor.remove();
  }

  #lay({ url, policy, shape }: Website): HTMLIFrameElement {
    const frame = document.createElement('iframe');
    frame.title = URL.parse(url, location.href)?.host ?? url;
    frame.setAttribute('sandbox', sandboxOf(url, location.origin));
    frame.allow = policy ?? '';
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.style.cssText = `position:absolute;left:${shape.x}px;top:${shape.y}px;width:${shape.width}px;height:${shape.height}px;border:0;background:#fff`;
    frame.src = url;
    this.#floor.append(frame);
    return frame;
  }
}
