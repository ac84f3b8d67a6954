// The drawn office: puts camera, baked map, sprites, avatars, light and words together, frame by frame.
import type { Point, Rect } from '@comptoir/shared/geometry';
import type { ReadonlySignal } from '@preact/signals-core';
import type Phaser from 'phaser';
import type { Actions } from '../actions.ts';
import { reconcile } from '../lib/reconcile.ts';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import { AvatarSheets } from './AvatarSheets.ts';
import { Avatars } from './Avatars.ts';
import { BakedMap } from './BakedMap.ts';
import { Camera, type Canvas } from './Camera.ts';
import { layerRuns, openLayer, standingSprites } from './mapLayers.ts';
import { pick } from './pick.ts';
import { SpriteField } from './SpriteField.ts';
import { startPointer } from './startPointer.ts';
import { Textures } from './Textures.ts';
import { TilePictures } from './TilePictures.ts';
import { toMap } from './viewMath.ts';

export interface OfficeSceneOptions {
  game: Phaser.Game;
  scene: Phaser.Scene;
  world: World;
  actions: Actions;
  reducedMotion: ReadonlySignal<boolean>;
  baseUrl: string;
}

/** What belongs to one version of the map. */
interface DrawnMap {
  baked: BakedMap;
  field: SpriteField;
}

export class OfficeScene {
  readonly #options: OfficeSceneOptions;
  readonly #textures: Textures;
  readonly #sheets: AvatarSheets;
  readonly #avatars: Avatars;
  readonly #camera: Camera;
  #map: DrawnMap | undefined;
  /** Changes when something that is no movement must be drawn. */
  news = 0;

  /** Loads the map's pictures before it resolves. */
  static async open(scope: Scope, options: OfficeSceneOptions): Promise<OfficeScene> {
    const office = new OfficeScene(options);
    scope.onEnd(() => office.#sheets.end());
    await office.#useMap();
    const { world } = options;
    scope.onEnd(reconcile(world.ground, (ground) => void (ground && office.#useMap().then(() => office.news++)), console.error));
    for (const source of [world.people, world.myId, world.zoom, world.overview, world.freeRect, world.coarsePlaces, world.brewing])
      scope.onEnd(reconcile<unknown>(source, () => void office.news++, console.error));
    office.#listen(scope);
    return office;
  }

  private constructor(options: OfficeSceneOptions) {
    this.#options = options;
    const { game, scene, world, reducedMotion } = options;
    this.#textures = new Textures(game);
    this.#sheets = new AvatarSheets(this.#textures);
    this.#avatars = new Avatars(world, scene, this.#textures, this.#sheets);
    this.#camera = new Camera(world, () => reducedMotion.value);
    scene.cameras.main.setOrigin(0, 0);
  }

  get seen(): Rect {
    return this.#camera.view.rect;
  }

  /** Draws one frame into the scene's objects. @returns whether something moves */
  draw(nowMs: number, passedMs: number, canvas: Canvas): boolean {
    const { world, scene, reducedMotion } = this.#options;
    this.#avatars.walk(world.clock.tick(nowMs), nowMs);
    const me = world.me.peek() ? this.#myFeet() : undefined;
    const view = this.#camera.update(canvas, me, world.own.moving, nowMs, passedMs);
    const main = scene.cameras.main;
    main.setSize(canvas.width, canvas.height).setZoom(view.zoom).setScroll(view.rect.x, view.rect.y);
    const whole = world.overview.peek();
    const baked = this.#map?.baked.show(view, whole) ?? false;
    this.#avatars.show(view.rect, nowMs, passedMs, view.zoom);
    if (whole) this.#map?.field.hideAll();
    else this.#map?.field.show(view.rect);
    this.#map?.field.animate(nowMs, passedMs, this.#avatars.feet, reducedMotion.peek());
    const composing = this.#sheets.compose();
    return baked || composing || this.#avatars.moving || this.#camera.moving || world.own.moving;
  }

  #myFeet(): Point {
    const { own } = this.#options.world;
    return { x: own.x, y: own.y };
  }

  async #useMap(): Promise<void> {
    const { world, scene, baseUrl } = this.#options;
    const { map } = world.ground.peek();
    const pictures = await TilePictures.load(map.drawing, baseUrl);
    if (world.ground.peek().map !== map) return;
    const layers = map.drawing.layers.map(openLayer);
    this.#map?.baked.end();
    this.#map?.field.end();
    const size = { width: map.widthTiles * 32, height: map.heightTiles * 32 };
    const baked = new BakedMap(scene, this.#textures, pictures, { runs: layerRuns(map.drawing, layers), everything: layers, ...size });
    const field = new SpriteField(scene, this.#textures, pictures, standingSprites(map.drawing, layers, pictures), '__DEFAULT');
    this.#map = { baked, field };
    this.#avatars.useMap(map);
  }

  #listen(scope: Scope): void {
    const { game, world, actions } = this.#options;
    const others = () => this.#avatars.inView.filter((view) => view.personId !== world.myId.peek());
    const pickAt = (at: Point) => pick(toMap(this.#camera.view, at.x, at.y), world.ground.peek().map, others());
    startPointer(scope, game.canvas, {
      tap: (at) => {
        if (world.myId.peek() === undefined) return;
        const picked = pickAt(at);
        if (picked.kind === 'person') void actions.walkTo({ person: picked.personId });
        else if (picked.kind === 'seat') void actions.walkTo({ seat: picked.seat.id });
        else if (picked.kind === 'thing') void actions.use(picked.thing.id);
        else void actions.walkTo({ x: picked.x, y: picked.y });
        if (world.overview.peek()) actions.toggleOverview();
      },
      hover: (at) => {
        const inside = at && world.myId.peek() !== undefined;
        game.canvas.style.cursor = inside && pickAt(at).kind !== 'floor' ? 'pointer' : 'default';
      },
      drag: (dx, dy) => this.#camera.lookAround(dx, dy),
      zoom: (steps) => actions.zoomBy(steps),
    });
  }
}
