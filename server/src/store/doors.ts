// How one comes into each office; an office without a row is open.
import { DOOR_MODES, type DoorMode } from '@comptoir/shared/protocol/door';
import { ask, keep } from './verb.ts';

export interface StoredDoor {
  office: string;
  mode: DoorMode;
  /** hashPassword of ops/passwords.ts */
  passwordHash: string | undefined;
  /** Lower than the server's; undefined: the server's. */
  capacity: number | undefined;
}

export const doors = {
  of: ask(async (db, { office }: { office: string }): Promise<StoredDoor> => {
    const row = await db.selectFrom('doors').selectAll().where('office', '=', office).executeTakeFirst();
    return {
      office,
      // what an older or newer version wrote and we do not know is shut rather than open
      mode: row ? (DOOR_MODES.find((known) => known === row.mode) ?? 'link') : 'open',
      passwordHash: row?.passwordHash ?? undefined,
      capacity: row?.capacity ?? undefined,
    };
  }),

  /** Whoever came in by the password needs the new one, or whatever the door asks for now. */
  set: keep(async (db, { office, mode, ...door }: StoredDoor) => {
    const [passwordHash, capacity] = [door.passwordHash ?? null, door.capacity ?? null];
    const before = await db.selectFrom('doors').select(['mode', 'passwordHash']).where('office', '=', office).executeTakeFirst();
    await db
      .insertInto('doors')
      .values({ office, mode, passwordHash, capacity })
      .onConflict((conflict) => conflict.column('office').doUpdateSet({ mode, passwordHash, capacity }))
      .execute();
    if (before && before.mode === mode && before.passwordHash === passwordHash) return;
    await db.deleteFrom('passes').where('office', '=', office).where('via', '=', 'password').execute();
  }),
};
