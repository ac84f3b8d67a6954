// The next meeting, below the office's name: from a day before, with its minutes in the last hour. Opens the agenda.

import { nearnessOf } from '../../world/Agenda.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { type Say, useUi } from '../Ui.ts';
import { ComeButton } from './ComeButton.tsx';
import { whenWords } from './meetingTimes.ts';

/** "in 12 minutes", "On now", "today 18:30" */
export function soonWords(nearness: ReturnType<typeof nearnessOf>, startMs: number, nowMs: number, language: string, t: Say): string {
  if (nearness.kind === 'now') return t('agenda.on');
  if (nearness.kind === 'hour') return t('agenda.inMinutes', { n: nearness.minutes });
  return whenWords(startMs, nowMs, language);
}

export function MeetingStrip({ world }: { world: World }) {
  const { app, t, language } = useUi();
  const { agenda } = world;
  const next = agenda.soonest.value;
  const nowMs = agenda.nowMs.value;
  if (!next) return null;
  const nearness = nearnessOf(next, nowMs);
  if (nearness.kind === 'far') return null;
  const when = soonWords(nearness, next.startMs, nowMs, language.value, t);
  return (
    <div class={nearness.kind === 'day' ? 'meeting-strip' : 'meeting-strip near'}>
      <button
        type="button"
        class="meeting-strip-open"
        aria-label={t('agenda.strip', { title: next.title, when })}
        onClick={() => app.actions.openPanel('agenda')}
      >
        <Icon name="calendar" size={20} />
        <span class="meeting-strip-words">
          <b>{next.title}</b>
          <small>
            {when}
            {next.count > 0 && ` · ${t('agenda.count', { n: next.count })}`}
          </small>
        </span>
      </button>
      <ComeButton
        occurrence={next}
        when={when}
        onCome={(coming) => void app.actions.ask('coming', { appointment: next.id, occurrence: next.occurrence, coming })}
      />
    </div>
  );
}
