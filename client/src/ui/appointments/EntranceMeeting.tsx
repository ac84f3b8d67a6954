// At the entrance: the meeting that one comes for, else the next one here.
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { meetingLinks } from './meetingLinks.ts';
import { capital, whenWords } from './meetingTimes.ts';

export function EntranceMeeting() {
  const { app, t, language } = useUi();
  const wanted = app.meeting.value;
  const next = wanted ?? app.office.value?.next;
  if (!next) return null;
  const when = capital(whenWords(next.startMs, Date.now(), language.value), language.value);
  return (
    <div class="entrance-meeting">
      <Icon name="calendar" size={22} />
      <p>
        <small class="muted">{t(wanted ? 'agenda.entranceFor' : 'agenda.entrance')}</small>
        <b>{next.title}</b>
        <span>
          {when}
          {next.count > 0 && ` · ${t('agenda.count', { n: next.count })}`}
        </span>
      </p>
      <a href={meetingLinks('', '', next.id, wanted?.key ?? null).page} target="_blank" rel="noopener">
        {t('agenda.entranceMore')}
      </a>
    </div>
  );
}
