// The same bots as clients of a plain schema broadcast: they report their position with every frame while they walk.
import { toUnits } from '@comptoir/shared/geometry';
import { tuning } from '@comptoir/shared/tuning';
import { Body } from '../../bots/Body.ts';
import { FrontDoor } from '../../bots/FrontDoor.ts';
import { OfficeSocket } from '../../bots/OfficeSocket.ts';
import { randomOf } from '../../bots/Random.ts';
import { benchGrid, HALL_BOUNDS, OFFICE_BOUNDS, PROBE_TILE } from './benchMap.ts';
import type { BotCrowd, BotsSettings } from './botsProcess.ts';
import { PLAIN_MOVE, plainMove, plainMoveOf, plainPlace } from './plainWire.ts';
import { LOOKED_FOR, PROBES } from './probes.ts';
import { Wanderer } from './Wanderer.ts';

interface PlainBot {
  socket: OfficeSocket;
  body: Body;
  plan: Wanderer | undefined;
  /** When its next report is due. */
  dueMs: number;
  wasMoving: boolean;
}

/** Schema 5: a changed field is its index with the highest bit set, then the value. x is the first field, y the second. */
const patternOf = (xPx: number, yPx: number): Buffer => Buffer.of(0x80, xPx & 255, xPx >> 8, 0x81, yPx & 255, yPx >> 8);

export function plainCrowd({ url, roomId, hz, isAuditorium }: BotsSettings): BotCrowd {
  const door = new FrontDoor(url);
  const grid = benchGrid();
  const periodMs = 1000 / hz;
  const bots: PlainBot[] = [];
  let lost = 0;
  let mark = 0;
  /** The positions that are looked for, by their mark. */
  let patterns: { mark: number; bytes: Buffer }[] = [];
  let saw: (receiver: number, mark: number) => void = () => {};

  const look = (receiver: number, patch: Buffer): void => {
    for (const { mark: sought, bytes } of patterns) if (patch.includes(bytes)) saw(receiver, sought);
  };

  return {
    async join(number) {
      const beganMs = performance.now();
      const seat = await door.askForSeat(roomId, { number } as object);
      if (!('path' in seat)) return undefined;
      const place = plainPlace(number, randomOf(number), isAuditorium);
      return new Promise((resolve) => {
        const isReceiver = number > 0 && number < PROBES;
        const socket = new OfficeSocket(
          { url: door.url, path: seat.path },
          {
            entered() {
              const silent = { sendBytes() {} };
              const tick = Math.floor(performance.now() / tuning.tickMs);
              const body = new Body({ x: toUnits(place.xPx), y: toUnits(place.yPx) }, tick, grid, silent);
              const plan = number < PROBES ? undefined : new Wanderer(randomOf(number), isAuditorium ? HALL_BOUNDS : OFFICE_BOUNDS);
              bots[number] = { socket, body, plan, dueMs: performance.now() + (number % 10) * (periodMs / 10), wasMoving: false };
              resolve(performance.now() - beganMs);
            },
            ...(isReceiver ? { other: (patch: Buffer) => look(number, patch) } : {}),
            closed() {
              lost++;
              resolve(undefined);
            },
          },
        );
      });
    },
    tick(nowMs) {
      const nowTick = Math.floor(nowMs / tuning.tickMs);
      for (const bot of bots) {
        if (!bot?.plan) continue;
        const { body, plan } = bot;
        if (nowTick - body.tick > 25) body.tick = nowTick - 1;
        while (body.tick < nowTick) {
          body.advance(body.tick + 1);
          plan.steer(body);
        }
        if (nowMs < bot.dueMs) continue;
        bot.dueMs = Math.max(bot.dueMs + periodMs, nowMs);
        const isMoving = body.gait !== 'still';
        if (isMoving || bot.wasMoving) bot.socket.sendBytes(PLAIN_MOVE, plainMoveOf(body));
        bot.wasMoving = isMoving;
      }
    },
    show() {
      mark++;
      const xPx = PROBE_TILE.x * 32 + 2 * (mark % 13);
      const yPx = PROBE_TILE.y * 32 + 2 * (mark % 17);
      patterns = [...patterns.slice(1 - LOOKED_FOR), { mark, bytes: patternOf(xPx, yPx) }];
      bots[0]?.socket.sendBytes(PLAIN_MOVE, plainMove(xPx, yPx, { direction: 0, gait: 'still' }));
      return mark;
    },
    onSeen(listener) {
      saw = listener;
    },
    totals: () => ({
      received: bots.reduce((sum, bot) => sum + (bot?.socket.received ?? 0), 0),
      messages: bots.reduce((sum, bot) => sum + (bot?.socket.messages ?? 0), 0),
      lost,
      putBacks: 0,
    }),
  };
}
