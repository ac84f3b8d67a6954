// Speech bubbles over heads: what was just said in my conversation, and who is writing. They keep off faces and names as far as they can.
import type { Rect } from '@comptoir/shared/geometry';
import type Phaser from 'phaser';
import type { World } from '../world/World.ts';
import type { AvatarView } from './AvatarView.ts';
import { DEPTH } from './depths.ts';
import { drawSpeech, drawTail, measureSpeech, SPEECH_PAD_PX, type Speech, type SpeechSize, TAIL } from './drawSpeech.ts';
import { keepOffFace } from './keepOffFace.ts';
import { keepInRoom, sideBySide, speechRoom } from './speechRoom.ts';
import { type Box, spreadTags } from './spreadTags.ts';
import { faceOf } from './Tags.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import { snap, type View } from './viewMath.ts';

const FADE_MS = 350;
const POP_MS = 140;
const DOT_MS = 320;
/** Between hair and tail, CSS px. */
const GAP_PX = 2;
/** Between tag or feet and words below, CSS px. */
const BELOW_PX = 5;
const MOST_LINES = 3;
/** Where less height is free, bubbles have one line and stand side by side: above one another they would cover faces. CSS px. */
const LOW_PX = 240;
/** Bubbles pushed out of the free part of the window come back and push once more. */
const SPREADS = 3;
/** A bubble glides to where it covers nobody. */
const GLIDE_MS = 90;

/** Somebody, or the parrot, as drawn: feet and height, px of the map. */
type Speaker = Pick<AvatarView, 'personId' | 'x' | 'y' | 'headTop'>;

interface Shown {
  image: Phaser.GameObjects.Image;
  tail: Phaser.GameObjects.Image;
  key: string;
  texture: string | undefined;
  size: SpeechSize;
  sinceMs: number;
  /** CSS px off its own place. */
  push: { x: number; y: number };
}

function spreadInRoom(boxes: readonly Box[], kept: readonly Box[], room: Rect): void {
  for (let n = 0; n < SPREADS && boxes.length > 0; n++) {
    spreadTags([...boxes, ...kept]);
    if (boxes.filter((box) => keepInRoom(box, room)).length === 0) return;
  }
}

export class SpeechBubbles {
  readonly #scene: Phaser.Scene;
  readonly #textures: Textures;
  readonly #world: World;
  readonly #measure = makeCanvas(1, 1).context;
  readonly #shown = new Map<string, Shown>();
  #evening = false;

  constructor(scene: Phaser.Scene, textures: Textures, world: World) {
    this.#scene = scene;
    this.#textures = textures;
    this.#world = world;
  }

  /** After fonts have loaded: draw all bubbles anew. */
  redraw(): void {
    for (const shown of this.#shown.values()) shown.key = '';
  }

  light(evening: boolean): void {
    this.#evening = evening;
  }

  /**
   * @param kept where faces and tags are, CSS px: bubbles give way to them
   * @param tags where somebody's tag begins when it is above the head, and ends when it is below the feet, px of the map
   * @returns whether one pops up, glides or fades
   */
  show(
    views: readonly Speaker[],
    kept: readonly Box[],
    tags: { topOf(personId: string): number | undefined; bottomOf(personId: string): number | undefined },
    view: View,
    nowMs: number,
    passedMs: number,
    calm: boolean,
  ): boolean {
    const { talk, freeRect } = this.#world;
    // what somebody says at the edge, or under the strip above, is still read
    const room = speechRoom(view, freeRect.peek());
    const isLow = room.height < LOW_PX;
    const mostLines = isLow ? 1 : MOST_LINES;
    for (const [id, { untilMs }] of talk.bubbles) if (untilMs <= nowMs) talk.bubbles.delete(id);
    const typing = talk.typing.peek().get('conversation');
    const css = view.zoom / view.dpr;
    const placed: { avatar: Speaker; shown: Shown; box: Box; home: { x: number; y: number }; alpha: number }[] = [];
    for (const avatar of views) {
      const said = talk.bubbles.get(avatar.personId);
      if (!said && (typing?.get(avatar.personId) ?? 0) <= nowMs) continue;
      const dot = calm ? -1 : Math.floor(nowMs / DOT_MS) % 3;
      const shown = this.#shownFor(avatar.personId, { text: said?.text, dot, evening: this.#evening, mostLines }, view.dpr, nowMs);
      const head = avatar.y - avatar.headTop;
      const top = Math.min(head, tags.topOf(avatar.personId) ?? head) * css - TAIL.height - GAP_PX - shown.size.height;
      const { width, height } = shown.size;
      const home = { x: avatar.x * css - width / 2, y: top, width, height: height + TAIL.height };
      keepInRoom(home, room);
      const alpha = calm ? 1 : Math.min(1, (nowMs - shown.sinceMs) / POP_MS, said ? (said.untilMs - nowMs) / FADE_MS : 1);
      placed.push({
        avatar,
        shown,
        home,
        alpha,
        box: { ...home, gives: 1 },
      });
    }
    if (isLow)
      sideBySide(
        placed.toSorted((a, b) => a.avatar.x - b.avatar.x).map(({ box }) => box),
        room,
      );
    spreadInRoom(
      placed.map(({ box }) => box),
      kept,
      room,
    );
    for (const { avatar, shown, box } of placed) {
      const foot = Math.max(avatar.y, tags.bottomOf(avatar.personId) ?? 0) * css + BELOW_PX;
      const face = faceOf(avatar, view);
      const moved = keepOffFace(box, face, foot, room);
      // below or beside the face its tail would point at nobody
      shown.tail.visible = !moved && box.y + box.height <= face.y;
    }
    const share = calm ? 1 : 1 - Math.exp(-passedMs / GLIDE_MS);
    let moving = false;
    for (const { avatar, shown, home, box, alpha } of placed) {
      shown.push.x += (box.x - home.x - shown.push.x) * share;
      shown.push.y += (box.y - home.y - shown.push.y) * share;
      moving ||= alpha < 1 || Math.hypot(box.x - home.x - shown.push.x, box.y - home.y - shown.push.y) > 0.5;
      this.#place(shown, { x: home.x + shown.push.x, y: home.y + shown.push.y }, avatar.x * css, view, alpha);
    }
    const visible = new Set(placed.map(({ avatar }) => avatar.personId));
    for (const [id, shown] of this.#shown) if (!visible.has(id)) this.#end(id, shown);
    return moving;
  }

  get any(): boolean {
    return this.#shown.size > 0;
  }

  #place(shown: Shown, at: { x: number; y: number }, feetX: number, view: View, alpha: number): void {
    const css = view.zoom / view.dpr;
    const scale = 1 / view.zoom;
    const { image, tail, size } = shown;
    image.setPosition(snap((at.x - SPEECH_PAD_PX) / css, view.zoom), snap((at.y - SPEECH_PAD_PX) / css, view.zoom));
    image.setScale(scale).setAlpha(alpha);
    // under the bubble, as near to the speaker as it reaches
    const tailX = Math.min(at.x + size.width - TAIL.width - 6, Math.max(at.x + 6, feetX - TAIL.width / 2));
    tail
      .setPosition(snap(tailX / css, view.zoom), snap((at.y + size.height - 0.5) / css, view.zoom))
      .setScale(scale)
      .setAlpha(alpha);
  }

  #shownFor(personId: string, speech: Speech, dpr: number, nowMs: number): Shown {
    let shown = this.#shown.get(personId);
    if (!shown) {
      const image = this.#scene.add
        .image(0, 0, '__DEFAULT')
        .setOrigin(0, 0)
        .setDepth(DEPTH.speech + 1);
      const tail = this.#scene.add.image(0, 0, this.#tail(dpr)).setOrigin(0, 0).setDepth(DEPTH.speech);
      shown = { image, tail, key: '', texture: undefined, size: { width: 0, height: 0, lines: [] }, sinceMs: nowMs, push: { x: 0, y: 0 } };
      this.#shown.set(personId, shown);
    }
    const key = `${speech.evening} ${dpr} ${speech.text === undefined ? `dots ${speech.dot}` : `said ${speech.mostLines} ${speech.text}`}`;
    if (shown.key === key) return shown;
    shown.key = key;
    shown.size = measureSpeech(this.#measure, speech);
    const { canvas, context } = makeCanvas((shown.size.width + 2 * SPEECH_PAD_PX) * dpr, (shown.size.height + 2 * SPEECH_PAD_PX) * dpr);
    drawSpeech(context, speech, shown.size, dpr);
    const before = shown.texture;
    shown.texture = this.#textures.freshKey('speech');
    this.#textures.add(shown.texture, canvas);
    shown.image.setTexture(shown.texture);
    shown.tail.setTexture(this.#tail(dpr));
    if (before) this.#textures.remove(before);
    return shown;
  }

  #tail(dpr: number): string {
    const key = `speech-tail ${dpr} ${this.#evening}`;
    if (this.#textures.has(key)) return key;
    const { canvas, context } = makeCanvas(TAIL.width * dpr, TAIL.height * dpr);
    drawTail(context, this.#evening, dpr);
    this.#textures.add(key, canvas);
    return key;
  }

  #end(personId: string, { image, tail, texture }: Shown): void {
    image.destroy();
    tail.destroy();
    if (texture) this.#textures.remove(texture);
    this.#shown.delete(personId);
  }
}
