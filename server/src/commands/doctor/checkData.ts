// The folder of data: there, writable, and with room.
import { existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Finding, ok, problem, warning } from './Finding.ts';

const MB = 1024 * 1024;
const SCARCE_BYTES = 1024 * MB;
const TOO_LITTLE_BYTES = 100 * MB;

export function checkData(dataDir: string): Finding {
  const isThere = existsSync(dataDir);
  let folder = dataDir;
  while (!existsSync(folder)) folder = dirname(folder);
  const probe = join(folder, `.doctor-${process.pid}`);
  try {
    writeFileSync(probe, 'a line that the doctor takes away again\n');
    rmSync(probe);
  } catch (err) {
    const reason = err instanceof Error && 'code' in err ? err.code : err;
    return problem('data', `${folder} cannot be written by this user (${reason}): the office would forget everybody.`);
  }
  const { bavail, bsize } = statfsSync(folder);
  return judgeRoom(dataDir, isThere, bavail * bsize);
}

export function judgeRoom(dataDir: string, isThere: boolean, freeBytes: number): Finding {
  const room = freeBytes >= SCARCE_BYTES ? `${(freeBytes / SCARCE_BYTES).toFixed(1)} GB` : `${Math.floor(freeBytes / MB)} MB`;
  if (freeBytes < TOO_LITTLE_BYTES) return problem('data', `Only ${room} are left in ${dataDir}: make room, or nothing can be remembered.`);
  if (freeBytes < SCARCE_BYTES) return warning('data', `${dataDir} can be written, but only ${room} are left.`);
  return ok(
    'data',
    isThere ? `${dataDir} can be written, ${room} are left.` : `${dataDir} will be made at the first start; ${room} are left.`,
  );
}
