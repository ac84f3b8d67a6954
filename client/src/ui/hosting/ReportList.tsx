// Reports that no host has settled: who about whom, when, where, what was written, and what a host can do now.
import { isAbove } from '@comptoir/shared/permissions';
import type { ReportView } from '@comptoir/shared/protocol/hosting';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { useRef } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { placeName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';
import { ListState } from './ListState.tsx';
import { momentOf } from './momentOf.ts';
import { useList } from './useList.ts';

export function ReportList({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t } = useUi();
  const root = useRef<HTMLDivElement>(null);
  const asked = useList(() => app.actions.ask('reports', {}), world.hosting.openReports.value);
  const settle = async (report: string): Promise<void> => {
    if (isRefused(await app.actions.ask('settleReport', { report }))) return;
    // its button goes with it: on to the next one
    (root.current?.closest('.tabs')?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ?? root.current)?.focus();
    asked.again();
  };
  return (
    <div ref={root}>
      <ListState asked={asked} icon="flag" empty={t('hosting.noReports')} hint={t('hosting.noReportsHint')} />
      {asked.list?.map((report) => (
        <Report key={report.id} world={world} report={report} onSettle={() => void settle(report.id)} onClose={onClose} />
      ))}
    </div>
  );
}

interface ReportProps {
  world: World;
  report: ReportView;
  onSettle: () => void;
  onClose: () => void;
}

function Report({ world, report, onSettle, onClose }: ReportProps) {
  const ui = useUi();
  const { app, t, language } = ui;
  const { by, byId, about, aboutId, atMs, text, lines } = report;
  const area = world.ground.value.map.areas.find(({ id, name }) => id === report.place || name === report.place);
  const place = area ? placeName(area, language.value) : report.place;
  const there = world.people.value.get(aboutId);
  // of somebody who is not here the server knows the rank
  const reaches = there === undefined || isAbove(world.me.value?.rank ?? 'visitor', there.rank);
  const when = momentOf(atMs, language.value, Date.now());
  return (
    <article class="report" aria-label={t('hosting.about', { by, about })}>
      <header>
        <h3>{t('hosting.about', { by, about })}</h3>
        <small class="muted">{[when, place, there && t('hosting.here')].filter(Boolean).join(' · ')}</small>
      </header>
      <blockquote>{text}</blockquote>
      {lines.length === 0 ? (
        <p class="muted small">{t('hosting.noLines')}</p>
      ) : (
        <details>
          <summary>{t('hosting.lines', { n: lines.length })}</summary>
          <ol class="report-lines">
            {lines.map((line) => (
              <li key={`${line.atMs} ${line.name} ${line.text}`}>
                <small class="muted">{momentOf(line.atMs, language.value, Date.now())}</small>
                <span>
                  <b>{line.name}</b> {line.text}
                </span>
              </li>
            ))}
          </ol>
        </details>
      )}
      <div class="report-verbs">
        {there && reaches && (
          <button
            type="button"
            class="button small"
            aria-label={t('host.sendOutFull', { name: about })}
            onClick={() => {
              ui.asking.value = { what: 'sendOut', personId: aboutId, name: about };
            }}
          >
            <Icon name="leave" size={18} />
            {t('host.sendOut')}
          </button>
        )}
        {reaches && (
          <button
            type="button"
            class="button small"
            aria-label={t('host.banFull', { name: about })}
            onClick={() => {
              ui.asking.value = { what: 'ban', personId: aboutId, name: about };
            }}
          >
            <Icon name="ban" size={18} />
            {t('host.ban')}
          </button>
        )}
        {world.people.value.has(byId) && byId !== world.myId.value && (
          <button
            type="button"
            class="button small"
            onClick={() => {
              onClose();
              app.actions.talk.write(byId);
            }}
          >
            <Icon name="chat" size={18} />
            {t('hosting.write', { name: by })}
          </button>
        )}
        <button type="button" class="button small" aria-label={t('hosting.settleFull', { by, about })} onClick={onSettle}>
          <Icon name="check" size={18} />
          {t('hosting.settle')}
        </button>
      </div>
    </article>
  );
}
