// Somebody in an office without a browser: the client's own connection, world and actions over a real socket.

import type { Actions, Panel } from '@comptoir/client/actions';
import { Scope } from '@comptoir/client/lib/Scope';
import type { Signalling } from '@comptoir/client/media/CallModel';
import type { Connection } from '@comptoir/client/net/Connection';
import { fetchMap, fetchOffice } from '@comptoir/client/net/http';
import type { RefusedJoin } from '@comptoir/client/net/refusedJoin';
import { buildActions } from '@comptoir/client/session/buildActions';
import { buildSignalling } from '@comptoir/client/session/buildSignalling';
import { joinOffice } from '@comptoir/client/session/joinOffice';
import { World } from '@comptoir/client/world/World';
import { type Point, type Rect, UNITS_PER_PX } from '@comptoir/shared/geometry';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { Direction, Gait } from '@comptoir/shared/movement';
import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import type { Refusal } from '@comptoir/shared/protocol/requests';
import { type Signal, signal } from '@preact/signals-core';

export interface Entry {
  name: string;
  trade?: string;
  office?: string;
  /** From an earlier visit: come back as the same person. */
  ticket?: string;
  start?: string;
  moveTo?: string;
  invite?: string;
  password?: string;
  charter?: string;
  /** Another way to the server: through a proxy. */
  endpoint?: string;
  window?: { width: number; height: number };
}

export class Inside {
  readonly world: World;
  readonly actions: Actions;
  readonly connection: Connection;
  /** Nobody here has devices: tests signal and publish by themselves. */
  readonly signalling: Signalling;
  readonly digest: Signal<'none' | 'areas' | 'overview'>;
  readonly refusals: Refusal[];
  /** Proves who I am to a later join. */
  ticket: string;
  readonly #scope: Scope;

  constructor(scope: Scope, parts: Pick<Inside, 'world' | 'actions' | 'connection' | 'signalling' | 'digest' | 'refusals' | 'ticket'>) {
    this.#scope = scope;
    this.world = parts.world;
    this.actions = parts.actions;
    this.connection = parts.connection;
    this.signalling = parts.signalling;
    this.digest = parts.digest;
    this.refusals = parts.refusals;
    this.ticket = parts.ticket;
  }

  get id(): string {
    return this.world.myId.peek() ?? '';
  }

  /** Where I believe my feet are, px. */
  get place(): Point {
    const { x, y } = this.world.own.position;
    return { x: x / UNITS_PER_PX, y: y / UNITS_PER_PX };
  }

  hold(direction: Direction, gait: Gait = 'walk'): void {
    this.actions.hold({ direction, gait });
  }

  letGo(): void {
    this.actions.hold(undefined);
  }

  /** One drawn frame, as the scene computes it. @returns the moment and the office tick of it */
  draw(): { nowMs: number; tick: number } {
    const nowMs = performance.now();
    const tick = this.world.clock.tick(nowMs);
    this.world.own.advance(tick);
    const { grid } = this.world.ground.peek();
    for (const avatar of this.world.avatars.values()) avatar.place(tick, nowMs, grid);
    return { nowMs, tick };
  }

  /** Where I see somebody, px, as drawn now; undefined when out of view. */
  sees(other: { id: string } | string): Point | undefined {
    this.draw();
    return this.world.placeOf(typeof other === 'string' ? other : other.id);
  }

  leave(): void {
    this.#scope.end();
  }
}

const nothing = (): void => undefined;

export async function tryToEnter(url: string, entry: Entry): Promise<Inside | RefusedJoin> {
  const office = entry.office ?? 'office';
  const facts = await fetchOffice(office);
  if (!('ok' in facts)) return { refused: 'unreachable' };
  const map = await fetchMap(office, facts.ok.mapVersion);
  if (!('ok' in map)) return { refused: 'unreachable' };
  const world = new World(office, groundOf(map.ok));
  const scope = new Scope();
  const refusals: Refusal[] = [];
  const digest = signal<'none' | 'areas' | 'overview'>('none');
  let connection: Connection | undefined;
  let inside: Inside | undefined;
  let ticket = entry.ticket;
  const { signalling, heard } = buildSignalling(() => connection);
  const { actions, accepted } = buildActions({
    world: signal(world),
    connection: () => connection,
    panel: signal<Panel | undefined>(undefined),
    view: signal<'map' | 'list'>('map'),
    call: { toggleMicrophone: nothing, toggleCamera: nothing, present: nothing, pushToTalk: nothing, talkToEcho: nothing },
    leave: () => scope.end(),
    refused: (refusal) => refusals.push(refusal),
    remember: () => undefined,
  });
  const outcome = await joinOffice(scope, {
    world,
    endpoint: entry.endpoint ?? url,
    roomId: facts.ok.roomId,
    profile: () => ({ name: entry.name, trade: entry.trade ?? '', appearance: DEFAULT_APPEARANCE, ticket }),
    start: entry.start,
    moveTo: entry.moveTo,
    opens: { invite: entry.invite, password: entry.password, charter: entry.charter },
    digest,
    seen: () => seenBy(world, entry.window),
    talk: { ...heard, accepted },
    connected: (made) => {
      connection = made;
    },
    welcomed: (welcome) => {
      ticket = welcome.ticket;
      if (inside) inside.ticket = welcome.ticket;
    },
  });
  if ('refused' in outcome) return outcome;
  inside = new Inside(scope, { world, actions, signalling, connection: outcome, digest, refusals, ticket: ticket ?? '' });
  return inside;
}

/** What a window (CSS px) shows at zoom 2, px of the map; as a scene would tell it, but for the edges of the map. */
export function seenBy(world: World, window = { width: 1366, height: 768 }): Rect {
  const width = window.width / 2;
  const height = window.height / 2;
  return { x: world.own.x - width / 2, y: world.own.y - height / 2, width, height };
}

/** @throws when the office refuses; resolves when I and those already here know of me */
export async function enterOffice(url: string, entry: Entry): Promise<Inside> {
  const inside = await tryToEnter(url, entry);
  if ('refused' in inside) throw new Error(`${entry.name} was refused: ${inside.refused}`);
  await until(() => inside.world.me.peek() !== undefined, `${entry.name} is in the office's state`);
  inside.ticket ||= '';
  return inside;
}

/** Resolves as soon as `isSo`; rejects with what was awaited. */
export async function until(isSo: () => boolean, what: string, timeoutMs = 8000): Promise<void> {
  const startedMs = performance.now();
  while (!isSo()) {
    if (performance.now() - startedMs > timeoutMs) throw new Error(`Not within ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
