// `npm run bench -- join`: so many people come in within 20 seconds, at an even pace, while those inside walk about.
import { setTimeout as sleep } from 'node:timers/promises';
import { walkGridOf } from '@comptoir/shared/map/walkGrid';
import { Bot, introduction } from '../bots/Bot.ts';
import { Coworker } from '../bots/Coworker.ts';
import { FrontDoor } from '../bots/FrontDoor.ts';
import { randomOf } from '../bots/Random.ts';
import { quantile } from './lateness.ts';
import { cpuSecondsOf, machineName } from './machine.ts';
import type { Bench } from './run.ts';
import { startServer } from './startServer.ts';

export const join: Bench = {
  usage: '--n N [--seconds S]',
  async run({ n = 1000, seconds = 20 }, say) {
    const server = await startServer({ core: 0 });
    const door = new FrontDoor(server.url);
    const nowMs = (): number => performance.now();
    try {
      const { roomId } = await door.facts('office');
      const grid = walkGridOf(await door.map('office'));
      const bots: Bot[] = [];
      const refused: Record<string, number> = {};
      const tookMs: number[] = [];
      const ticking = setInterval(() => {
        for (const bot of bots) bot.tick(nowMs());
      }, 20);
      const cpuBefore = cpuSecondsOf(server.pid);
      const beganMs = nowMs();
      const joins = Array.from({ length: n }, async (_, number) => {
        await sleep(Math.max(0, (number * seconds * 1000) / n - (nowMs() - beganMs)));
        const random = randomOf(number);
        const plan = new Coworker(grid, random);
        const entering = await Bot.enter({ door, roomId, grid, options: introduction(random, number), plan, nowMs });
        if ('entered' in entering) {
          bots.push(entering.entered);
          tookMs.push(entering.tookMs);
        } else {
          const reason = 'refused' in entering ? entering.refused : 'tooMany';
          refused[reason] = (refused[reason] ?? 0) + 1;
        }
      });
      await Promise.all(joins);
      const passedS = (nowMs() - beganMs) / 1000;
      const cpu = (cpuSecondsOf(server.pid) - cpuBefore) / passedS;
      await sleep(1000);
      clearInterval(ticking);
      const lost = bots.filter(({ ended }) => ended).length;
      for (const bot of bots) bot.leave();
      const sorted = tookMs.toSorted((a, b) => a - b);
      say(`${bots.length} of ${n} came in within ${passedS.toFixed(1)} s`);
      return {
        ...{ bench: 'join', machine: machineName(), date: new Date().toISOString().slice(0, 10), n, joined: bots.length, refused, lost },
        seconds: Number(passedS.toFixed(2)),
        joinMsP50: Number(quantile(sorted, 0.5).toFixed(1)),
        joinMsP99: Number(quantile(sorted, 0.99).toFixed(1)),
        cpu: Number(cpu.toFixed(3)),
      };
    } finally {
      door.close();
      await server.stop();
    }
  },
};
