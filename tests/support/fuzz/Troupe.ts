// Those who try: some of each rank, in the office again as soon as they are put out, and what they make of a round.

import { setTimeout as pause } from 'node:timers/promises';
import { rankOf } from '@comptoir/server/office/Office';
import { toUnits } from '@comptoir/shared/geometry';
import { GAITS } from '@comptoir/shared/movement';
import { RANKS } from '@comptoir/shared/people';
import { clientMessages } from '@comptoir/shared/protocol/messages';
import { encodeNote, NOTE_KINDS } from '@comptoir/shared/protocol/notes';
import { requests } from '@comptoir/shared/protocol/requests';
import { encodeSegment, WIRE } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import type { OpenOffice } from '../openOffice.ts';
import { RouteAsker } from './askRoute.ts';
import { ACTS, LEADER, type Move, type Round } from './moves.ts';
import type { Pool } from './Pool.ts';
import { packMessage } from './packMessage.ts';
import { invitationFor, type Planted } from './plant.ts';
import { type Ears, Stranger } from './Stranger.ts';
import { MARK, type Reader, type Watch } from './Watch.ts';

/** Told of often, and naming nothing. */
const DULL = new Set(['areaCounts', 'heartbeat', 'putBack', 'pathEnded', 'shutRooms', 'channels']);

interface Actor {
  act: (typeof ACTS)[number];
  n: number;
  stranger: Stranger | undefined;
  reader: Reader;
  cookie: string;
}

export class Troupe {
  readonly #office: OpenOffice;
  readonly #watch: Watch;
  readonly #pool: Pool;
  readonly #planted: Planted;
  readonly #actors: Actor[];
  readonly #routes: RouteAsker;
  /** Of people, so that each comes from another address. */
  #entries = 0;
  sent = 0;

  constructor(office: OpenOffice, watch: Watch, pool: Pool, planted: Planted) {
    this.#office = office;
    this.#watch = watch;
    this.#pool = pool;
    this.#planted = planted;
    this.#routes = new RouteAsker(office.url);
    this.#actors = ACTS.map((act, n) => ({ act, n, stranger: undefined, reader: readerOf(act, n), cookie: '' }));
  }

  async close(): Promise<void> {
    this.#routes.close();
    await Promise.all(this.#actors.map(({ stranger }) => stranger?.end('cut')));
  }

  async perform({ scene, moves }: Round): Promise<void> {
    await Promise.all(this.#actors.map((actor) => this.#comeIn(actor)));
    await this.#setScene(scene);
    await Promise.all(
      this.#actors.map(async (actor, n) => {
        for (const move of moves) if (move.actor === n) await this.#make(actor, move);
      }),
    );
    await this.#settle();
  }

  /** What was sent without an answer has been heard, too. */
  async #settle(): Promise<void> {
    await Promise.all(
      this.#actors.map(
        async ({ stranger }) => stranger?.isIn && (await stranger.request('whereIs', packMessage({ personId: stranger.personId }))),
      ),
    );
  }

  async #comeIn(actor: Actor, asNew = false): Promise<void> {
    if (actor.stranger?.isIn) return this.#know(actor);
    for (const ticket of [asNew ? undefined : actor.stranger?.ticket, undefined]) {
      if (await this.#enter(actor, ticket)) return;
    }
    // a host has shut the door, lowered the number of places, or banned a network
    const { door, store } = this.#office.room().parts;
    await door.set('open', undefined, undefined);
    for (const { banId, reason } of await store.bans.list({ nowMs: Date.now() }))
      if (!reason.startsWith(MARK)) await store.bans.lift({ banId });
    // or all places are held for those whose connection was lost
    const untilMs = performance.now() + 2 * tuning.holdSeatMs;
    while (!(await this.#enter(actor, undefined))) {
      if (performance.now() > untilMs) throw new Error(`${actor.act} does not come in any more`);
      await pause(2000);
    }
  }

  async #enter(actor: Actor, ticket: string | undefined): Promise<boolean> {
    const { act } = actor;
    const n = ++this.#entries;
    const address = `198.18.${(n >> 8) & 255}.${n & 255}`;
    if (ticket === undefined) {
      const device = await fetch(`${this.#office.url}/api/device`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: '{}',
      });
      actor.cookie = device.headers
        .getSetCookie()
        .map((line) => line.split(';')[0])
        .join('; ');
      await device.arrayBuffer();
    }
    const invite =
      ticket !== undefined || act === 'visitor'
        ? {}
        : { invite: await invitationFor(this.#office, act === 'guest' ? 'visitor' : act, act === 'guest' ? 'lounge' : undefined) };
    if (ticket === undefined) actor.reader = readerOf(act, actor.n);
    const ears: Ears = {
      bytes: ({ personId }, bytes) => {
        if (personId !== '') Object.assign(actor.reader, { personId });
        this.#watch.bytes(this.#known(actor), bytes);
      },
      told: (type, message) => {
        if (!DULL.has(type)) this.#pool.learn(message, type);
      },
    };
    const options = { name: `${act} ${n}`, trade: '', ...(ticket === undefined ? invite : { ticket }) };
    const stranger = await Stranger.enter(this.#office.url, { options, cookie: actor.cookie, address }, ears);
    if ('refused' in stranger) return false;
    actor.stranger = stranger;
    actor.reader.personId = stranger.personId;
    this.#pool.learn({ personId: stranger.personId });
    this.#know(actor);
    // two of three may send as much and as badly as they like: what is behind the limits is reached too
    const visitor = this.#office.room().clientOf.get(stranger.personId)?.userData;
    if (visitor && actor.n % 3 > 0) Object.assign(visitor, { conduct: { arrived: () => 'ok', misbehaved: () => 'drop' } });
    return true;
  }

  /** The most that this person ever was is what they may have read. */
  #know(actor: Actor): void {
    const occupant = this.#office.room().floor.office.occupants.get(actor.reader.personId ?? '');
    if (!occupant) return;
    const { most } = actor.reader;
    const rank = rankOf(occupant);
    if (RANKS.indexOf(rank) > RANKS.indexOf(most.rank)) most.rank = rank;
    if (!occupant.visit) most.roams = true;
  }

  #known(actor: Actor): Reader {
    this.#know(actor);
    return actor.reader;
  }

  async #ask(actor: Actor, name: string, payload: unknown): Promise<void> {
    const reply = await actor.stranger?.request(name, packMessage(payload));
    if (reply && 'answer' in reply) this.#watch.answer(name, reply.answer);
  }

  async #setScene(scene: Round['scene']): Promise<void> {
    if (scene === 'apart') return;
    const place = { near: 'start', meeting: 'meeting', talk: 'rows' }[scene];
    const those = this.#actors.filter(({ act }) => act !== 'guest');
    const first = those[LEADER];
    const room = this.#office.room();
    // who leads the one before has gone, perhaps
    for (const talk of room.auditorium.talks()) room.auditorium.end(talk, Math.floor(room.tickNow()));
    if (scene === 'near') {
      for (const one of those.slice(1, 5)) await this.#ask(one, 'beThere', { kind: 'person', id: first?.stranger?.personId ?? '' });
      return;
    }
    await Promise.all(
      those.map((one, n) => this.#ask(one, 'beThere', { kind: 'area', id: scene === 'talk' && n % 3 === 0 ? 'stage' : place })),
    );
    if (scene !== 'talk' || !first) return;
    await this.#ask(first, 'startTalk', { title: 'Rivers', language: 'en', record: false });
    await this.#ask(first, 'changeTalk', { anonymous: true, openStage: true });
    await this.#ask(first, 'openPoll', { text: 'Which?', options: ['this', 'that'] });
  }

  async #make(actor: Actor, move: Move): Promise<void> {
    this.sent++;
    if (move.kind === 'route') return this.#route(actor, move);
    if (move.kind === 'again') {
      await actor.stranger?.end(move.how);
      return this.#comeIn(actor, move.asNew);
    }
    await this.#comeIn(actor);
    const { stranger } = actor;
    if (!stranger) return;
    switch (move.kind) {
      case 'request':
        return this.#request(stranger, move);
      case 'message':
        stranger.message(move.name, packMessage(this.#filled(move, clientMessages)));
        return;
      case 'crooked':
        // bytes that are no message are dropped by the framework, some without a word
        if (move.isRequest) void stranger.request(move.name, move.bytes);
        else stranger.message(move.name, move.bytes);
        return;
      case 'bytes':
        stranger.bytes(move.type, move.bytes);
        return;
      case 'note':
        stranger.bytes(
          WIRE.note,
          encodeNote({
            kind: NOTE_KINDS[move.note] ?? 'open',
            conversation: this.#conversationOf(stranger, move),
            from: '',
            payload: move.payload,
          }),
        );
        return;
      case 'step':
        stranger.bytes(WIRE.walk, this.#segment(stranger, move));
        return;
      case 'frame':
        stranger.raw(move.bytes);
    }
  }

  #filled({ name, payload, isFit }: { name: string; payload: unknown; isFit: boolean }, schemas: Record<string, GenericSchema>): unknown {
    const filled = this.#pool.fill(payload);
    const schema = schemas[name];
    if (isFit && schema && !v.is(schema, filled))
      this.#watch.problems.push(`what fits ${name} was made wrong: ${JSON.stringify(filled).slice(0, 300)}`);
    return filled;
  }

  async #request(stranger: Stranger, move: Extract<Move, { kind: 'request' | 'message' }>): Promise<void> {
    const filled = this.#filled(move, requests);
    const { walker } = this.#office.room().floor.office.occupants.get(stranger.personId) ?? {};
    // from where one stands, or the way is never looked at
    const isPath = move.name === 'walkPath' && move.isFit && walker;
    const ask = isPath
      ? { ...(filled as object), from: [walker.x, walker.y], startTick: Math.floor(this.#office.room().tickNow()) }
      : filled;
    const reply = await stranger.request(move.name, packMessage(ask));
    if ('answer' in reply) {
      this.#watch.answer(move.name, reply.answer);
      this.#pool.learn(reply.answer, move.name);
    } else if (reply.failed !== 'gone')
      this.#watch.problems.push(
        `${move.name} is answered by ${reply.failed === 'broken' ? 'an error' : 'silence'}: ${JSON.stringify(ask)?.slice(0, 400)}`,
      );
  }

  #conversationOf({ personId }: Stranger, { payload }: { payload: Uint8Array }): string {
    const mine = this.#office.room().talk.talks.talkers.get(personId)?.conversation?.id;
    return mine !== undefined && payload.length % 3 > 0 ? mine : this.#planted.conversation;
  }

  #segment({ personId }: Stranger, { dx, dy, look, seq }: Extract<Move, { kind: 'step' }>): Uint8Array {
    const room = this.#office.room();
    const walker = room.floor.office.occupants.get(personId)?.walker;
    const { x, y } = walker ?? { x: toUnits(1), y: toUnits(1) };
    const gait = GAITS[look >> 3] ?? 'walk';
    return encodeSegment({
      seq,
      startTick: Math.floor(room.tickNow()),
      x: (x + dx) | 0,
      y: (y + dy) | 0,
      direction: (look & 7) as 0,
      gait,
    });
  }

  async #isUnbuilt(): Promise<boolean> {
    return (await fetch(`${this.#office.url}/`)).status === 503;
  }

  async #route(actor: Actor, { route }: Extract<Move, { kind: 'route' }>): Promise<void> {
    const n = ++this.#entries;
    const who = { cookie: actor.cookie, ticket: actor.stranger?.ticket ?? '', address: `198.19.${(n >> 8) & 255}.${n & 255}` };
    const answer = await this.#routes.ask(this.#pool, route, who);
    const what = `${route.method} ${route.path}${route.query}`;
    if (answer === 'silence') this.#watch.problems.push(`${what} is not answered`);
    if (answer === undefined || answer === 'silence') return;
    // a checkout whose client was never built says so
    const isUnbuilt =
      answer.status === 503 && (route.method === 'HEAD' || answer.body.includes('The client is not built')) && (await this.#isUnbuilt());
    if (answer.status >= 500 && !isUnbuilt)
      this.#watch.problems.push(`${what} is answered with ${answer.status}: ${answer.body.toString().slice(0, 200)}`);
    this.#watch.bytes(
      route.as === 'nobody'
        ? { what, most: { rank: 'visitor', roams: false } }
        : { ...this.#known(actor), what: `${actor.reader.what}, ${what}` },
      Buffer.concat([Buffer.from(answer.head), answer.body]),
    );
  }
}

const readerOf = (act: Actor['act'], n: number): Reader => ({ what: `${act} ${n}`, most: { rank: 'visitor', roams: false } });
