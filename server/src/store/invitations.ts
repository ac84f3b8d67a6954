// Links that let people in: what they give, how often they were used, and their use, which counts each person once.
import { RANKS, type Rank } from '@comptoir/shared/people';
import { findPass, type StoredPass, savePass } from './passes.ts';
import { persons, type StoredPerson } from './persons.ts';
import type { Tables } from './tables.ts';
import { ask, keep, write } from './verb.ts';

export interface StoredInvitation {
  invitationId: string;
  office: string;
  rank: Rank;
  area: string | undefined;
  label: string;
  /** Undefined: as many as like. */
  quota: number | undefined;
  used: number;
  expiresMs: number | undefined;
  createdMs: number;
  /** Undefined: the command line. */
  createdBy: string | undefined;
  createdByName: string;
  revokedMs: number | undefined;
}

const asInvitation = (row: Tables['invitations']): StoredInvitation => ({
  ...row,
  rank: RANKS.find((known) => known === row.rank) ?? 'visitor',
  area: row.area ?? undefined,
  quota: row.quota ?? undefined,
  expiresMs: row.expiresMs ?? undefined,
  createdBy: row.createdBy ?? undefined,
  revokedMs: row.revokedMs ?? undefined,
});

export type NewInvitation = Omit<StoredInvitation, 'used' | 'revokedMs'>;

export interface Redemption {
  invitationId: string;
  office: string;
  person: Omit<StoredPerson, 'rank'>;
}

export const invitations = {
  create: keep(async (db, invitation: NewInvitation) => {
    const { area = null, quota = null, expiresMs = null, createdBy = null, ...row } = invitation;
    await db
      .insertInto('invitations')
      .values({ ...row, area, quota, expiresMs, createdBy, used: 0, revokedMs: null })
      .execute();
  }),

  find: ask(async (db, { invitationId }: { invitationId: string }): Promise<StoredInvitation | undefined> => {
    const row = await db.selectFrom('invitations').selectAll().where('invitationId', '=', invitationId).executeTakeFirst();
    return row && asInvitation(row);
  }),

  /** The latest first. `createdBy` undefined: everybody's. */
  list: ask(
    async (
      db,
      { office, createdBy, limit }: { office: string; createdBy?: string | undefined; limit: number },
    ): Promise<StoredInvitation[]> => {
      const all = db.selectFrom('invitations').selectAll().where('office', '=', office);
      const query = createdBy === undefined ? all : all.where('createdBy', '=', createdBy);
      const rows = await query.orderBy('createdMs', 'desc').orderBy('invitationId').limit(limit).execute();
      return rows.map(asInvitation);
    },
  ),

  /** Links of somebody that still let people in, in all offices. */
  countLiving: ask(async (db, { createdBy, nowMs }: { createdBy: string; nowMs: number }): Promise<number> => {
    const { count } = await db
      .selectFrom('invitations')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('createdBy', '=', createdBy)
      .where('revokedMs', 'is', null)
      .where((is) => is.or([is('expiresMs', 'is', null), is('expiresMs', '>', nowMs)]))
      .where((is) => is.or([is('quota', 'is', null), is('used', '<', is.ref('quota'))]))
      .executeTakeFirstOrThrow();
    return count;
  }),

  /** Those that ended before then, by time or withdrawn. */
  prune: write(async (db, { beforeMs }: { beforeMs: number }) => {
    await db
      .deleteFrom('invitations')
      .where((is) => is.or([is('expiresMs', '<', beforeMs), is('revokedMs', '<', beforeMs)]))
      .execute();
  }),

  revoke: keep(async (db, { invitationId, nowMs }: { invitationId: string; nowMs: number }) => {
    await db
      .updateTable('invitations')
      .set({ revokedMs: nowMs })
      .where('invitationId', '=', invitationId)
      .where('revokedMs', 'is', null)
      .execute();
  }),

  /**
   * Lets a person in by it: counts them unless they were counted before, raises their rank and never lowers it, writes their pass.
   * @returns the rank it gives and the pass; undefined when it is over, withdrawn, used up or of another office: nothing has changed then
   */
  redeem: keep(async (db, { invitationId, office, person }: Redemption): Promise<{ rank: Rank; pass: StoredPass } | undefined> => {
    const nowMs = person.seenMs;
    const before = await findPass(db, { personId: person.personId, office });
    const isCounted = before?.invitationId === invitationId;
    const good = db
      .updateTable('invitations')
      .set((set) => (isCounted ? { used: set.ref('used') } : { used: set('used', '+', 1) }))
      .where('invitationId', '=', invitationId)
      .where('office', '=', office)
      .where('revokedMs', 'is', null)
      .where((is) => is.or([is('expiresMs', 'is', null), is('expiresMs', '>', nowMs)]));
    const free = isCounted ? good : good.where((is) => is.or([is('quota', 'is', null), is('used', '<', is.ref('quota'))]));
    const row = await free.returningAll().executeTakeFirst();
    if (!row) return undefined;
    const { rank, area, expiresMs } = asInvitation(row);
    await persons.save.run(db, person);
    await persons.raise.run(db, { personId: person.personId, rank });
    const pass: StoredPass = { personId: person.personId, office, via: 'link', invitationId, area, grantedMs: nowMs, expiresMs };
    await savePass(db, pass);
    return { rank, pass };
  }),
};
