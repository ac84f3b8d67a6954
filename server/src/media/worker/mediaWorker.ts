// A media worker: a process of its own, so that what the engine does wrong ends a few calls and never the office. Ends with the server.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FromWorker, ToWorker, WorkerLoad, WorkerSettings } from '../workerMessages.ts';
import { holdPort } from './connect.ts';
import { HeldCall } from './HeldCall.ts';

const CARE_MS = 20;
const CHOOSE_MS = 500;
const REPORT_MS = 1000;
const LISTEN_MS = 200;
const LINKS_MS = 2000;
/** From 1900, where NTP begins, to 1970. */
const NTP_MS = 2_208_988_800_000;

const say = (message: FromWorker): void => void process.send?.(message);

async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0);
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  await once(socket, 'close');
  return port;
}

/** Since it was last asked. */
function loadSince(counted: { out: number }): () => WorkerLoad {
  const late = monitorEventLoopDelay({ resolution: 10 });
  late.enable();
  let before = { out: 0, atMs: performance.now() };
  return () => {
    const { out } = counted;
    const atMs = performance.now();
    const packetsPerS = ((out - before.out) * 1000) / Math.max(1, atMs - before.atMs);
    before = { out, atMs };
    const lateMs = late.percentile(99) / 1e6;
    late.reset();
    return { packetsPerS, lateMs };
  };
}

async function begin(settings: WorkerSettings): Promise<(message: ToWorker) => void> {
  const udpPort = settings.udpPort ?? (await freePort());
  const port = holdPort(udpPort);
  const calls = new Map<string, HeldCall>();
  const counted = { in: 0, out: 0 };
  const late = monitorEventLoopDelay({ resolution: 10 });
  late.enable();
  const load = loadSince(counted);
  const parts = {
    settings: { ...settings, udpPort },
    counted,
    nowMs: () => performance.now(),
    ntpMs: () => NTP_MS + performance.timeOrigin + performance.now(),
    chance: Math.random,
  };
  setInterval(() => {
    for (const call of calls.values()) call.care(performance.now());
  }, CARE_MS);
  setInterval(() => {
    for (const call of calls.values()) call.report(performance.now());
    say({ say: 'load', load: load() });
  }, REPORT_MS);
  setInterval(() => {
    for (const call of calls.values()) call.listen(performance.now());
  }, LISTEN_MS);
  setInterval(() => {
    for (const call of calls.values()) call.lookAtLinks(performance.now());
  }, LINKS_MS);
  setInterval(() => {
    for (const call of calls.values()) call.choose(performance.now());
  }, CHOOSE_MS);

  const answer = (message: ToWorker): void => {
    switch (message.do) {
      case 'open': {
        const { callId, part } = message;
        const call = new HeldCall({
          ...{ ...parts, part },
          tell: (personIds, signal) => say({ say: 'signal', callId, personIds, signal }),
          toRelay: (to, word) => say({ say: 'toRelay', callId, to, word }),
          toHome: (word) => say({ say: 'toHome', callId, word }),
          voices: (spoken) => say({ say: 'voices', callId, spoken }),
          links: (links) => say({ say: 'links', callId, links }),
          tapeProblem: (problem) => say({ say: 'tapeProblem', callId, problem }),
        });
        calls.set(callId, call);
        return;
      }
      case 'close':
        calls.get(message.callId)?.close();
        calls.delete(message.callId);
        return;
      case 'grant':
        return calls.get(message.callId)?.grant(message.personId, message.rights);
      case 'revoke':
        return calls.get(message.callId)?.revoke(message.personId);
      case 'signal':
        return calls.get(message.callId)?.signal(message.personId, message.signal);
      case 'present':
        return calls.get(message.callId)?.present(message.personId);
      case 'record':
        return calls.get(message.callId)?.record(message.order);
      case 'relay':
        return calls.get(message.callId)?.relay(message.to, message.on);
      case 'fromHome':
        return calls.get(message.callId)?.hearHome(message.word);
      case 'fromRelay':
        return calls.get(message.callId)?.hearRelay(message.from, message.word);
      case 'count': {
        const { user, system } = process.cpuUsage();
        const people = [...calls.values()].reduce((sum, call) => sum + call.connectedPeople, 0);
        const counts = { people, packetsIn: counted.in, packetsOut: counted.out, cpuS: (user + system) / 1e6, lateMs: late.max / 1e6 };
        late.reset();
        say({ say: 'counts', question: message.question, counts });
      }
    }
  };
  say({ say: 'ready', udpPort: port.port() });
  return answer;
}

function start(): void {
  const waiting: ToWorker[] = [];
  let answer: ((message: ToWorker) => void) | undefined;
  const refuse = (err: unknown): void => {
    say({ say: 'problem', sentence: err instanceof Error ? err.message : String(err) });
    process.exit(1);
  };
  process.on('message', (message: ToWorker) => {
    if (answer) return answer(message);
    if (message.do !== 'begin') return void waiting.push(message);
    begin(message.settings).then((ready) => {
      answer = ready;
      for (const earlier of waiting.splice(0)) ready(earlier);
    }, refuse);
  });
}

process.on('disconnect', () => process.exit(0));
// a terminal's Ctrl-C reaches us too: the server says when it is over
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
start();
