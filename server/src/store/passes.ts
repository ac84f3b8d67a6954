// Who was let into an office, and how: they are let in again.
import type { Db, Tables } from './tables.ts';
import { ask, keep } from './verb.ts';

export const PASS_VIAS = ['link', 'password', 'knock'] as const;
export type PassVia = (typeof PASS_VIAS)[number];

export interface StoredPass {
  personId: string;
  office: string;
  via: PassVia;
  invitationId: string | undefined;
  /** Of a client's visit: the only area they can be in. */
  area: string | undefined;
  grantedMs: number;
  /** ms since 1970; undefined: for ever. */
  expiresMs: number | undefined;
}

function asPass({ via, invitationId, area, expiresMs, ...row }: Tables['passes']): StoredPass {
  return {
    ...row,
    via: PASS_VIAS.find((known) => known === via) ?? 'knock',
    invitationId: invitationId ?? undefined,
    area: area ?? undefined,
    expiresMs: expiresMs ?? undefined,
  };
}

/** Also one that is over. */
export async function findPass(db: Db, { personId, office }: { personId: string; office: string }): Promise<StoredPass | undefined> {
  const row = await db.selectFrom('passes').selectAll().where('personId', '=', personId).where('office', '=', office).executeTakeFirst();
  return row && asPass(row);
}

/** A person has one pass for an office: the latest. */
export async function savePass(db: Db, pass: StoredPass): Promise<void> {
  const { personId, office, invitationId = null, area = null, expiresMs = null, via, grantedMs } = pass;
  const granted = { via, invitationId, area, grantedMs, expiresMs };
  await db
    .insertInto('passes')
    .values({ personId, office, ...granted })
    .onConflict((conflict) => conflict.columns(['personId', 'office']).doUpdateSet(granted))
    .execute();
}

export const passes = {
  find: ask(findPass),
  grant: keep(savePass),

  /** To those who have none. */
  grantMissing: keep(async (db, { passes: list }: { passes: StoredPass[] }) => {
    for (const { invitationId = null, area = null, expiresMs = null, ...pass } of list)
      await db
        .insertInto('passes')
        .values({ ...pass, invitationId, area, expiresMs })
        .onConflict((conflict) => conflict.columns(['personId', 'office']).doNothing())
        .execute();
  }),
};
