// The drawn office: puts camera, map, avatars, light and words together, frame by frame.
import type { Point, Rect } from '@comptoir/shared/geometry';
import { tuning } from '@comptoir/shared/tuning';
import type { ReadonlySignal } from '@preact/signals-core';
import type Phaser from 'phaser';
import type { Actions } from '../actions.ts';
import { reconcile } from '../lib/reconcile.ts';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import { AreaNames } from './AreaNames.ts';
import { AvatarSheets } from './AvatarSheets.ts';
import { Avatars } from './Avatars.ts';
import type { AvatarView } from './AvatarView.ts';
import { Camera, type Canvas } from './Camera.ts';
import { DeskPlates } from './DeskPlates.ts';
import { DrawnMap } from './DrawnMap.ts';
import { daylightAt, hourNow } from './daylight.ts';
import { Emotes } from './Emotes.ts';
import { speakerOf, withEcho } from './echoRing.ts';
import { FloorSites } from './FloorSites.ts';
import { Halls } from './hall/Halls.ts';
import { LightMap } from './LightMap.ts';
import { listenPointer } from './listenPointer.ts';
import { OverviewDots } from './OverviewDots.ts';
import { pick } from './pick.ts';
import { RingMarks } from './RingMarks.ts';
import type { Cover } from './RingPicture.ts';
import { Rings } from './Rings.ts';
import { SpeechBubbles } from './SpeechBubbles.ts';
import { Tags } from './Tags.ts';
import { TalkLook } from './TalkLook.ts';
import { Textures } from './Textures.ts';
import { Trails } from './Trails.ts';
import { toMap, type View } from './viewMath.ts';

export interface OfficeSceneOptions {
  game: Phaser.Game;
  scene: Phaser.Scene;
  world: World;
  actions: Actions;
  reducedMotion: ReadonlySignal<boolean>;
  baseUrl: string;
  /** On the sign over the door of a hall in which a talk is on, in the language of the page. */
  talkSign?: () => string;
  /** Holds the canvas; pages on the floor are laid over it. */
  parent: HTMLElement;
}

/** How often the hour is looked at. */
const HOUR_MS = 20_000;
/** Where a day takes a minute. */
const DEMO_HOUR_MS = 800;

export class OfficeScene {
  readonly #options: OfficeSceneOptions;
  readonly #textures: Textures;
  readonly #sheets: AvatarSheets;
  readonly #avatars: Avatars;
  readonly #camera: Camera;
  readonly #light: LightMap;
  readonly #rings: Rings;
  readonly #ringMarks: RingMarks;
  readonly #talkLook: TalkLook;
  readonly #speech: SpeechBubbles;
  readonly #tags: Tags;
  readonly #emotes: Emotes;
  readonly #trails: Trails;
  readonly #dots: OverviewDots;
  readonly #names: AreaNames;
  readonly #sites: FloorSites;
  readonly #halls: Halls;
  readonly #plates: DeskPlates;
  #map: DrawnMap | undefined;
  #litFor = '';
  /** 0 by day, 1 in the evening. */
  #evening = 0;
  /** Whom the pointer is on: named where tags are left out. */
  #pointedAt: string | undefined;
  /** Something in view is not drawn as it should be yet. */
  composing = true;
  /** Changes when something that is no movement must be drawn. */
  news = 0;

  /** Loads the map's pictures before it resolves. */
  static async open(scope: Scope, options: OfficeSceneOptions): Promise<OfficeScene> {
    const office = new OfficeScene(options);
    await office.#useMap();
    office.#follow(scope);
    office.#listen(scope);
    scope.onEnd(() => office.#sites.end());
    return office;
  }

  private constructor(options: OfficeSceneOptions) {
    this.#options = options;
    const { game, scene, world, reducedMotion } = options;
    this.#textures = new Textures(game);
    this.#sheets = new AvatarSheets(this.#textures);
    this.#avatars = new Avatars(world, scene, this.#textures, this.#sheets);
    this.#camera = new Camera(world, () => reducedMotion.peek());
    this.#light = new LightMap(scene, this.#textures);
    this.#rings = new Rings(scene, this.#textures);
    this.#ringMarks = new RingMarks(scene, this.#textures);
    this.#talkLook = new TalkLook(world);
    this.#speech = new SpeechBubbles(scene, this.#textures, world);
    this.#tags = new Tags(scene, this.#textures);
    this.#emotes = new Emotes(scene, this.#textures);
    this.#trails = new Trails(scene, this.#textures);
    this.#dots = new OverviewDots(scene, this.#textures, world);
    this.#names = new AreaNames(scene, this.#textures);
    this.#sites = new FloorSites(options.parent);
    this.#halls = new Halls(scene, this.#textures, world, options.talkSign ?? (() => ''));
    this.#plates = new DeskPlates(scene, this.#textures, world);
    scene.cameras.main.setOrigin(0, 0);
  }

  /** The visible part of the map, px. */
  get seen(): Rect {
    return this.#camera.view.rect;
  }

  /** Draws one frame into the engine's objects. @returns whether something moves */
  draw(nowMs: number, passedMs: number, canvas: Canvas): boolean {
    const { world, scene, reducedMotion } = this.#options;
    const calm = reducedMotion.peek();
    const nowTick = world.clock.tick(nowMs);
    this.#avatars.walk(nowTick, nowMs);
    const me = world.me.peek() ? { x: world.own.x, y: world.own.y } : undefined;
    const at = this.#avatars.mine ?? me;
    const company = at && !world.own.moving ? this.#rings.companyOf(world.ownRing?.number, at) : undefined;
    const view = this.#camera.update(canvas, at, company, world.own.moving, nowMs, passedMs);
    scene.cameras.main.setSize(canvas.width, canvas.height).setZoom(view.zoom).setScroll(view.rect.x, view.rect.y);

    const whole = world.overview.peek();
    if (whole) this.#avatars.hideAll();
    else this.#avatars.show(view.rect, nowMs, passedMs, view.zoom);
    const { inView: feet, ownChairs, moving } = this.#avatars;
    this.composing = this.#sheets.compose(passedMs);
    const brewing = world.brewing.peek();
    const steaming = world.agenda.steaming.peek();
    const baked =
      this.#map?.show(view, {
        whole,
        feet,
        ownChairs,
        nowMs,
        passedMs,
        calm,
        isBrewing: (id) => (brewing.get(id) ?? 0) > nowTick || steaming.has(id),
      }) ?? false;
    this.#light.show(feet, view.rect);
    this.#sites.show(view);
    this.#plates.show(view, whole, this.#evening > 0.5);
    const talking = this.#showTalk(view, whole, nowMs, passedMs, calm);
    const hint = world.hint.peek();
    this.#trails.show(me, world.own.ahead, hint, nowMs, calm);
    if (whole) {
      this.#dots.show(view, nowMs, calm);
      // the page's own language is the one the UI speaks
      this.#names.show(
        world.ground.peek().map,
        view,
        this.#evening > 0.5,
        document.documentElement.lang,
        me,
        world.auditorium.talks.peek(),
      );
    } else {
      this.#dots.hide();
      this.#names.hide();
    }
    const busy = baked || talking || this.composing || moving || this.#camera.moving || world.own.moving;
    return busy || (!calm && (this.#emotes.any || brewing.size > 0 || steaming.size > 0 || hint !== undefined));
  }

  /** Rings, marks, tags and words. @returns whether any of it moves */
  #showTalk(view: View, whole: boolean, nowMs: number, passedMs: number, calm: boolean): boolean {
    const { world } = this.#options;
    const { inView, inRings } = this.#avatars;
    this.#talkLook.update(inRings);
    this.#tags.show(inView, this.#talkLook, { myId: world.myId.peek(), ...this.#halls.named(this.#pointedAt) }, view, nowMs, passedMs);
    const tagTop = (id: string): number | undefined => this.#tags.topOf(id);
    const lit = this.#halls.show(view, { views: inView, topOf: tagTop, whole, evening: this.#evening, nowMs, passedMs, calm });
    this.#emotes.show(inView, tagTop, view, nowMs, calm);
    const kept = world.talk.bubbles.size > 0 ? this.#tags.covered(inView, view) : [];
    const echo = world.echo.peek();
    const speakers = echo ? [...inView, speakerOf(echo)] : inView;
    const speaking = this.#speech.show(speakers, kept, this.#tags, view, nowMs, passedMs, calm);
    if (whole) {
      this.#rings.hide();
      this.#ringMarks.hide();
      return speaking || lit;
    }
    const circling = this.#rings.show(
      withEcho(inRings, echo, this.#avatars.mine, world.ownRing),
      this.#cover(inView),
      view,
      nowMs,
      passedMs,
      calm,
    );
    const walked = this.#ringMarks.show(inView, world.talk.levels, view.zoom, nowMs);
    return circling || walked || speaking || lit;
  }

  #cover(bodies: readonly AvatarView[]): Cover {
    return { bodies, furniture: (context, box) => this.#map?.eraseFrom(context, box) };
  }

  #follow(scope: Scope): void {
    const { world } = this.#options;
    const onNews = <T>(source: ReadonlySignal<T>, act?: () => void): void =>
      scope.onEnd(
        reconcile(
          source,
          () => {
            act?.();
            this.news++;
            return undefined;
          },
          console.error,
        ),
      );
    onNews(world.ground, () => void this.#useMap().catch(console.error));
    onNews(world.people, () => this.#relight());
    onNews(world.myId, () => this.#relight());
    // whoever begins to speak is shown at once
    this.#halls.listen(scope);
    for (const source of this.#halls.sources) onNews<unknown>(source);
    for (const source of [world.talk.speaking, world.talk.typing, world.talk.conversation, world.echo]) onNews<unknown>(source);
    for (const source of [world.desks.all, world.desks.notes]) onNews<unknown>(source);
    for (const source of [world.zoom, world.overview, world.freeRect, world.coarsePlaces, world.brewing, world.hint, world.agenda.steaming])
      onNews<unknown>(source);
    scope.every(world.demo ? DEMO_HOUR_MS : HOUR_MS, () => this.#relight());
    scope.listen(document.fonts, 'loadingdone', () => {
      this.#tags.redraw();
      this.#speech.redraw();
      this.#names.redraw();
      this.#halls.redraw();
      this.#plates.redraw();
      this.news++;
    });
    // asks for the faces of the tags, which no element of the page may use yet
    for (const font of ['600 13px Fredoka', '700 11px Nunito']) void document.fonts.load(font).catch(() => undefined);
  }

  /** Draws the still light anew when the hour, the map or "few people" changed. */
  #relight(): void {
    const { world } = this.#options;
    const { map } = world.ground.peek();
    const daylight = daylightAt(world.demo?.hourAt(Date.now()) ?? hourNow(location.search, new Date()));
    const few = world.myId.peek() !== undefined && world.people.peek().size < tuning.fewPeople;
    const litFor = `${map.version} ${daylight.evening.toFixed(2)} ${few}`;
    if (litFor === this.#litFor || !this.#map) return;
    this.#litFor = litFor;
    this.#map.light(this.#light, daylight, few);
    this.#evening = daylight.evening;
    this.#rings.light(daylight.evening);
    this.#tags.light(daylight.evening > 0.5);
    this.#speech.light(daylight.evening > 0.5);
    this.news++;
  }

  async #useMap(): Promise<void> {
    const { world, scene, baseUrl } = this.#options;
    const { map } = world.ground.peek();
    if (this.#map?.map === map) return;
    const drawn = await DrawnMap.load(map, scene, this.#textures, baseUrl);
    if (world.ground.peek().map !== map) return drawn.end();
    this.#map?.end();
    this.#map = drawn;
    this.#avatars.useMap(map, (seat) => drawn.hasChair(seat));
    this.#rings.useMap(world.ground.peek());
    this.#halls.useMap(world.ground.peek(), (rect) => drawn.depthOn(rect));
    this.#sites.useMap(map.websites);
    this.#litFor = '';
    this.#relight();
    this.news++;
  }

  #listen(scope: Scope): void {
    const { game, world, actions } = this.#options;
    const others = () => this.#avatars.inView.filter(({ personId, person }) => personId !== world.myId.peek() && !person.cutOut);
    const pickAt = (at: Point) => pick(toMap(this.#camera.view, at.x, at.y), world.ground.peek().map, others());
    const { canvas } = game;
    listenPointer(scope, {
      ...{ canvas, world, actions, pickAt },
      pointAt: (personId) => {
        this.#pointedAt = personId;
      },
      drag: (dx, dy) => this.#camera.lookAround(dx, dy),
    });
  }
}
