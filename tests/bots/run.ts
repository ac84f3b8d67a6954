// `npm run bots`: fills an office with synthetic coworkers who walk about; the last line tells how it went.
import { parseArgs } from 'node:util';
import { walkGridOf } from '@comptoir/shared/map/walkGrid';
import { Bot, introduction } from './Bot.ts';
import { Coworker } from './Coworker.ts';
import { FrontDoor } from './FrontDoor.ts';
import { randomOf } from './Random.ts';

const USAGE = 'npm run bots -- --url URL --count N --seconds S [--office ID] [--invite ID] [--accept-charter] [--seed N] [--json]';
/** Doors opened at the same time. */
const AT_ONCE = 16;
const TICK_MS = 20;

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: 'string', default: 'http://127.0.0.1:8080' },
        count: { type: 'string', default: '20' },
        seconds: { type: 'string', default: '60' },
        office: { type: 'string', default: 'office' },
        /** Of a link, for offices whose door is not open. */
        invite: { type: 'string' },
        /** They accept the charter, where there is one. */
        'accept-charter': { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
      },
    });
    const [count, seconds, seed] = [Number(values.count), Number(values.seconds), Number(values.seed)];
    if (!Number.isInteger(count) || count < 1 || !(seconds > 0) || !Number.isInteger(seed)) refuse(USAGE);
    return { ...values, count, seconds, seed };
  } catch (err) {
    return refuse(`${err instanceof Error ? err.message : err}\n${USAGE}`);
  }
}

const settings = readArguments();
const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
const nowMs = (): number => performance.now();
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const door = new FrontDoor(settings.url);
const facts = await door.facts(settings.office).catch((err: unknown) => refuse(err instanceof Error ? err.message : String(err)));
const grid = walkGridOf(await door.map(settings.office));
const invited = settings.invite === undefined ? {} : { invite: settings.invite };
const accepted = settings['accept-charter'] && facts.charter !== undefined ? { charter: facts.charter } : {};
const bots: Bot[] = [];
const refused: Record<string, number> = {};
const beganMs = nowMs();
let endsMs = beganMs + settings.seconds * 1000;
/** Ctrl C: they leave now, and what they saw so far is told. */
const interrupted = new Promise<void>((resolve) => {
  process.once('SIGINT', () => {
    endsMs = nowMs();
    resolve();
  });
});
let next = 0;
let waitUntilMs = 0;
let allInMs = 0;

const ticking = setInterval(() => {
  const now = nowMs();
  for (const bot of bots) bot.tick(now);
}, TICK_MS);

/** Brings in one after the other until all are in, the time is up, or the office refuses for good. */
async function bringIn(): Promise<void> {
  while (next < settings.count && nowMs() < endsMs && !refused.full) {
    const waitMs = waitUntilMs - nowMs();
    if (waitMs > 0) {
      await Promise.race([sleep(Math.min(waitMs, endsMs - nowMs())), interrupted]);
      continue;
    }
    const number = next++;
    const random = randomOf(settings.seed * 100_003 + number);
    const plan = new Coworker(grid, random);
    const entering = await Bot.enter({
      door,
      roomId: facts.roomId,
      grid,
      options: { ...introduction(random, number), ...invited, ...accepted },
      plan,
      nowMs,
    });
    if ('entered' in entering) bots.push(entering.entered);
    else if ('waitS' in entering) {
      next--;
      if (waitUntilMs === 0)
        say(`The server limits joins from one address (JOIN_RATE_PER_ADDRESS): ${bots.length} are in, the others come as it allows.`);
      waitUntilMs = nowMs() + entering.waitS * 1000;
    } else refused[entering.refused] = (refused[entering.refused] ?? 0) + 1;
  }
}

say(`${settings.count} bots walk into ${facts.title} at ${door.url.origin} for ${settings.seconds} s.`);
await Promise.all(Array.from({ length: Math.min(AT_ONCE, settings.count) }, bringIn));
allInMs = nowMs() - beganMs;
if (refused.full) say(`The office is full with ${facts.capacity} people (OFFICE_CAPACITY): ${bots.length} bots are in.`);
else if (bots.length < settings.count) say(`${bots.length} of ${settings.count} bots could come in.`);
else say(`All ${bots.length} are in after ${(allInMs / 1000).toFixed(1)} s.`);

const received = (): number => bots.reduce((sum, { socket }) => sum + socket.received, 0);
const measureFromMs = nowMs();
const receivedBefore = received();
await Promise.race([sleep(Math.max(0, endsMs - nowMs())), interrupted]);
const measuredS = (nowMs() - measureFromMs) / 1000;
const lost = bots.filter(({ ended }) => ended);
const result = {
  url: door.url.origin,
  office: settings.office,
  count: settings.count,
  joined: bots.length,
  refused,
  joinedAfterMs: Math.round(allInMs),
  lost: lost.length,
  putBacks: bots.reduce((sum, bot) => sum + bot.putBacks, 0),
  bytesPerClientPerS: measuredS > 0.5 ? Math.round((received() - receivedBefore) / measuredS / Math.max(1, bots.length)) : null,
};
clearInterval(ticking);
for (const bot of bots) bot.leave();
door.close();
if (lost[0]?.ended) say(`${lost.length} connections ended early, the first with ${lost[0].ended.code} ${lost[0].ended.reason}`);
process.stdout.write(settings.json ? `${JSON.stringify(result)}\n` : `${JSON.stringify(result, null, 2)}\n`);
setTimeout(() => process.exit(bots.length > 0 ? 0 : 1), 200);
