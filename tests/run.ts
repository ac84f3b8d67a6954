// `npm test`: types, lint, architecture, unit, integration and browser tests one after the other; the last line counts them all.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

interface Part {
  name: string;
  command: string;
  args: string[];
  /** How to count; without it the whole part is one test. */
  count?: 'vitest' | 'playwright';
}

const root = fileURLToPath(new URL('..', import.meta.url));
const isLong = process.argv.includes('--long');
const reports = mkdtempSync(join(tmpdir(), 'comptoir-tests-'));

const vitest = (project: string, ...beside: string[]): Part => ({
  name: project,
  command: 'vitest',
  args: [
    'run',
    ...[project, ...beside].flatMap((name) => ['--project', name]),
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportOf(project)}`,
  ],
  count: 'vitest',
});

const playwright = (project: string, workers: number): Part => ({
  name: `browser, ${project}`,
  command: 'playwright',
  args: ['test', '-c', 'tests/playwright.config.ts', `--project=${project}`, `--workers=${workers}`, '--reporter=list,json'],
  count: 'playwright',
});

/** Nothing of theirs waits for anything: all at once. */
const checks: Part[] = [
  { name: 'types', command: 'npm', args: ['run', '--silent', 'types'] },
  { name: 'lint', command: 'biome', args: ['ci', '--colors=off', '.'] },
  { name: 'unused', command: 'knip', args: ['--no-progress'] },
  { ...vitest('architecture'), count: undefined },
];

/** One after the other. */
const suites: Part[] = [
  vitest('unit', 'store'),
  vitest('integration'),
  vitest('punctual'),
  playwright('together', 2),
  playwright('alone', 1),
  ...(isLong ? [vitest('long')] : []),
];

function reportOf(name: string): string {
  return join(reports, `${name}.json`);
}

/** @returns the exit code; a part that could not start failed. What it says is shown as it comes, or else kept until it is over */
function run({ name, command, args }: Part, isShown: boolean): Promise<number> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', isShown ? 'inherit' : 'pipe', isShown ? 'inherit' : 'pipe'],
    env: {
      ...process.env,
      PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
      PLAYWRIGHT_JSON_OUTPUT_NAME: reportOf(name),
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      ...(isLong ? { LONG_STORIES: '1' } : {}),
    },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stdout.write(`${command}: ${error.message}\n`);
      resolve(1);
    });
    child.on('close', (code) => {
      if (!isShown) process.stdout.write(`\n== ${name}\n${Buffer.concat(said)}`);
      resolve(code ?? 1);
    });
  });
}

/** What the part's own report says; undefined when it did not get as far as writing one. */
function readCounts({ name, count }: Part): Counts | undefined {
  try {
    const report: unknown = JSON.parse(readFileSync(reportOf(name), 'utf8'));
    return count === 'vitest' ? countVitest(report as VitestReport) : countPlaywright(report as PlaywrightReport);
  } catch {
    return undefined;
  }
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
}

const countVitest = ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }: VitestReport): Counts => ({
  passed: numPassedTests,
  failed: numFailedTests,
  skipped: numPendingTests + numTodoTests,
});

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

// what passed at the second attempt only is printed as flaky by the reporter
const countPlaywright = ({ stats: { expected, unexpected, flaky, skipped } }: PlaywrightReport): Counts => ({
  passed: expected + flaky,
  failed: unexpected,
  skipped,
});

async function runPart(part: Part, isShown: boolean): Promise<Counts> {
  const startedMs = Date.now();
  if (isShown) process.stdout.write(`\n== ${part.name}\n`);
  const isGreen = (await run(part, isShown)) === 0;
  const counts = (part.count && readCounts(part)) ?? { passed: isGreen ? 1 : 0, failed: isGreen ? 0 : 1, skipped: 0 };
  // a suite may fail without a failing test: a file that does not load, an error after the last test
  if (!isGreen && counts.failed === 0) counts.failed = 1;
  process.stdout.write(`== ${part.name}: ${sentenceOf(counts)} in ${Math.round((Date.now() - startedMs) / 1000)} s\n`);
  return counts;
}

const sentenceOf = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const failedParts: string[] = [];
async function take(part: Part, isShown: boolean): Promise<void> {
  const counts = await runPart(part, isShown);
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
  if (counts.failed > 0) failedParts.push(part.name);
}
await Promise.all(checks.map((part) => take(part, false)));
for (const part of suites) await take(part, true);
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${failedParts.length > 0 ? `Failed: ${failedParts.join(', ')}\n` : ''}${sentenceOf(total)}\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
