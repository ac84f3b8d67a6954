// Name tags over everybody's head: baked at the device's pixels, side by side where people stand close, only as many as can be read.
import { clamp, type Point } from '@comptoir/shared/geometry';
import type Phaser from 'phaser';
import type { Person } from '../world/World.ts';
import type { AvatarView } from './AvatarView.ts';
import { DEPTH } from './depths.ts';
import { drawTag, measureTag, TAG_MARGIN_PX, TAG_SLOT, type TagSize, type TagWords } from './drawTag.ts';
import { isNamed, type Named } from './isNamed.ts';
import { Quads } from './Quads.ts';
import { SlotPages } from './SlotPages.ts';
import { type Box, spreadTags } from './spreadTags.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import type { Side } from './talkFacing.ts';
import { snap, type View } from './viewMath.ts';

/** More tags than this hide the office and one another: the nearest to the middle are shown. */
const MOST = 64;
const LEAST = 16;
/** CSS px of the window for each tag. */
const AREA_EACH = 9000;
/** Who stands near whom changes slowly: places are computed this often and glided to. */
const SPREAD_MS = 110;
/** Choosing them again so often is enough. */
const CHOOSE_MS = 300;
/** Space between hair and tag, and between feet and tag, px of the map. */
const ABOVE_PX = 3;
const BELOW_PX = 5;
/** Beside somebody: from the middle of the body, and the height of the tag's middle over the feet, px of the map. */
const BESIDE_PX = 17;
const CHEST_PX = 22;
/** The face begins below the hair's top and is about as wide as high, px of the map. */
const FOREHEAD_PX = 5;
const FACE_PX = 15;
/** A pushed tag glides to its place. */
const GLIDE_MS = 90;

/** What the tags of people in conversation show besides. */
export interface Company {
  /** The outer side of their ring; undefined: in none. */
  sideOf(avatar: AvatarView): Side | undefined;
  /** Of members of my conversation. */
  microphoneOf(personId: string): TagWords['microphone'];
}

interface Shown {
  /** The drawn tag, and its top left on the map, px. */
  frame: Phaser.Textures.Frame | undefined;
  at: Point;
  /** What was drawn: the words' key, and what they were made of. */
  key: string;
  person: Person | undefined;
  small: boolean;
  microphone: TagWords['microphone'];
  /** Undefined before it was first placed. */
  side: Side | undefined;
  size: TagSize;
  /** Where the tag is, CSS px from where it would be alone, and where it glides to. */
  push: Point;
  target: Point;
}

interface Placed {
  view: AvatarView;
  shown: Shown;
  home: Point;
  box: Box;
}

/** Where a tag is on a side of somebody, CSS px. */
function homeOn(side: Side, { x, y, headTop }: AvatarView, { width, height }: TagSize, css: number): Point {
  if (side === 'above') return { x: x * css - width / 2, y: (y - headTop - ABOVE_PX) * css - height };
  if (side === 'below') return { x: x * css - width / 2, y: (y + BELOW_PX) * css };
  const top = (y - CHEST_PX) * css - height / 2;
  return { x: side === 'left' ? (x - BESIDE_PX) * css - width : (x + BESIDE_PX) * css, y: top };
}

/** A face is never covered: tags give way to it, it does not. CSS px. */
export function faceOf(avatar: Pick<AvatarView, 'x' | 'y' | 'headTop'>, { zoom, dpr }: View): Box {
  const css = zoom / dpr;
  const top = avatar.y - avatar.headTop + FOREHEAD_PX;
  return { x: (avatar.x - FACE_PX / 2) * css, y: top * css, width: FACE_PX * css, height: FACE_PX * css, gives: 0 };
}

export class Tags {
  readonly #quads: Quads;
  readonly #textures: Textures;
  readonly #measure = makeCanvas(1, 1).context;
  readonly #shown = new Map<string, Shown>();
  #pages: SlotPages | undefined;
  #dpr = 0;
  /** px of the map per device px. */
  #scale = 1;
  #spreadAtMs = Number.NEGATIVE_INFINITY;
  /** Changes when any tag's own place does. */
  #spreadSum = 0;
  #placed: readonly Placed[] = [];
  #chosen = new Set<string>();
  #chosenAtMs = Number.NEGATIVE_INFINITY;
  #evening = false;

  constructor(scene: Phaser.Scene, textures: Textures) {
    this.#quads = new Quads(scene);
    this.#quads.object.setDepth(DEPTH.tags);
    this.#textures = textures;
  }

  /** After fonts have loaded: draw all tags anew. */
  redraw(): void {
    this.#pages?.clear();
    for (const shown of this.#shown.values()) shown.person = undefined;
  }

  /** Tags are darker in the evening. */
  light(evening: boolean): void {
    if (this.#evening === evening) return;
    this.#evening = evening;
    this.redraw();
  }

  show(views: readonly AvatarView[], company: Company, named: Named, view: View, nowMs: number, passedMs: number): void {
    const { myId } = named;
    this.#usePages(view.dpr);
    this.#pages?.nextFrame();
    const visible = this.#choose(views, named, view, nowMs);
    const placed = visible.map((avatar) => this.#place(avatar, company, view, avatar.personId === myId));
    this.#spread(placed, view, nowMs);
    const share = 1 - Math.exp(-passedMs / GLIDE_MS);
    for (const one of placed) this.#move(one, view, share);
    this.#draw(placed, view);
    this.#placed = placed;
    const kept = new Set(visible.map(({ personId }) => personId));
    for (const id of this.#shown.keys()) if (!kept.has(id)) this.#shown.delete(id);
  }

  /** The top of somebody's tag where that is above the head, px of the map; an emote goes above it. */
  topOf(personId: string): number | undefined {
    const shown = this.#shown.get(personId);
    return shown?.side === 'above' ? shown.at.y : undefined;
  }

  /** The foot of somebody's tag where that is below the feet, px of the map: words that find no room above go below it. */
  bottomOf(personId: string): number | undefined {
    const shown = this.#shown.get(personId);
    return shown?.side === 'below' ? shown.at.y + (TAG_MARGIN_PX + shown.size.height) * this.#dpr * this.#scale : undefined;
  }

  /** Faces and tags as drawn, for what gives way to them. CSS px. */
  covered(views: readonly AvatarView[], view: View): Box[] {
    const tags = this.#placed.map(({ shown, home }) => ({ x: home.x + shown.push.x, y: home.y + shown.push.y, ...shown.size, gives: 0 }));
    return [...tags, ...views.map((avatar) => faceOf(avatar, view))];
  }

  end(): void {
    this.#quads.begin();
    this.#shown.clear();
    this.#pages?.end();
    this.#pages = undefined;
  }

  #usePages(dpr: number): void {
    if (this.#dpr === dpr && this.#pages) return;
    this.end();
    this.#dpr = dpr;
    const width = Math.ceil(TAG_SLOT.width * dpr);
    const height = Math.ceil(TAG_SLOT.height * dpr);
    this.#pages = new SlotPages(this.#textures, `tags-${dpr}`, { width, height, pageWidth: 1024, pageHeight: 1024, fewPages: 4 });
  }

  /** Tags and faces pushed apart; the push of each tag is remembered until the next time. */
  #spread(placed: readonly Placed[], view: View, nowMs: number): void {
    const sum = placed.reduce((total, { home }, i) => total + (home.x + 3 * home.y) * (i + 1), placed.length);
    const changed = sum !== this.#spreadSum;
    if (!changed || nowMs - this.#spreadAtMs < SPREAD_MS) return;
    this.#spreadAtMs = nowMs;
    this.#spreadSum = sum;
    spreadTags([...placed.map(({ box }) => box), ...placed.map((one) => faceOf(one.view, view))]);
    for (const { shown, home, box } of placed) shown.target = { x: box.x - home.x, y: box.y - home.y };
  }

  #choose(views: readonly AvatarView[], wanted: Named, { rect, zoom, dpr }: View, nowMs: number): AvatarView[] {
    const css = zoom / dpr;
    const most = clamp(Math.round((rect.width * css * rect.height * css) / AREA_EACH), LEAST, MOST);
    const named = views.filter((avatar) => isNamed(avatar, wanted));
    if (named.length <= most) return named;
    if (nowMs - this.#chosenAtMs > CHOOSE_MS) {
      this.#chosenAtMs = nowMs;
      const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
      const far = named.map(({ personId, x, y }) => ({
        personId,
        px: personId === wanted.myId ? -1 : Math.hypot(x - middle.x, y - middle.y),
      }));
      far.sort((a, b) => a.px - b.px);
      this.#chosen = new Set(far.slice(0, most).map(({ personId }) => personId));
    }
    return named.filter(({ personId }) => this.#chosen.has(personId));
  }

  #place(avatar: AvatarView, company: Company, view: View, mine: boolean): Placed {
    const shown = this.#tagOf(avatar, company.microphoneOf(avatar.personId), view);
    const css = view.zoom / view.dpr;
    // from behind it hangs below, where it covers neither a face nor what they look at
    const side = company.sideOf(avatar) ?? (avatar.turnedAway ? 'below' : 'above');
    const home = homeOn(side, avatar, shown.size, css);
    // changing sides it glides from where it is
    if (shown.side !== undefined && shown.side !== side) {
      const before = homeOn(shown.side, avatar, shown.size, css);
      shown.push = { x: shown.push.x + before.x - home.x, y: shown.push.y + before.y - home.y };
    }
    shown.side = side;
    return { view: avatar, shown, home, box: { ...home, ...shown.size, gives: mine ? 0.25 : 1 } };
  }

  #tagOf(avatar: AvatarView, microphone: TagWords['microphone'], view: View): Shown {
    let shown = this.#shown.get(avatar.personId);
    if (!shown) {
      shown = {
        frame: undefined,
        at: { x: 0, y: 0 },
        key: '',
        person: undefined,
        small: false,
        microphone: undefined,
        side: undefined,
        size: { width: 0, height: 0 },
        push: { x: 0, y: 0 },
        target: { x: 0, y: 0 },
      };
      this.#shown.set(avatar.personId, shown);
    }
    const small = view.zoom / view.dpr < 1.5;
    if (shown.person === avatar.person && shown.small === small && shown.microphone === microphone && this.#pages?.find(shown.key))
      return shown;
    shown.person = avatar.person;
    shown.small = small;
    shown.microphone = microphone;
    const { name, trade, rank, availability, cutOut } = avatar.person;
    const words: TagWords = { name, trade, rank, availability, microphone, evening: this.#evening, small, cutOut };
    const key = `${cutOut ? 'cut-out ' : ''}${rank} ${availability} ${microphone} ${this.#evening} ${small} ${name}\n${small ? '' : trade}`;
    const slot = this.#pages?.find(key);
    shown.key = key;
    shown.size = measureTag(this.#measure, words);
    const { size } = shown;
    const drawn = slot ?? this.#pages?.draw(key, (context) => drawTag(context, words, size, view.dpr));
    if (drawn) {
      const width = Math.ceil((size.width + 2 * TAG_MARGIN_PX) * view.dpr);
      const height = Math.ceil((size.height + 2 * TAG_MARGIN_PX) * view.dpr);
      const frame = `${drawn.x},${drawn.y},${width},${height}`;
      if (!drawn.texture.has(frame)) drawn.texture.add(frame, 0, drawn.x, drawn.y, width, height);
      shown.frame = drawn.texture.get(frame);
    }
    return shown;
  }

  #move({ shown, home }: Placed, view: View, share: number): void {
    const css = view.zoom / view.dpr;
    shown.push.x += (shown.target.x - shown.push.x) * share;
    shown.push.y += (shown.target.y - shown.push.y) * share;
    shown.at.x = snap((home.x + shown.push.x - TAG_MARGIN_PX) / css, view.zoom);
    shown.at.y = snap((home.y + shown.push.y - TAG_MARGIN_PX) / css, view.zoom);
  }

  /** Those of people farther down lie over the others. */
  #draw(placed: readonly Placed[], { zoom }: View): void {
    this.#scale = 1 / zoom;
    this.#quads.begin();
    for (const { view: avatar, shown } of placed.toSorted((a, b) => a.view.y - b.view.y))
      if (shown.frame) this.#quads.put(shown.frame, shown.at.x, shown.at.y, false, avatar.alpha, this.#scale);
  }
}
