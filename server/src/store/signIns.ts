// What waits for an answer while somebody signs in: links that were sent or handed out, and questions put to a browser. Each is taken once.
import type { Tables } from './tables.ts';
import { ask, keep, write } from './verb.ts';

export type StoredLink = Tables['signInLinks'];
export type FlowKind = 'passkeyRegister' | 'passkeySignIn' | 'openId';

/** Wrong codes that a device may type before its links are void. */
const TRIES_MOST = 5;
/** Links of one device that wait at a time. */
const LINKS_MOST = 5;

export const signIns = {
  addLink: keep(async (db, { nowMs, ...link }: Omit<StoredLink, 'tries'> & { nowMs: number }) => {
    await db.deleteFrom('signInLinks').where('expiresMs', '<=', nowMs).execute();
    if (link.deviceHash !== null) {
      const others = db.selectFrom('signInLinks').select('tokenHash').where('deviceHash', '=', link.deviceHash);
      const old = (await others.orderBy('expiresMs', 'desc').execute()).slice(LINKS_MOST - 1).map(({ tokenHash }) => tokenHash);
      if (old.length > 0) await db.deleteFrom('signInLinks').where('tokenHash', 'in', old).execute();
    }
    await db
      .insertInto('signInLinks')
      .values({ ...link, tries: 0 })
      .execute();
  }),

  /** Without using it up. */
  findLink: ask(async (db, { tokenHash, nowMs }: { tokenHash: string; nowMs: number }): Promise<StoredLink | undefined> => {
    return db.selectFrom('signInLinks').selectAll().where('tokenHash', '=', tokenHash).where('expiresMs', '>', nowMs).executeTakeFirst();
  }),

  takeLink: keep(async (db, { tokenHash, nowMs }: { tokenHash: string; nowMs: number }): Promise<StoredLink | undefined> => {
    const mine = db.deleteFrom('signInLinks').where('tokenHash', '=', tokenHash).where('expiresMs', '>', nowMs);
    return mine.returningAll().executeTakeFirst();
  }),

  /** P83: by its code, on the device that asked for it; a wrong one counts against every link of that device. */
  takeLinkByCode: keep(
    async (
      db,
      { deviceHash, codeHash, nowMs }: { deviceHash: string; codeHash: string; nowMs: number },
    ): Promise<StoredLink | undefined> => {
      const mine = db.deleteFrom('signInLinks').where('deviceHash', '=', deviceHash).where('codeHash', '=', codeHash);
      const taken = await mine.where('expiresMs', '>', nowMs).returningAll().executeTakeFirst();
      if (taken) return taken;
      await db
        .updateTable('signInLinks')
        .set((set) => ({ tries: set('tries', '+', 1) }))
        .where('deviceHash', '=', deviceHash)
        .execute();
      await db.deleteFrom('signInLinks').where('deviceHash', '=', deviceHash).where('tries', '>=', TRIES_MOST).execute();
      return undefined;
    },
  ),

  /** Links and questions that are over. */
  prune: write(async (db, { nowMs }: { nowMs: number }) => {
    await db.deleteFrom('signInLinks').where('expiresMs', '<=', nowMs).execute();
    await db.deleteFrom('signInFlows').where('expiresMs', '<=', nowMs).execute();
  }),

  addFlow: keep(async (db, { nowMs, ...flow }: Tables['signInFlows'] & { kind: FlowKind; nowMs: number }) => {
    await db.deleteFrom('signInFlows').where('expiresMs', '<=', nowMs).execute();
    await db.insertInto('signInFlows').values(flow).execute();
  }),

  /** By the device that was asked only. @returns its facts; it is over then, whatever comes of it */
  takeFlow: keep(
    async (
      db,
      { flowHash, kind, deviceHash, nowMs }: { flowHash: string; kind: FlowKind; deviceHash: string; nowMs: number },
    ): Promise<string | undefined> => {
      const mine = db.deleteFrom('signInFlows').where('flowHash', '=', flowHash).where('kind', '=', kind);
      const taken = await mine.where('deviceHash', '=', deviceHash).where('expiresMs', '>', nowMs).returning('facts').executeTakeFirst();
      return taken?.facts;
    },
  ),
};
