// A whole server in this process, with a data folder of its own, and a view into its rooms.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matchMaker } from '@colyseus/core';
import { createApp, roomIdOf } from '@comptoir/server/app';
import { readConfig } from '@comptoir/server/config';
import type { OfficeRoom } from '@comptoir/server/room/OfficeRoom';
import { type MapFiles, writeMaps } from './mapFiles.ts';

export interface OpenOffice {
  url: string;
  dataDir: string;
  mapsDir: string;
  /** The running room of an office: what the server itself believes. */
  room(officeId?: string): OfficeRoom;
  close(): Promise<void>;
}

/** Colyseus is one a process: one open office a test file. */
export async function openOffice(env: Record<string, string> = {}, maps: MapFiles = {}): Promise<OpenOffice> {
  const dataDir = mkdtempSync(join(tmpdir(), 'comptoir-office-'));
  const mapsDir = join(dataDir, 'maps');
  writeMaps(mapsDir, maps);
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', JOIN_RATE_PER_ADDRESS: '100000', ...env });
  if ('problem' in config) throw new Error(config.problem);
  const { url, close } = await createApp(config);
  return {
    ...{ url, dataDir, mapsDir },
    room(officeId = 'office') {
      const room = matchMaker.getLocalRoomById(roomIdOf(officeId));
      if (!room) throw new Error(`There is no office ${officeId}.`);
      return room as unknown as OfficeRoom;
    },
    async close() {
      await close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export { type MapFiles, writeMaps } from './mapFiles.ts';
