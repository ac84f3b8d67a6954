// What hosts, and the command line, did in this office: the latest first.
import type { World } from '../../world/World.ts';
import { placeName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';
import { auditDetails, auditSentence } from './auditSentence.ts';
import { ListState } from './ListState.tsx';
import { momentOf } from './momentOf.ts';
import { useList } from './useList.ts';

export function AuditList({ world }: { world: World }) {
  const { app, t, language } = useUi();
  const asked = useList(() => app.actions.ask('audit', {}));
  const placeOf = (areaId: string): string => {
    const area = world.ground.value.map.areas.find(({ id }) => id === areaId);
    return area ? placeName(area, language.value) : '';
  };
  return (
    <div>
      <ListState asked={asked} icon="check" empty={t('hosting.noAudit')} />
      <ol class="host-list audit">
        {asked.list?.map((entry) => {
          const details = auditDetails(entry, t, placeOf);
          return (
            <li key={`${entry.atMs} ${entry.act} ${entry.by} ${entry.target}`}>
              <small class="muted">{momentOf(entry.atMs, language.value, Date.now())}</small>
              <span class="person-words">
                <span>{auditSentence(entry, t)}</span>
                {details !== '' && <small class="muted">{details}</small>}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
