// The client's replica of the office plus what is derived from it: net/ writes it, scene and panels read it.
import type { Ring } from '@comptoir/shared/conversation';
import type { Point, Rect } from '@comptoir/shared/geometry';
import { gridFor } from '@comptoir/shared/map/confinedGrid';
import type { Ground } from '@comptoir/shared/map/Ground';
import type { Area, Seat, Thing, Traits, WebsiteTrait } from '@comptoir/shared/map/OfficeMap';
import { shutGrid } from '@comptoir/shared/map/shutGrid';
import type { WalkGrid } from '@comptoir/shared/movement';
import type { Appearance, Availability, Emote, Rank } from '@comptoir/shared/people';
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { Agenda } from './Agenda.ts';
import { Auditorium } from './Auditorium.ts';
import type { Avatar } from './Avatar.ts';
import { Cards } from './Cards.ts';
import type { Demo } from './Demo.ts';
import { Desks } from './Desks.ts';
import type { EchoView } from './Echo.ts';
import { Hosting } from './Hosting.ts';
import { OfficeClock } from './OfficeClock.ts';
import { OwnWalk } from './OwnWalk.ts';
import { Talk } from './Talk.ts';

/** Somebody in the office, as the replicated state tells; replaced as a whole when it changes. */
export interface Person {
  personId: string;
  name: string;
  trade: string;
  appearance: Appearance;
  availability: Availability;
  rank: Rank;
  avatarNumber: number;
  connected: boolean;
  /** Of cardboard, in the demo office: not a person at all. */
  cutOut?: true;
}

export type ConnectionState = 'online' | 'reconnecting' | 'offline';

/** What is around me now: what X would do, where I am. */
export interface Surroundings {
  /** The smallest area I am in. */
  area: Area | undefined;
  /** Names the set of areas I am in. */
  areaKey: string;
  /** What they do: trait by trait the smallest area wins. The same object as long as the areas are the same. */
  traits: Traits;
  /** Nearest thing within reach. */
  thing: Thing | undefined;
  /** Nearest free seat within reach. */
  seat: Seat | undefined;
  /** Whoever X would approach: the personId of the nearest within reach who is not in my conversation. */
  person: string | undefined;
}

/** Something an area offers to do, in the author's words where there are some. */
export interface Offer {
  kind: 'website' | 'tab' | 'outside';
  url: string;
  message: string | undefined;
  run: () => void;
}

export class World {
  readonly officeId: string;
  readonly clock = new OfficeClock();
  readonly ground: Signal<Ground>;

  /** Everybody here, me included, by personId. A new map object at every change. */
  readonly people = signal<ReadonlyMap<string, Person>>(new Map());
  readonly personIds = new Map<number, string>();
  readonly myId = signal<string | undefined>(undefined);
  /** Id of the only area I can be in, on a visit to somebody. */
  readonly confinedTo = signal<string | undefined>(undefined);
  /** The floor as it is for me. */
  readonly ownGrid: ReadonlySignal<WalkGrid> = computed(() => {
    const grid = gridFor(this.ground.value, this.confinedTo.value);
    const shut = this.auditorium.shutRooms.value;
    return shut.length > 0 ? shutGrid(this.ground.value, grid, shut) : grid;
  });
  readonly desks = new Desks(this.myId);
  readonly me: ReadonlySignal<Person | undefined>;
  readonly connection = signal<ConnectionState>('offline');
  /** Since when (ms, performance.now) the connection is lost. */
  readonly lostSinceMs = signal<number | undefined>(undefined);

  /** Remote avatars in view by avatarNumber: hot, read each frame. */
  readonly avatars = new Map<number, Avatar>();
  readonly own: OwnWalk;
  ownCup = false;
  ownRing: Ring | undefined;
  readonly talk = new Talk();
  readonly hosting = new Hosting();
  readonly auditorium = new Auditorium();
  readonly cards = new Cards();
  readonly agenda: Agenda;
  ownEmote: { kind: Emote; untilMs: number } | undefined;

  /** People per area, by index in map.areas; once a second. */
  readonly areaCounts = signal<readonly number[]>([]);
  /** avatarNumber -> area index, while the list asks for it. */
  readonly areaOfAvatar = signal<ReadonlyMap<number, number>>(new Map());
  /** avatarNumber -> place in px, while the overview asks for it. */
  readonly coarsePlaces = signal<ReadonlyMap<number, Point>>(new Map());
  readonly cupsToday = signal(0);
  readonly apero = signal(false);
  /** Thing id -> office tick until which it brews. */
  readonly brewing = signal<ReadonlyMap<string, number>>(new Map());

  readonly surroundings = signal<Surroundings>({
    area: undefined,
    areaKey: '',
    traits: {},
    thing: undefined,
    seat: undefined,
    person: undefined,
  });

  /** The parrot's perch that I stand before, and what it does. */
  readonly echo = signal<EchoView | undefined>(undefined);
  /** The site that an area opened beside the office. */
  readonly side = signal<Pick<WebsiteTrait, 'url' | 'widthPercent' | 'closable' | 'policy'> | undefined>(undefined);
  /** What an area offers on X: a site, a tab, a door outside. */
  readonly offer = signal<Offer | undefined>(undefined);
  /** The sound of the area I am in; `blocked` until the browser lets it play. */
  readonly ambience = signal<{ url: string; loop: boolean; volume: number; blocked: boolean } | undefined>(undefined);

  /** The camera: whole zoom steps; the overview shows the whole map. */
  readonly zoom = signal(2);
  readonly overview = signal(false);
  /** The part of the window (CSS px) not covered by panels; the camera keeps me in its middle. */
  readonly freeRect = signal<Rect | undefined>(undefined);
  /** A path the camera and hints may show: corners in world units. */
  readonly hint = signal<readonly Point[] | undefined>(undefined);
  /** Of the demo office only; asked each frame. */
  demo?: Demo;
  /** Counts crowd frames written, so that an idle scene knows that something changed. */
  changes = 0;

  constructor(officeId: string, ground: Ground) {
    this.officeId = officeId;
    this.ground = signal(ground);
    this.agenda = new Agenda(this.ground);
    this.own = new OwnWalk(ground.grid);
    this.me = computed(() => this.people.value.get(this.myId.value ?? ''));
  }

  personOf(avatarNumber: number): Person | undefined {
    return this.people.value.get(this.personIds.get(avatarNumber) ?? '');
  }

  /** The other's drawn position in px; undefined when out of view. */
  placeOf(personId: string): Point | undefined {
    const person = this.people.value.get(personId);
    if (!person) return undefined;
    if (personId === this.myId.value) return { x: this.own.x, y: this.own.y };
    const avatar = this.avatars.get(person.avatarNumber);
    return avatar ? { x: avatar.trail.x, y: avatar.trail.y } : undefined;
  }
}
