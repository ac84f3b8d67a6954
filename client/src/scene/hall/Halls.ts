// The halls as places: what a talk changes in how they look, put together frame by frame.
import { isInRect, type Rect } from '@comptoir/shared/geometry';
import type { Ground } from '@comptoir/shared/map/Ground';
import type { ReadonlySignal } from '@preact/signals-core';
import type Phaser from 'phaser';
import type { Scope } from '../../lib/Scope.ts';
import { type HallShow, hallShows } from '../../world/hallShow.ts';
import type { World } from '../../world/World.ts';
import type { AvatarView } from '../AvatarView.ts';
import type { Named } from '../isNamed.ts';
import type { Textures } from '../Textures.ts';
import type { View } from '../viewMath.ts';
import { HallLight } from './HallLight.ts';
import { HallMarks } from './HallMarks.ts';
import { HallScreen } from './HallScreen.ts';
import { HallSigns } from './HallSigns.ts';
import { type Hall, hallsOf } from './hallOf.ts';

/** With more people in view in its rows a hall is full: names would hide them. */
const NAMED_MOST = 30;
/** Cardboard claps by a script. */
const CLAPS_EVERY_MS = 350;

interface Shown {
  hall: Hall;
  light: HallLight;
  screen: HallScreen | undefined;
}

export interface HallMoment {
  views: readonly AvatarView[];
  /** Where somebody's tag begins, px of the map. */
  topOf: (personId: string) => number | undefined;
  whole: boolean;
  /** 0 by day, 1 in the evening. */
  evening: number;
  nowMs: number;
  passedMs: number;
  calm: boolean;
}

export class Halls {
  readonly #scene: Phaser.Scene;
  readonly #textures: Textures;
  readonly #world: World;
  readonly #words: () => string;
  readonly #marks: HallMarks;
  readonly #signs: HallSigns;
  #shown: Shown[] = [];
  #floor: ReadonlySet<string> = new Set();
  #full: readonly Rect[] = [];
  #clappedAtMs = Number.NEGATIVE_INFINITY;

  /** @param words of the sign over a door */
  constructor(scene: Phaser.Scene, textures: Textures, world: World, words: () => string) {
    this.#scene = scene;
    this.#textures = textures;
    this.#world = world;
    this.#words = words;
    this.#marks = new HallMarks(scene, textures);
    this.#signs = new HallSigns(scene, textures);
  }

  listen(scope: Scope): void {
    scope.onEnd(this.#world.auditorium.onApplause((applause) => this.#marks.hear(applause)));
  }

  /** @param depthOn of a picture that hangs before what holds this rectangle, px of the map */
  useMap(ground: Ground, depthOn: (rect: Rect) => number): void {
    for (const { light, screen } of this.#shown) {
      light.end();
      screen?.end();
    }
    this.#shown = hallsOf(ground).map((hall) => ({
      hall,
      light: new HallLight(this.#scene, this.#textures, hall),
      screen: hall.screen && new HallScreen(this.#scene, this.#textures, hall.screen, depthOn(hall.screen)),
    }));
  }

  /** Whoever has the floor is named in their seat, and whom somebody points at. */
  named(pointedAt: string | undefined): Pick<Named, 'also' | 'full'> {
    return { also: pointedAt === undefined ? this.#floor : new Set([...this.#floor, pointedAt]), full: this.#full };
  }

  /** What is drawn anew when it changes. */
  get sources(): ReadonlySignal<unknown>[] {
    const { talks, stage, questions, chapters, slides, slidePicture } = this.#world.auditorium;
    return [talks, stage, questions, chapters, slides, slidePicture];
  }

  /** @returns whether something moves */
  show(view: View, { views, topOf, whole, evening, nowMs, passedMs, calm }: HallMoment): boolean {
    if (this.#shown.length === 0) return false;
    const shows = hallShows(this.#world, Date.now());
    const of = new Map(shows.map((show): [string, HallShow] => [show.auditorium, show]));
    let moving = false;
    for (const { hall, light, screen } of this.#shown) {
      const show = of.get(hall.auditorium);
      if (light.show(show !== undefined, view.rect, evening, passedMs, calm)) moving = true;
      screen?.show(show?.screen, light.share, view.rect, whole);
    }
    this.#floor = new Set(shows.flatMap(({ floor }) => floor));
    const rows = this.#shown.filter(({ hall }) => of.has(hall.auditorium)).map(({ hall }) => hall.audience);
    this.#full = rows.filter((audience) => views.filter((one) => isInRect(one, audience)).length > NAMED_MOST);
    if (whole) {
      this.#marks.hide();
      this.#signs.hide();
      return moving;
    }
    const played = shows.find(({ claps }) => claps !== undefined);
    if (played?.claps && nowMs - this.#clappedAtMs > CLAPS_EVERY_MS) {
      this.#clappedAtMs = nowMs;
      this.#marks.hear({ clap: played.claps });
    }
    const mine = this.#world.auditorium.stage.peek()?.auditorium ?? played?.auditorium;
    const hall = this.#shown.find((one) => one.hall.auditorium === mine)?.hall;
    if (this.#marks.show(shows, hall, views, topOf, view.zoom, nowMs, calm)) moving = true;
    this.#signs.show(
      this.#shown.map((one) => ({ hall: one.hall, share: one.light.share })),
      this.#words(),
      view,
    );
    return moving;
  }

  /** After fonts have loaded. */
  redraw(): void {
    this.#signs.redraw();
    for (const { screen } of this.#shown) screen?.redraw();
  }
}
