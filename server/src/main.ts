// Starts the server and ends it in order; what a person can get wrong is answered in one sentence.
import { networkInterfaces } from 'node:os';
import { readConfig } from './config.ts';
import { FIRST_HOST_LINE } from './ops/firstHost.ts';
import { createLog } from './ops/log.ts';
import { StartProblem } from './ops/StartProblem.ts';
import { endOnSignals } from './ops/shutdown.ts';
import { startLines } from './ops/startLines.ts';

const OLDEST_NODE = 24;

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const major = Number.parseInt(process.versions.node, 10);
if (major < OLDEST_NODE)
  refuse(`Comptoir needs Node ${OLDEST_NODE}, this is ${process.version}: start it with \`npm start\`, which brings its own.`);

const config = readConfig(process.env, process.argv.slice(2));
if ('problem' in config) refuse(config.problem);

const log = createLog(config.logLevel);
if (config.notYet.length > 0) log.warn(`${config.notYet.join(', ')}: set, but nothing in this version uses it.`);
// After the check above: an older Node would fail on the syntax of what follows, without a sentence.
const { createApp } = await import('./app.ts');
const app = await createApp(config).catch((err: unknown) => {
  if (err instanceof StartProblem) refuse(err.message);
  throw err;
});
endOnSignals(() => app.close(), log);

process.stdout.write(`${startLines(config, app.port, networkInterfaces()).join('\n')}\n`);
if (config.demo) process.stdout.write(`The demo, with people of cardboard, is at ${app.url}/o/demo\n`);
if (!app.hasHost) process.stdout.write(`${FIRST_HOST_LINE}\n`);
