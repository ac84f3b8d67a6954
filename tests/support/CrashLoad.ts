// People who chat, change who they are, and a host who invites and sets the door, until the server is killed; then what they were told was done is looked for.
import { setTimeout as pause } from 'node:timers/promises';
import { openAsItIs } from '@comptoir/server/store/openDatabase';
import { placeOf } from '@comptoir/server/store/place';
import { DEFAULT_APPEARANCE, encodeAppearance } from '@comptoir/shared/people';
import { PLAIN_INVITATION } from './door.ts';
import { enterOffice, type Inside, until } from './enterOffice.ts';
import { runAdmin } from './runAdmin.ts';
import { ServerProcess } from './ServerProcess.ts';
import { standInPage } from './standInPage.ts';

const PACE_MS = 30;
/** As many were told something before the kill; it comes within this then, in the middle of what others ask. */
const LEAST_TOLD = 12;
const WINDOW_MS = 400;

/** What people were told was done, since the last kill. */
interface Told {
  lines: string[];
  invitations: string[];
  reports: string[];
  trades: Map<string, number>;
  capacity: number;
}

const countOf = ({ lines, invitations, reports, trades }: Told): number => lines.length + invitations.length + reports.length + trades.size;

export interface CrashRound {
  told: number;
  /** From the start of the process until people may come in. */
  startMs: number;
}

const isBack = (person: Inside): boolean => person.connection.phase.peek() === 'online' && person.world.me.peek() !== undefined;

export class CrashLoad {
  readonly #server: ServerProcess;
  readonly #databaseUrl: string | undefined;
  readonly #people: Inside[];
  readonly #host: Inside;
  #round = 0;

  private constructor(server: ServerProcess, databaseUrl: string | undefined, host: Inside, people: Inside[]) {
    this.#server = server;
    this.#databaseUrl = databaseUrl;
    this.#host = host;
    this.#people = people;
  }

  static async start(people: number, databaseUrl?: string): Promise<CrashLoad> {
    const env: Record<string, string> = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
    const server = await ServerProcess.start(env);
    standInPage(server.url);
    const { text } = await runAdmin({ DATA_DIR: server.dataDir, ...env }, 'invite', '--role', 'host');
    const invite = /\?invite=([\w-]+)/.exec(text)?.[1];
    if (invite === undefined) throw new Error(`no link in: ${text}`);
    const host = await enterOffice(server.url, { name: 'Host', invite });
    await until(() => host.world.me.peek()?.rank === 'host', 'they are a host');
    const others: Inside[] = [];
    for (let n = 0; n < people; n++) others.push(await enterOffice(server.url, { name: `Person ${n + 1}` }));
    return new CrashLoad(server, databaseUrl, host, others);
  }

  async end(): Promise<void> {
    for (const person of [this.#host, ...this.#people]) person.leave();
    await this.#server.remove();
  }

  /**
   * @param share of a window, 0 to 1: when in it the kill comes
   * @throws Error naming what somebody was told was done and is not there
   */
  async killAndLook(share: number): Promise<CrashRound> {
    this.#round++;
    const told: Told = { lines: [], invitations: [], reports: [], trades: new Map(), capacity: 0 };
    let isKilled = false;
    const everybody = [...this.#people.map((person) => this.#chat(person, told, () => isKilled)), this.#hostIt(told, () => isKilled)];
    await until(() => countOf(told) >= LEAST_TOLD, 'people are told something', 15_000);
    await pause(share * WINDOW_MS);
    await this.#server.end('SIGKILL');
    isKilled = true;
    await Promise.race([Promise.all(everybody), pause(3000)]);
    // what was asked and never answered may be there or not
    const kept = structuredClone(told);
    const startedMs = performance.now();
    await this.#server.start();
    const startMs = performance.now() - startedMs;
    await this.#expectAll(kept);
    await until(() => [this.#host, ...this.#people].every(isBack), 'everybody is back', 15_000);
    return { told: countOf(kept), startMs };
  }

  async #chat(person: Inside, told: Told, isOver: () => boolean): Promise<void> {
    for (let n = 0; !isOver(); n++) {
      const said = await person.connection.request('say', { to: { kind: 'office' }, text: `round ${this.#round}, line ${n}` });
      if ('ok' in said) told.lines.push(said.line.id);
      const number = this.#round * 10_000 + n;
      const named = await person.connection.request('profile', {
        ...{ name: person.world.me.peek()?.name ?? 'Person', trade: `trade ${number}`, appearance: encodeAppearance(DEFAULT_APPEARANCE) },
      });
      if ('ok' in named) told.trades.set(person.id, number);
      await pause(PACE_MS);
    }
  }

  async #hostIt(told: Told, isOver: () => boolean): Promise<void> {
    const [other] = this.#people;
    for (let n = 0; !isOver(); n++) {
      const invited = await this.#host.connection.request('invite', { ...PLAIN_INVITATION, label: `round ${this.#round}` });
      if ('ok' in invited) told.invitations.push(invited.invitation.id);
      // no two rounds, and no two within one, set the same
      const capacity = 20 + ((this.#round * 40 + n) % 150);
      const set = await this.#host.connection.request('setDoor', { mode: 'open', capacity });
      if ('ok' in set) told.capacity = capacity;
      const text = `round ${this.#round}, report ${n}`;
      const reported = await this.#host.connection.request('report', { personId: other?.id ?? '', text });
      if ('ok' in reported) told.reports.push(text);
      await pause(PACE_MS);
    }
  }

  async #expectAll(told: Told): Promise<void> {
    const db = openAsItIs(placeOf({ dataDir: this.#server.dataDir, databaseUrl: this.#databaseUrl }));
    try {
      const lines = new Set((await db.selectFrom('lines').select('lineId').execute()).map(({ lineId }) => lineId));
      const invitations = new Set((await db.selectFrom('invitations').select('invitationId').execute()).map((row) => row.invitationId));
      const reports = new Set((await db.selectFrom('reports').select('text').execute()).map(({ text }) => text));
      const persons = await db.selectFrom('persons').select(['personId', 'trade']).execute();
      const tradeOf = new Map(persons.map(({ personId, trade }) => [personId, Number(/\d+/.exec(trade)?.[0] ?? -1)]));
      const lost = [
        ...told.lines.filter((line) => !lines.has(line)).map((line) => `line ${line}`),
        ...told.invitations.filter((id) => !invitations.has(id)).map((id) => `invitation ${id}`),
        ...told.reports.filter((text) => !reports.has(text)),
        ...[...told.trades].filter(([id, trade]) => (tradeOf.get(id) ?? -1) < trade).map(([id, trade]) => `trade ${trade} of ${id}`),
      ];
      const door = await db.selectFrom('doors').select('capacity').where('office', '=', 'office').executeTakeFirst();
      if (told.capacity > 0 && (door?.capacity ?? 0) < told.capacity) lost.push(`capacity ${told.capacity} of the door`);
      if (lost.length > 0) throw new Error(`lost in round ${this.#round}: ${lost.join(', ')}`);
    } finally {
      await db.destroy();
    }
  }
}
