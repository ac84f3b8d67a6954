// What was cancelled and could still be, for hosts: each to be planned again.
import type { AppointmentView } from '@comptoir/shared/protocol/appointments';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { useUi } from '../Ui.ts';
import { repeatWords } from './meetingTimes.ts';

interface CancelledListProps {
  planned: readonly AppointmentView[];
  nowMs: number;
  onDone: (said: string) => void;
}

/** A single day, or (undefined) all of a meeting. */
interface Gone {
  appointment: AppointmentView;
  day: string | undefined;
}

const DAY_MS = 86_400_000;

export function CancelledList({ planned, nowMs, onDone }: CancelledListProps) {
  const { app, t, language } = useUi();
  const today = new Date(nowMs - DAY_MS).toISOString().slice(0, 10);
  const gone = planned.flatMap((appointment): Gone[] => {
    if (appointment.isCancelled) {
      const isOver = appointment.repeat.kind === 'once' && appointment.start.slice(0, 10) <= today;
      return isOver ? [] : [{ appointment, day: undefined }];
    }
    return appointment.cancelled.filter((day) => day > today).map((day) => ({ appointment, day }));
  });
  if (gone.length === 0) return null;
  const whenOf = ({ appointment, day }: Gone): string =>
    day === undefined
      ? repeatWords(appointment.start.slice(0, 10), appointment.repeat, language.value, t)
      : new Intl.DateTimeFormat(language.value, { dateStyle: 'full', timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`));
  return (
    <section class="agenda-cancelled">
      <h3>{t('agenda.cancelledOne')}</h3>
      <ul>
        {gone.map((one) => {
          const { id, title } = one.appointment;
          return (
            <li key={`${id} ${one.day}`}>
              <span>
                {title} <small class="muted">{whenOf(one)}</small>
              </span>
              <button
                type="button"
                class="text-button"
                aria-label={t('agenda.againOf', { title, when: whenOf(one) })}
                onClick={async () => {
                  const ask = { appointment: id, occurrence: one.day ?? null, cancelled: false };
                  if (!isRefused(await app.actions.ask('cancelAppointment', ask))) onDone(t('plan.planned'));
                }}
              >
                {t('agenda.again')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
