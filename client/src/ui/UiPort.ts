// What the UI sees of the rest: signals to read and verbs to call; session.ts fills it, tests fake it.

import type { Rect } from '@comptoir/shared/geometry';
import type { Appearance } from '@comptoir/shared/people';
import type { HouseFacts } from '@comptoir/shared/protocol/admin';
import type { NextFacts } from '@comptoir/shared/protocol/appointments';
import type { DeviceFacts, JOIN_REFUSED, OfficeFacts, OfficeSummary } from '@comptoir/shared/protocol/http';
import type { ReadonlySignal } from '@preact/signals-core';
import type { Actions, Panel, Shortcut, Target } from '../actions.ts';
import type { Preferences } from '../lib/preferences.ts';
import type { Soon } from '../lib/Soon.ts';
import type { CallModel } from '../media/CallModel.ts';
import type { World } from '../world/World.ts';
import type { AccountPort } from './account/AccountPort.ts';
import type { ToastQueue } from './kit/ToastQueue.ts';

/** entrance: not in yet · inside · elsewhere: this person moved to another tab · refused: the office closed the connection for good. */
export type Phase = 'entrance' | 'inside' | 'elsewhere' | 'refused';

/** Why the office cannot be shown: no answer from the server; no office of that name; its map is broken. */
export type OfficeProblem = 'unreachable' | 'unknown' | 'mapBroken';

/**
 * Why one is not inside for good: this page is older than the server; a host removed me; too many bad messages; the office is gone;
 * the visit that an invitation allowed is over; the door was closed while the connection was lost; my account is not signed in here any more.
 */
export type EndReason = 'outdated' | 'removed' | 'badMessages' | 'gone' | 'visitOver' | 'shutOut' | 'signedOut';

/** A meeting with the key of its page, where the office is not open to everybody. */
export type WantedMeeting = NextFacts & { key: string | undefined };

/** What Enter sends. `as`: a person of this device, or somebody new to it. Name and trade are normalised and within limits. */
export interface Entry {
  name: string;
  trade: string;
  appearance: Appearance;
  as: { personId: string } | 'new';
  /** Of the office, where its door has asked for it. */
  password?: string;
  /** The version of the charter that was named at the entrance. */
  charter?: string;
}

/** JOIN_REFUSED's names, and no answer at all. */
export type EntryRefusal = keyof typeof JOIN_REFUSED | 'unreachable';
/** `retryAfterS` of too many attempts: when the server looks at another one. */
export type EntryOutcome = { ok: true } | { refused: EntryRefusal; retryAfterS?: number };

export type KnockWait = { state: 'waiting'; untilMs: number; leftMs: number; name: string } | { state: 'over' };

/** What one may do before a door that is not open. */
export interface Doorway {
  /** An invitation is in hand; what it gives is told to nobody outside. */
  invited: ReadonlySignal<boolean>;
  /** A pasted link: kept for the next Enter, or followed to its own office; none: there is no invitation in it. */
  takeLink(text: string): 'kept' | 'followed' | 'none';
  /** Somebody of this page waits to be let in, or nobody came. Times are performance.now. */
  knock: ReadonlySignal<KnockWait | undefined>;
  withdraw(): void;
  /** Of a coming in that nobody pressed Enter for: the door was opened, and still it did not work. */
  refusal: ReadonlySignal<EntryRefusal | undefined>;
}

/** Comptoir as an app of its own. */
export interface InstallOffer {
  /**
   * ask: the browser would ask on a click · shareMenu, browserMenu: it is done by hand · done: it happened just now.
   * Undefined: this browser cannot, or it is the app already.
   */
  way: ReadonlySignal<'ask' | 'shareMenu' | 'browserMenu' | 'done' | undefined>;
  ask(): Promise<void>;
}

export interface UiPort {
  version: string;
  /** The element the scene draws into; the UI lays it out (whole window, card on a phone, or hidden). */
  sceneElement: HTMLElement;
  phase: ReadonlySignal<Phase>;
  endReason: ReadonlySignal<EndReason | undefined>;

  /** Facts of the office, refreshed every few seconds while on the entrance: the one who waits for a free place enters by them. */
  office: ReadonlySignal<OfficeFacts | undefined>;
  /** The meeting that the address says one comes for. */
  meeting: ReadonlySignal<WantedMeeting | undefined>;
  officeProblem: ReadonlySignal<OfficeProblem | undefined>;
  /** Reads the facts anew: inside, they are as old as the visit. */
  readOffice(): void;
  /** What admins wrote for everybody: undefined until it was read. */
  house: ReadonlySignal<HouseFacts | undefined>;
  readHouse(): void;
  /** The other offices of this server; asked when this one is full or unknown. */
  listOffices(): Promise<readonly OfficeSummary[]>;
  device: ReadonlySignal<DeviceFacts | undefined>;
  /** ?name= and ?trade= of the address. */
  prefill: { name?: string; trade?: string };
  /** False on plain http: no microphone, camera or clipboard. */
  secureContext: boolean;
  install: InstallOffer;
  enter(entry: Entry): Promise<EntryOutcome>;
  /** Asks to be let in; from then on doorway.knock tells. */
  knock(entry: Entry): Promise<EntryOutcome>;
  doorway: Doorway;
  account: AccountPort;
  /** elsewhere: take the place back into this tab. */
  moveHere(): void;

  /** Once the map is there; myId is undefined until one is inside. */
  world: ReadonlySignal<World | undefined>;
  actions: Actions;
  /** Calls and devices. */
  call: CallModel;
  /** Empty until input has started. */
  shortcuts: ReadonlySignal<readonly Shortcut[]>;
  preferences: Preferences;
  /** The system's wish and the preference together. */
  reducedMotion: ReadonlySignal<boolean>;

  panel: ReadonlySignal<Panel | undefined>;
  view: ReadonlySignal<'map' | 'list'>;
  /** The scene: still loading, running, or neither WebGL nor canvas works (then the list is the office). */
  scene: ReadonlySignal<'loading' | 'running' | 'failed'>;
  /** The office's address to give to others. */
  invitation: string;
  /** Of a second window, as somebody new and named so; `invite` where the door is not open. */
  secondWindow(name: string, language: string, invite: string | undefined): string;
  /** This is such a window: it comes in by itself, and neither speaks nor sounds. */
  isSecond: boolean;
  toasts: ToastQueue;
  /** What is done in a moment, unless it is undone. */
  soon: Soon;

  /** Where the window (CSS px) is not covered by panels; session passes it to the world's camera. */
  setFreeRect(rect: Rect | undefined): void;
  /** Draws the way to something on the floor (first minute); undefined takes it away. */
  showWay(target: Target | undefined): void;
}
