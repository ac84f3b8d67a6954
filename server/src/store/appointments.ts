// Standing meetings, who said that they come, and the key of each office's agenda.
import type { Repeat } from '@comptoir/shared/protocol/appointments';
import type { Tables } from './tables.ts';
import { ask, keep, write } from './verb.ts';

export interface StoredAppointment extends Omit<Tables['appointments'], 'appointmentId' | 'repeat' | 'cancelled' | 'cancelledMs'> {
  id: string;
  repeat: Repeat;
  cancelled: readonly string[];
  cancelledMs: number | undefined;
}

interface Answer {
  appointmentId: string;
  day: string;
  who: string;
}

const asAppointment = ({ appointmentId: id, repeat, cancelled, cancelledMs, ...row }: Tables['appointments']): StoredAppointment => ({
  ...row,
  id,
  repeat: JSON.parse(repeat) as Repeat,
  cancelled: JSON.parse(cancelled) as string[],
  cancelledMs: cancelledMs ?? undefined,
});

export const appointments = {
  ofOffice: ask(async (db, { office }: { office: string }): Promise<{ appointments: StoredAppointment[]; coming: Answer[] }> => {
    const rows = await db.selectFrom('appointments').selectAll().where('office', '=', office).execute();
    const coming = await db
      .selectFrom('coming')
      .innerJoin('appointments', 'appointments.appointmentId', 'coming.appointmentId')
      .select(['coming.appointmentId', 'coming.day', 'coming.who'])
      .where('appointments.office', '=', office)
      .execute();
    return { appointments: rows.map(asAppointment), coming };
  }),

  save: keep(async (db, { id: appointmentId, repeat, cancelled, cancelledMs, ...rest }: StoredAppointment) => {
    const row = {
      ...{ appointmentId, ...rest, repeat: JSON.stringify(repeat), cancelled: JSON.stringify(cancelled) },
      cancelledMs: cancelledMs ?? null,
    };
    await db
      .insertInto('appointments')
      .values(row)
      .onConflict((conflict) => conflict.column('appointmentId').doUpdateSet(row))
      .execute();
  }),

  come: keep(async (db, { coming, atMs, ...answer }: Answer & { coming: boolean; atMs: number }) => {
    if (coming)
      await db
        .insertInto('coming')
        .values({ ...answer, atMs })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    else {
      const { appointmentId, day, who } = answer;
      await db.deleteFrom('coming').where('appointmentId', '=', appointmentId).where('day', '=', day).where('who', '=', who).execute();
    }
  }),

  /** All answers to one meeting, as they are now: it was moved. */
  saveComing: keep(
    async (db, { appointmentId, coming, atMs }: { appointmentId: string; coming: Omit<Answer, 'appointmentId'>[]; atMs: number }) => {
      await db.deleteFrom('coming').where('appointmentId', '=', appointmentId).execute();
      for (const answer of coming)
        await db
          .insertInto('coming')
          .values({ appointmentId, ...answer, atMs })
          .execute();
    },
  ),

  forget: keep(async (db, { appointmentId }: { appointmentId: string }) => {
    await db.deleteFrom('coming').where('appointmentId', '=', appointmentId).execute();
    await db.deleteFrom('appointments').where('appointmentId', '=', appointmentId).execute();
  }),

  /** Who came to what is over need not be known. */
  forgetComing: write(async (db, { beforeDay }: { beforeDay: string }) => {
    await db.deleteFrom('coming').where('day', '<', beforeDay).execute();
  }),

  /** The key of an office, `fresh` if it had none. */
  keyOf: ask(async (db, { office, fresh }: { office: string; fresh: string }): Promise<string> => {
    await db
      .insertInto('agendaKeys')
      .values({ office, key: fresh })
      .onConflict((conflict) => conflict.column('office').doNothing())
      .execute();
    return (await db.selectFrom('agendaKeys').select('key').where('office', '=', office).executeTakeFirstOrThrow()).key;
  }),

  setKey: keep(async (db, { office, key }: { office: string; key: string }) => {
    await db.updateTable('agendaKeys').set({ key }).where('office', '=', office).execute();
  }),
};
