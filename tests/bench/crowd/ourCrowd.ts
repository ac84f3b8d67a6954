// The bots of the crowd bench as clients of our office.
import type { Direction } from '@comptoir/shared/movement';
import type { FrameSink } from '@comptoir/shared/protocol/walks';
import { cellCountOf, decodeFrame } from '@comptoir/shared/protocol/walks';
import type { Body } from '../../bots/Body.ts';
import { Bot, introduction } from '../../bots/Bot.ts';
import type { Plan } from '../../bots/Coworker.ts';
import { FrontDoor } from '../../bots/FrontDoor.ts';
import { randomOf } from '../../bots/Random.ts';
import { benchGrid, HALL_BOUNDS, HEIGHT_TILES, OFFICE_BOUNDS, PROBE_START, probePlace, startsOf, WIDTH_TILES } from './benchMap.ts';
import type { BotCrowd, BotsSettings } from './botsProcess.ts';
import { PROBES } from './probes.ts';
import { Wanderer } from './Wanderer.ts';

/** Stands and looks at the probe, wherever the office has put it. */
const LOOKS_AT_PROBE: Plan = { steer: (body: Body) => body.look(probePlace()) };

export function ourCrowd({ url, roomId, isAuditorium }: BotsSettings): BotCrowd {
  const door = new FrontDoor(url);
  const grid = benchGrid();
  const { columns } = cellCountOf(WIDTH_TILES, HEIGHT_TILES);
  const starts = startsOf(isAuditorium);
  const bots: Bot[] = [];
  let saw: (receiver: number, mark: number) => void = () => {};
  const nowMs = (): number => performance.now();

  /** Looks for the probe's sender in every frame of one receiver. */
  const lookout = (receiver: number): FrameSink => ({
    begins() {},
    cellRestarts() {},
    left() {},
    emote() {},
    record({ avatarNumber, direction }) {
      if (avatarNumber === bots[0]?.avatarNumber) saw(receiver, direction);
    },
  });

  return {
    async join(number) {
      const random = randomOf(number);
      const isProbe = number < PROBES;
      const options = { ...introduction(random, number), start: isProbe ? PROBE_START : random.pick(starts).name };
      const sink = lookout(number);
      const entering = await Bot.enter({
        ...{ door, roomId, grid, options, nowMs },
        plan: isProbe ? LOOKS_AT_PROBE : new Wanderer(random, isAuditorium ? HALL_BOUNDS : OFFICE_BOUNDS),
        ...(isProbe && number > 0 ? { onFrame: (payload: Buffer) => void decodeFrame(payload, columns, sink) } : {}),
      });
      if (!('entered' in entering)) {
        process.stderr.write(`bot ${number} could not come in: ${JSON.stringify(entering)}\n`);
        return undefined;
      }
      bots[number] = entering.entered;
      return entering.tookMs;
    },
    tick(now) {
      for (const bot of bots) bot?.tick(now);
    },
    show() {
      const body = bots[0]?.body;
      if (!body) return -1;
      const direction = ((body.direction + 1) & 7) as Direction;
      body.turn(direction, 'still');
      return direction;
    },
    onSeen(listener) {
      saw = listener;
    },
    totals: () => ({
      received: bots.reduce((sum, bot) => sum + (bot?.socket.received ?? 0), 0),
      messages: bots.reduce((sum, bot) => sum + (bot?.socket.messages ?? 0), 0),
      lost: bots.filter((bot) => bot?.ended).length,
      putBacks: bots.reduce((sum, bot) => sum + (bot?.putBacks ?? 0), 0),
    }),
  };
}
