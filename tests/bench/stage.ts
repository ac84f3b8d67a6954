// `npm run bench -- stage`: a talk for hundreds on the media server: CPU, lateness and memory for a crowd, the first picture of a browser that joins it, and what 2 % of loss does.
import { machineName } from './machine.ts';
import type { Bench } from './run.ts';
import { measureCrowd, round } from './stage/measureCrowd.ts';
import { measureJoins, measureLoss } from './stage/measureJoins.ts';

const GOALS = { usPerPacket: 18, lateP99Ms: 50, lost: 0, firstFrameP95Ms: 1000 };

export const stage: Bench = {
  usage: '--listeners N [--seconds S] [--runs JOINS] [--loss PERCENT] [--only crowd|workers|joins|loss]',
  async run({ n, listeners = n ?? 250, seconds = 20, runs = 10, loss, only }, say) {
    // with --loss alone that is what one wants to know
    const isWanted = (part: string): boolean => (only === undefined ? part === 'loss' || loss === undefined : only === part);
    const one = isWanted('crowd') || isWanted('workers') ? await measureCrowd(listeners, seconds, 1, say) : undefined;
    const two = isWanted('workers') ? await measureCrowd(listeners, seconds, 2, say) : undefined;
    const cost = (of: { usPerPacket: number; parentCpu: number; packetsPerS: number }): number =>
      of.usPerPacket + (of.parentCpu * 1e6) / Math.max(1, of.packetsPerS);
    return {
      ...{ bench: 'stage', machine: machineName(), date: new Date().toISOString().slice(0, 10), listeners, seconds },
      ...one,
      // cost of a packet by two workers, with what handing packets on costs the server, against one
      ...(one && two ? { two: { ...two, costRatio: round(cost(two) / cost(one), 2) } } : {}),
      ...(isWanted('joins') ? await measureJoins(listeners, runs, say) : {}),
      ...(isWanted('loss') ? { loss: await measureLoss(loss ?? 2, say) } : {}),
      goals: GOALS,
    };
  },
};
