// One synthetic person in an office: comes in, keeps the clock by heartbeats, and lets its plan steer its body.
import type { WalkGrid } from '@comptoir/shared/movement';
import {
  BEARDS,
  BOTTOMS,
  CLOTHING_COLOR_COUNT,
  encodeAppearance,
  HAIR_COLOR_COUNT,
  HAIR_STYLES,
  SKIN_COUNT,
  TOPS,
} from '@comptoir/shared/people';
import type { JoinOptions } from '@comptoir/shared/protocol/http';
import { PROTOCOL_VERSION, type ServerMessages } from '@comptoir/shared/protocol/messages';
import { WIRE } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import { Body } from './Body.ts';
import type { Plan } from './Coworker.ts';
import type { FrontDoor } from './FrontDoor.ts';
import { packNumber, readMessagePack } from './messagePack.ts';
import { OfficeSocket, REFUSED } from './OfficeSocket.ts';
import { OfficeTime } from './OfficeTime.ts';
import type { Random } from './Random.ts';

const NAMES = ['Ada', 'Aziz', 'Béa', 'Chloé', 'Diego', 'Emre', 'Fatou', 'Gus', 'Hana', 'Inès', 'Jo', 'Kofi', 'Léo', 'Mina', 'Noor', 'Olga'];
const TRADES = ['Illustrator', 'Baker of websites', 'Translator', 'Data gardener', 'Sound engineer', 'Architect', 'Writes grants', ''];

/** How somebody made up by `random` introduces themselves. */
export function introduction(random: Random, number: number): JoinOptions {
  const color = (): number => Math.floor(random.between(0, CLOTHING_COLOR_COUNT));
  return {
    protocol: PROTOCOL_VERSION,
    name: `${random.pick(NAMES)} ${number + 1}`,
    trade: random.pick(TRADES),
    appearance: encodeAppearance({
      skin: Math.floor(random.between(0, SKIN_COUNT)),
      hair: random.pick(HAIR_STYLES),
      hairColor: Math.floor(random.between(0, HAIR_COLOR_COUNT)),
      head: 'none',
      headColor: color(),
      glasses: random.next() < 0.3,
      beard: random.pick(BEARDS),
      top: random.pick(TOPS),
      topColor: color(),
      bottom: random.pick(BOTTOMS),
      bottomColor: color(),
      aid: 'none',
      bag: random.next() < 0.3,
      hearingAid: false,
    }),
  };
}

export interface BotSettings {
  door: FrontDoor;
  roomId: string;
  grid: WalkGrid;
  options: JoinOptions;
  plan: Plan;
  /** Milliseconds of the clock that `tick` is called with. */
  nowMs(): number;
  /** Crowd frames, for those who look. The buffer is shared: copy what is kept. */
  onFrame?(payload: Buffer): void;
}

export type Entering = { entered: Bot; tookMs: number } | { waitS: number } | { refused: string };

export class Bot {
  readonly socket: OfficeSocket;
  avatarNumber = -1;
  body: Body | undefined;
  putBacks = 0;
  /** Why the connection ended; undefined while it lasts. */
  ended: { code: number; reason: string } | undefined;
  readonly #settings: BotSettings;
  #time: OfficeTime | undefined;
  #heartbeatMs = 0;

  private constructor(settings: BotSettings, path: string, entered: (bot: Bot) => void, failed: (reason: string) => void) {
    this.#settings = settings;
    this.socket = new OfficeSocket(
      { url: settings.door.url, path },
      {
        message: (type, payload) => {
          this.#hear(type, payload);
          if (type === 'welcome') entered(this);
        },
        bytes: (type, payload) => {
          if (type === WIRE.frame) settings.onFrame?.(payload);
        },
        closed: (code, reason) => {
          this.ended = { code, reason };
          failed(code === REFUSED ? reason : `${code} ${reason}`.trim());
        },
      },
    );
  }

  /** Comes in: the seat, the socket, until the welcome is there. */
  static async enter(settings: BotSettings): Promise<Entering> {
    const beganMs = settings.nowMs();
    const seat = await settings.door.askForSeat(settings.roomId, settings.options);
    if (!('path' in seat)) return seat;
    return new Promise((resolve) => {
      const entered = (bot: Bot): void => resolve({ entered: bot, tookMs: settings.nowMs() - beganMs });
      new Bot(settings, seat.path, entered, (reason) => resolve({ refused: reason }));
    });
  }

  /** Once every 20 ms or so. */
  tick(nowMs: number): void {
    const { body } = this;
    const time = this.#time;
    if (!body || !time || this.ended) return;
    if (nowMs >= this.#heartbeatMs) {
      this.#heartbeatMs = nowMs + tuning.heartbeatMs;
      this.socket.sendMessage('heartbeat', packNumber('sent', nowMs));
    }
    const nowTick = time.tick(nowMs);
    // after a long pause of this process nobody walks the lost time
    if (nowTick - body.tick > 25) body.tick = nowTick - 1;
    while (body.tick < nowTick) {
      body.advance(body.tick + 1);
      this.#settings.plan.steer(body);
    }
  }

  leave(): void {
    this.socket.close();
  }

  #hear(type: string, payload: Buffer): void {
    if (type === 'welcome') {
      const { avatarNumber, tick, x, y } = readMessagePack(payload) as ServerMessages['welcome'];
      const nowMs = this.#settings.nowMs();
      this.avatarNumber = avatarNumber;
      this.#time = new OfficeTime(tick, nowMs);
      // not all in the same moment
      this.#heartbeatMs = nowMs + ((avatarNumber * 37) % tuning.heartbeatMs);
      this.body = new Body({ x, y }, Math.floor(tick), this.#settings.grid, this.socket);
    } else if (type === 'heartbeat') {
      const { sent, tick } = readMessagePack(payload) as ServerMessages['heartbeat'];
      this.#time?.learn(sent, this.#settings.nowMs(), tick);
    } else if (type === 'putBack') {
      this.putBacks++;
      this.body?.putBack(readMessagePack(payload) as ServerMessages['putBack']);
    }
  }
}
