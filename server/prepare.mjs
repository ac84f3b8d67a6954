// What must be there before the server or the tests can start: dependencies, the built client, Debian's Chromium.
// Without dependencies and in plain JavaScript, because it runs on whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...parts) => join(root, ...parts);
const OLDEST_NODE = 24;

const say = (sentence) => process.stdout.write(`${sentence}\n`);

function fail(sentence, details = '') {
  if (details) process.stderr.write(`${details.trim()}\n\n`);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const hashOf = (text) => createHash('sha256').update(text).digest('hex');

const lockFile = at('package-lock.json');
const stampFile = at('node_modules', '.prepared.json');

/** What the dependencies depend on. */
const wanted = () => ({ lock: hashOf(readFileSync(lockFile)), platform: `${process.platform}-${process.arch}` });

function isStamped() {
  if (!existsSync(stampFile)) return false;
  const stamp = readJson(stampFile);
  const { lock, platform } = wanted();
  return stamp.lock === lock && stamp.platform === platform;
}

/** Whether npm itself noted exactly the lock's versions as installed (after a plain `npm install`, say). */
function isInstalled() {
  const noteFile = at('node_modules', '.package-lock.json');
  if (!existsSync(noteFile)) return false;
  const installed = readJson(noteFile).packages;
  const locked = readJson(lockFile).packages;
  const isSame = (path) => {
    const want = locked[path];
    const have = installed[path];
    if (!have) return Boolean(want.optional || want.devOptional || want.peer || want.link) || !path.startsWith('node_modules/');
    return have.version === want.version && existsSync(at(path));
  };
  return Object.keys(locked).every((path) => path === '' || isSame(path)) && Object.keys(installed).every((path) => path in locked);
}

const NO_REGISTRY =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network timeout|ENOTCACHED/;

function install() {
  if (isStamped()) return;
  if (!isInstalled()) {
    say('Installing the dependencies (once, about half a minute) ...');
    const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
    const args = ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error', ...patience];
    const npm = process.env.npm_execpath;
    const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
    const result = spawnSync(command, [...first, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
    if (result.error) fail(`The dependencies cannot be installed: ${result.error.message}.`);
    if (result.status !== 0) {
      const output = `${result.stdout}${result.stderr}`;
      if (NO_REGISTRY.test(output))
        fail('The npm registry cannot be reached, and the dependencies are not installed yet: connect this machine and try again.');
      fail('The dependencies cannot be installed; npm says why above.', output);
    }
  }
  checkNode();
  writeFileSync(stampFile, JSON.stringify(wanted()));
}

/** The Node that npm scripts find first is the one that was installed here. */
function nodeFile() {
  const own = at('node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return existsSync(own) ? own : process.execPath;
}

function checkNode() {
  const { stdout } = spawnSync(nodeFile(), ['--version'], { encoding: 'utf8' });
  if (Number.parseInt(String(stdout).slice(1), 10) >= OLDEST_NODE) return;
  fail(
    `Comptoir needs Node ${OLDEST_NODE}; npm brings it for Linux on x64 and arm64 only, so install it on this machine (found ${String(stdout).trim()}).`,
  );
}

const dist = at('client', 'dist');
const builtFile = join(dist, '.built');
const SKIPPED = new Set(['node_modules', 'dist', 'preview', 'maps']);

function* filesBelow(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) yield* filesBelow(path);
    } else if (!/\.test\.tsx?$/.test(entry.name)) yield path;
  }
}

/** Hash of everything the build reads. */
function sourceHash() {
  const hash = createHash('sha256');
  const add = (file) =>
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0');
  for (const dir of ['client', 'shared', 'assets']) if (existsSync(at(dir))) for (const file of filesBelow(at(dir))) add(file);
  for (const file of ['package-lock.json', 'tsconfig.base.json']) add(at(file));
  return hash.digest('hex');
}

const PACKED = /\.(?:js|css|html|svg|json|webmanifest|wasm|map|txt|ttf)$/;
const PACK_FROM_BYTES = 1024;
/** The best brotli takes most of a minute for what is larger: for a model that only those fetch who blur their background. */
const PACK_BEST_BYTES = 4_000_000;
const PACK_LARGE = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Encodings beside each text file: the server then never compresses the same bytes for every visitor. */
async function pack() {
  const brotli = promisify(zlib.brotliCompress);
  const gzip = promisify(zlib.gzip);
  const packOne = async (file) => {
    const bytes = readFileSync(file);
    const [br, gz] = await Promise.all([brotli(bytes, bytes.length > PACK_BEST_BYTES ? PACK_LARGE : {}), gzip(bytes, { level: 9 })]);
    writeFileSync(`${file}.br`, br);
    writeFileSync(`${file}.gz`, gz);
  };
  const files = [...filesBelow(dist)].filter((file) => PACKED.test(file) && statSync(file).size >= PACK_FROM_BYTES);
  await Promise.all(files.map(packOne));
}

async function build() {
  const hash = sourceHash();
  if (existsSync(builtFile) && readFileSync(builtFile, 'utf8') === hash) return;
  say('Building the client ...');
  const vite = [at('node_modules', 'vite', 'bin', 'vite.js'), at('client', 'node_modules', 'vite', 'bin', 'vite.js')].find(existsSync);
  if (!vite) fail('The client cannot be built: vite is not among the installed dependencies.');
  const result = spawnSync(nodeFile(), [vite, 'build', '--logLevel', 'warn'], { cwd: at('client'), encoding: 'utf8' });
  if (result.status !== 0) fail('The client cannot be built; the reason is above.', `${result.stdout}${result.stderr}`);
  await pack();
  mkdirSync(dist, { recursive: true });
  writeFileSync(builtFile, hash);
}

const BROWSER = [
  { file: '/usr/bin/chromium', debianPackage: 'chromium' },
  { file: '/usr/bin/chromium-headless-shell', debianPackage: 'chromium-headless-shell' },
  { file: '/usr/bin/ffmpeg', debianPackage: 'ffmpeg' },
];

/** Another apt (an unattended upgrade, say) may be at work: its end is waited for this long. */
const APT_PATIENCE_S = 120;
const APT_LOCKED = /could not get lock|unable to acquire the dpkg frontend lock|unable to lock/i;

function installBrowser() {
  const missing = BROWSER.filter(({ file }) => !existsSync(file)).map(({ debianPackage }) => debianPackage);
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    say(
      `The browser tests need ${missing.join(' and ')}: install with \`sudo apt-get install ${missing.join(' ')}\` (or set CHROMIUM to a browser's path).`,
    );
    return;
  }
  say(`Installing ${missing.join(' and ')} for the browser tests ...`);
  const untilMs = Date.now() + APT_PATIENCE_S * 1000;
  const apt = (...args) => {
    const result = spawnSync('apt-get', ['-y', '-qq', '-o', `DPkg::Lock::Timeout=${APT_PATIENCE_S}`, ...args], {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
      maxBuffer: 1 << 26,
    });
    // apt-get itself waits for the lock on packages only, not for the one on their lists
    if (result.status === 0 || !APT_LOCKED.test(result.stderr) || Date.now() > untilMs) return result;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2000);
    return apt(...args);
  };
  const take = () => apt('install', '--no-install-recommends', ...missing);
  let result = take();
  if (result.status !== 0) {
    apt('update');
    result = take();
  }
  if (result.status === 0) return;
  const reason = result.error ? result.error.message : String(result.stderr).trim().split('\n').pop();
  const byHand = `apt-get update && apt-get install ${missing.join(' ')}`;
  say(
    APT_LOCKED.test(result.stderr)
      ? `Another program has been installing packages for ${APT_PATIENCE_S} s: wait until it is done, then try again (or run \`${byHand}\` yourself).`
      : `Debian's ${missing.join(' and ')} could not be installed (${reason}): run \`${byHand}\` yourself, or set CHROMIUM to a browser's path.`,
  );
}

const mode = process.argv[2] || 'start';
if (!['install', 'start', 'test'].includes(mode)) fail('Usage: node server/prepare.mjs [install | start | test]');
install();
if (mode !== 'install') await build();
if (mode === 'test') installBrowser();
