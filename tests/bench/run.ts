// `npm run bench -- NAME`: runs one benchmark; with --json the last line is one JSON object.
import { parseArgs } from 'node:util';

export interface BenchOptions {
  n?: number | undefined;
  listeners?: number | undefined;
  /** Percent. */
  loss?: number | undefined;
  seconds?: number | undefined;
  runs?: number | undefined;
  lines?: number | undefined;
  auditorium?: boolean | undefined;
  conversations?: boolean | undefined;
  storeLoad?: boolean | undefined;
  only?: string | undefined;
}

export interface Bench {
  usage: string;
  /** `say` shows progress to people. */
  run(options: BenchOptions, say: (line: string) => void): Promise<Record<string, unknown>>;
}

const benches: Record<string, () => Promise<Bench>> = {
  crowd: async () => (await import('./crowd/crowd.ts')).crowd,
  formation: async () => (await import('./formation.ts')).formation,
  join: async () => (await import('./join.ts')).join,
  sfu: async () => (await import('./sfu.ts')).sfu,
  announce: async () => (await import('./announce.ts')).announce,
  recording: async () => (await import('./recording.ts')).recording,
  stage: async () => (await import('./stage.ts')).stage,
  client: async () => (await import('./client.ts')).client,
  call: async () => (await import('./call.ts')).call,
  store: async () => (await import('./store/store.ts')).store,
  newcomer: async () => (await import('./newcomer.ts')).newcomer,
};

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        n: { type: 'string' },
        listeners: { type: 'string' },
        loss: { type: 'string' },
        seconds: { type: 'string' },
        runs: { type: 'string' },
        lines: { type: 'string' },
        only: { type: 'string' },
        auditorium: { type: 'boolean' },
        conversations: { type: 'boolean' },
        'with-store-load': { type: 'boolean' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (err) {
    return refuse(err instanceof Error ? err.message : String(err));
  }
}

function positive(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  return number > 0 ? number : refuse(`--${name} must be a number above 0, not "${text}".`);
}

const { values, positionals } = readArguments();
const open = benches[positionals[0] ?? ''];
if (!open) refuse(`npm run bench -- NAME [--json], where NAME is one of: ${Object.keys(benches).join(', ')}`);
const bench = await open();
const options: BenchOptions = {
  n: positive('n', values.n),
  listeners: positive('listeners', values.listeners),
  loss: positive('loss', values.loss),
  seconds: positive('seconds', values.seconds),
  runs: positive('runs', values.runs),
  lines: positive('lines', values.lines),
  auditorium: values.auditorium,
  conversations: values.conversations,
  storeLoad: values['with-store-load'],
  only: values.only,
};
const result = await bench.run(options, (line) => void process.stderr.write(`${line}\n`));
process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${JSON.stringify(result, null, 2)}\n`);
process.exit(0);
