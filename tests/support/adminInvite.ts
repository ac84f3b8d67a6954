// The link that the command line gives: how the first host of an office comes in.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Rank } from '@comptoir/shared/people';
import { COMPILED } from './compiled.ts';

const admin = fileURLToPath(import.meta.resolve('@comptoir/server/commands/admin'));

/** @returns what `?invite=` is to be */
export async function adminInvite(dataDir: string, role: Rank, ...more: string[]): Promise<string> {
  const env = { PATH: process.env.PATH, ...COMPILED, DATA_DIR: dataDir };
  const { stdout } = await promisify(execFile)(process.execPath, [admin, 'invite', '--role', role, ...more], { env });
  const invite = /\?invite=([\w-]+)/.exec(stdout)?.[1];
  if (invite === undefined) throw new Error(`no link in: ${stdout}`);
  return invite;
}
