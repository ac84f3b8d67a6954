// Small marks at the feet of people in conversations: an ear for whoever listens, footprints behind whoever walks with others, gold under who speaks.
import { clamp } from '@comptoir/shared/geometry';
import type Phaser from 'phaser';
import type { AvatarView } from './AvatarView.ts';
import { DEPTH } from './depths.ts';
import { Marks } from './Marks.ts';
import { makeCanvas, type Textures } from './Textures.ts';
import { snap } from './viewMath.ts';

const EAR = 'ring-ear';
const STEP = 'ring-step';
const VOICE = 'ring-voice';
/** From the feet, px. */
const EAR_X_PX = 16;
const EAR_Y_PX = 6;
const STEP_EVERY_PX = 13;
const STEP_ASIDE_PX = 4;
const STEP_MS = 1800;
/** Louder than this is a voice. */
export const VOICE_FROM = 0.04;

const EAR_ROWS = [
  '...kkkkk...',
  '..kcccccck.',
  '.kcckkkccck',
  '.kckccckcck',
  '.kcckcckcck',
  '.kcccckcck.',
  '..kcckccck.',
  '..kccckck..',
  '..kckcck...',
  '..kccck....',
  '...kkk.....',
];

function drawPictures(textures: Textures): void {
  if (textures.has(EAR)) return;
  const ear = makeCanvas(11, 11);
  for (const [y, row] of EAR_ROWS.entries())
    for (const [x, cell] of [...row].entries()) {
      if (cell === '.') continue;
      ear.context.fillStyle = cell === 'k' ? '#8a5214' : '#f5c84f';
      ear.context.fillRect(x, y, 1, 1);
    }
  textures.add(EAR, ear.canvas);
  const step = makeCanvas(6, 5);
  step.context.fillStyle = 'rgb(36 98 106 / .5)';
  step.context.beginPath();
  step.context.ellipse(3, 2.5, 3, 2.5, 0, 0, 7);
  step.context.fill();
  step.context.fillStyle = '#fff8ec';
  step.context.beginPath();
  step.context.ellipse(3, 2.5, 2, 1.6, 0, 0, 7);
  step.context.fill();
  textures.add(STEP, step.canvas);
  const voice = makeCanvas(44, 24);
  voice.context.strokeStyle = '#8a5214';
  voice.context.lineWidth = 4.5;
  voice.context.globalAlpha = 0.5;
  voice.context.beginPath();
  voice.context.ellipse(22, 12, 18, 8.5, 0, 0, 7);
  voice.context.stroke();
  voice.context.globalAlpha = 1;
  voice.context.strokeStyle = '#f5c84f';
  voice.context.lineWidth = 2.6;
  voice.context.stroke();
  textures.add(VOICE, voice.canvas);
}

interface Step {
  x: number;
  y: number;
  atMs: number;
  foot: 1 | -1;
}

export class RingMarks {
  readonly #ears: Marks;
  readonly #prints: Marks;
  readonly #voices: Marks;
  readonly #steps = new Map<string, Step[]>();

  constructor(scene: Phaser.Scene, textures: Textures) {
    drawPictures(textures);
    this.#ears = new Marks(scene, textures.get(EAR), DEPTH.marks, { x: 5, y: 10 });
    this.#prints = new Marks(scene, textures.get(STEP), DEPTH.marks, { x: 3, y: 2 });
    this.#voices = new Marks(scene, textures.get(VOICE), DEPTH.marks, { x: 22, y: 13 });
  }

  /** @param levels loudness by personId, 0 to 1 @returns whether footprints are fading */
  show(views: readonly AvatarView[], levels: ReadonlyMap<string, number>, zoom: number, nowMs: number): boolean {
    for (const marks of [this.#ears, this.#prints, this.#voices]) marks.begin();
    for (const view of views) {
      const { ring } = view;
      if (ring?.role === 'listener') this.#ears.put(snap(view.x + EAR_X_PX, zoom), snap(view.y + EAR_Y_PX, zoom), view.alpha);
      if (ring?.walking && view.moving) this.#step(view, nowMs);
      const level = levels.get(view.personId) ?? 0;
      if (level > VOICE_FROM) this.#voices.put(snap(view.x, zoom), snap(view.y, zoom), clamp(0.45 + 1.4 * level, 0, 1));
    }
    return this.#showSteps(zoom, nowMs);
  }

  hide(): void {
    this.#steps.clear();
    for (const marks of [this.#ears, this.#prints, this.#voices]) marks.begin();
  }

  #step({ personId, x, y }: AvatarView, nowMs: number): void {
    const steps = this.#steps.get(personId) ?? [];
    this.#steps.set(personId, steps);
    const last = steps.at(-1);
    if (last && Math.hypot(x - last.x, y - last.y) < STEP_EVERY_PX) return;
    steps.push({ x, y, atMs: nowMs, foot: last?.foot === 1 ? -1 : 1 });
  }

  #showSteps(zoom: number, nowMs: number): boolean {
    for (const [personId, steps] of this.#steps) {
      while (steps[0] && nowMs - steps[0].atMs > STEP_MS) steps.shift();
      if (steps.length === 0) this.#steps.delete(personId);
      steps.forEach(({ x, y, atMs, foot }, i) => {
        const next = steps[i + 1];
        if (!next) return;
        // left and right of the way, by turns
        const length = Math.hypot(next.x - x, next.y - y) || 1;
        const aside = (foot * STEP_ASIDE_PX) / length;
        const fade = 1 - (nowMs - atMs) / STEP_MS;
        this.#prints.put(snap(x - (next.y - y) * aside, zoom), snap(y + (next.x - x) * aside, zoom), fade);
      });
    }
    return this.#steps.size > 0;
  }
}
