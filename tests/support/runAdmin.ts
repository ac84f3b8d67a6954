// A command of whoever runs the server, on the records of one that runs.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { COMPILED } from './compiled.ts';

const admin = fileURLToPath(import.meta.resolve('@comptoir/server/commands/admin'));

/**
 * @param of the data folder, or the settings of its server
 * @returns what it said and how it ended
 */
export async function runAdmin(of: string | Record<string, string>, ...args: string[]): Promise<{ code: number; text: string }> {
  const env = { PATH: process.env.PATH, ...COMPILED, ...(typeof of === 'string' ? { DATA_DIR: of } : of) };
  return promisify(execFile)(process.execPath, [admin, ...args], { env }).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, text: stderr }),
  );
}
