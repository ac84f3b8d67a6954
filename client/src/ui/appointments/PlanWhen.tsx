// Day, hour, length, rhythm and zone of a meeting, and when that would be.
import { isRefused } from '@comptoir/shared/protocol/requests';
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { type Say, useUi } from '../Ui.ts';
import { repeatWords } from './meetingTimes.ts';
import { keyOfRepeat, onDate, type PlanDraft, repeatsOf, whenOf } from './planDraft.ts';
import { SelectField } from './SelectField.tsx';

const MINUTES = [15, 30, 45, 60, 90, 120, 180, 240, 360, 480];
/** Looked up when one stops typing for so long. */
const PREVIEW_AFTER_MS = 250;

function minutesWords(minutes: number, t: Say): string {
  if (minutes < 60) return t('plan.minutesOf', { n: minutes });
  const rest = minutes % 60;
  return t('plan.hoursOf', { hours: String(Math.floor(minutes / 60)), rest: rest === 0 ? '' : String(rest) }).trim();
}

export function PlanWhen({ draft, onChange }: { draft: PlanDraft; onChange: (draft: PlanDraft) => void }) {
  const { t, language } = useUi();
  const id = useId();
  const tag = language.value;
  const repeats = repeatsOf(draft).map((repeat) => ({
    repeat,
    value: keyOfRepeat(repeat),
    label: `${repeatWords(draft.date || '2026-01-01', repeat, tag, t)}${repeat.kind === 'monthly' && repeat.week === 5 ? ` ${t('plan.fifthHint')}` : ''}`,
  }));
  const lengths = [...new Set([...MINUTES, draft.minutes])].sort((a, b) => a - b);
  return (
    <>
      <div class="plan-times">
        <div class="field">
          <label for={`${id}-date`}>{t('plan.date')}</label>
          <input
            id={`${id}-date`}
            type="date"
            value={draft.date}
            required
            onInput={(event) => onChange(onDate(draft, event.currentTarget.value))}
          />
        </div>
        <div class="field">
          <label for={`${id}-time`}>{t('plan.time')}</label>
          <input
            id={`${id}-time`}
            type="time"
            value={draft.time}
            required
            onInput={(event) => onChange({ ...draft, time: event.currentTarget.value.slice(0, 5) })}
          />
        </div>
        <SelectField
          label={t('plan.minutes')}
          value={String(draft.minutes)}
          options={lengths.map((minutes) => ({ value: String(minutes), label: minutesWords(minutes, t) }))}
          onChoose={(minutes) => onChange({ ...draft, minutes: Number(minutes) })}
        />
      </div>
      <div class="plan-rhythm">
        <SelectField
          label={t('plan.repeat')}
          value={keyOfRepeat(draft.repeat)}
          options={repeats}
          onChoose={(value) => onChange({ ...draft, repeat: repeats.find((one) => one.value === value)?.repeat ?? draft.repeat })}
        />
        {draft.repeat.kind !== 'once' && (
          <div class="field">
            <label for={`${id}-until`}>{t('plan.until')}</label>
            <input
              id={`${id}-until`}
              type="date"
              value={draft.until}
              min={draft.date}
              aria-describedby={`${id}-until-hint`}
              onInput={(event) => onChange({ ...draft, until: event.currentTarget.value })}
            />
            <p id={`${id}-until-hint`} class="field-hint muted">
              {t('plan.untilHint')}
            </p>
          </div>
        )}
      </div>
      <Preview draft={draft} />
    </>
  );
}

/** The next four times, as the office reckons them. */
function Preview({ draft }: { draft: PlanDraft }) {
  const { app, t, language } = useUi();
  const starts = useSignal<readonly number[]>([]);
  const problem = useSignal<string | undefined>(undefined);
  const when = whenOf(draft);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void app.actions.previewMeeting(when).then((answer) => {
        if (!isWanted) return;
        starts.value = isRefused(answer) ? [] : answer.startsMs;
        problem.value = !isRefused(answer) || answer.refused === 'tooManyMessages' ? undefined : t(`refusal.${answer.refused}`);
      });
    }, PREVIEW_AFTER_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [JSON.stringify(when)]);
  const words = new Intl.DateTimeFormat(language.value, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' },
    timeZone: draft.zone,
  } as const);
  return (
    <div class="plan-preview" role="status">
      <b>{t('plan.preview')}</b>
      {problem.value ? (
        <p class="field-problem">{problem.value}</p>
      ) : (
        <ul>
          {starts.value.map((startMs) => (
            <li key={startMs}>{words.format(startMs)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
