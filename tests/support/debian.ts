// Services that tests need and Debian has: installed when we may, else the reason why not, to be printed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PATIENCE_S = 120;

/** @returns undefined when `file` is there (now), else a sentence why it is not */
export function ensureDebian(file: string, debianPackage: string): string | undefined {
  if (existsSync(file)) return undefined;
  const byHand = `install it with \`apt-get install ${debianPackage}\``;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return `${debianPackage} is not installed: ${byHand}.`;
  const apt = (...args: string[]): boolean =>
    spawnSync('apt-get', ['-y', '-qq', '-o', `DPkg::Lock::Timeout=${PATIENCE_S}`, ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
      stdio: 'ignore',
    }).status === 0;
  const install = (): boolean => apt('install', '--no-install-recommends', debianPackage);
  if (!install()) {
    apt('update');
    install();
  }
  return existsSync(file) ? undefined : `${debianPackage} could not be installed: ${byHand}.`;
}
