// Starts the drawn office: the engine in the page, one scene in it, and the loop that draws frames when they are wanted.
import type { Rect } from '@comptoir/shared/geometry';
import type { ReadonlySignal } from '@preact/signals-core';
import Phaser from 'phaser';
import type { Actions } from '../actions.ts';
import { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import { FrameLoop, type FrameRate } from './FrameLoop.ts';
import { OfficeScene } from './OfficeScene.ts';
import { plainTint } from './plainTint.ts';
import { quickSort } from './quickSort.ts';
import { steadyShaders } from './steadyShaders.ts';
import { usableDpr } from './viewMath.ts';

export interface SceneOptions {
  reducedMotion: ReadonlySignal<boolean>;
  /** On the sign over the door of a hall in which a talk is on, in the language of the page. */
  talkSign?: () => string;
  /** Put before the addresses of the map's pictures; empty for the same origin. */
  baseUrl: string;
}

export interface Scene {
  /** For window.comptoir and measuring. */
  readonly frame: Readonly<FrameRate>;
  /** The visible part of the map, px. */
  readonly seen: Rect;
  /** Some people are still silhouettes, or some of the floor is not drawn yet. */
  readonly composing: boolean;
  end(): void;
}

/** `?renderer=canvas` is for browsers whose WebGL is broken, and for tests. */
function rendererType(): number {
  const wanted = new URLSearchParams(location.search).get('renderer');
  const probe = document.createElement('canvas');
  if (wanted !== 'canvas' && probe.getContext('webgl')) return Phaser.WEBGL;
  if (document.createElement('canvas').getContext('2d')) return Phaser.CANVAS;
  throw new Error('This browser draws neither WebGL nor canvas.');
}

function canvasSize(parent: HTMLElement): { width: number; height: number; dpr: number } {
  const dpr = usableDpr(devicePixelRatio);
  const box = parent.getBoundingClientRect();
  return { width: Math.max(1, Math.round(box.width * dpr)), height: Math.max(1, Math.round(box.height * dpr)), dpr };
}

function startGame(parent: HTMLElement, type: number): Promise<{ game: Phaser.Game; scene: Phaser.Scene }> {
  const { width, height } = canvasSize(parent);
  return new Promise((resolve, reject) => {
    try {
      const game = new Phaser.Game({
        type,
        parent,
        width,
        height,
        banner: false,
        audio: { noAudio: true },
        input: { keyboard: false, mouse: false, touch: false, gamepad: false },
        backgroundColor: '#2a1b2e',
        pixelArt: true,
        powerPreference: 'low-power',
        // how large it is we say ourselves: asking the page makes it lay itself out
        scale: { mode: Phaser.Scale.NONE, autoCenter: Phaser.Scale.NO_CENTER, resizeInterval: Number.POSITIVE_INFINITY },
        scene: {
          create(this: Phaser.Scene) {
            resolve({ game, scene: this });
          },
        },
      });
    } catch (error) {
      reject(error);
    }
  });
}

/** The engine tries with a picture whether a canvas can blend like this, and begins before it is there. All of today can: light is not a white sheet. */
function blendOnCanvas({ renderer }: Phaser.Game): void {
  if (!(renderer instanceof Phaser.Renderer.Canvas.CanvasRenderer)) return;
  renderer.blendModes[Phaser.BlendModes.MULTIPLY] = 'multiply';
  renderer.blendModes[Phaser.BlendModes.COLOR_DODGE] = 'color-dodge';
}

/**
 * Draws `world` into `parent` until `end`. Rejects when neither WebGL nor canvas works: then the list view is the office.
 */
export async function startScene(parent: HTMLElement, world: World, actions: Actions, options: SceneOptions): Promise<Scene> {
  const { game, scene } = await startGame(parent, rendererType());
  // frames are wanted only sometimes, so the engine's own clock is not used
  game.loop.stop();
  steadyShaders(game);
  plainTint(game);
  quickSort(scene);
  blendOnCanvas(game);
  const scope = new Scope();
  scope.onEnd(() => {
    game.destroy(true);
    // the engine ends itself in its next step, and there is no other one
    game.step(performance.now(), 0);
  });
  game.canvas.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;touch-action:none;image-rendering:pixelated';
  // an undrawn canvas is black: until the first frame the page's own floor is seen
  game.canvas.style.visibility = 'hidden';
  game.canvas.tabIndex = -1;
  game.canvas.setAttribute('aria-hidden', 'true');

  const office = await OfficeScene.open(scope, { game, scene, world, actions, parent, ...options });
  let size = canvasSize(parent);
  const resize = (): void => {
    size = canvasSize(parent);
    game.scale.resize(size.width, size.height);
    // the engine lays its canvas out by the size before: ours always fills the parent
    Object.assign(game.canvas.style, { width: '100%', height: '100%', margin: '0' });
  };
  const loop = new FrameLoop(scope, {
    news: () => world.changes + office.news,
    draw(nowMs, passedMs) {
      const moving = office.draw(nowMs, passedMs, size);
      game.step(nowMs, passedMs);
      game.canvas.style.visibility = 'visible';
      return moving;
    },
  });
  const observer = new ResizeObserver(() => {
    resize();
    loop.wake();
  });
  observer.observe(parent);
  scope.onEnd(() => observer.disconnect());
  resize();
  return {
    frame: loop.rate,
    get seen() {
      return office.seen;
    },
    get composing() {
      return office.composing;
    },
    end: () => scope.end(),
  };
}
