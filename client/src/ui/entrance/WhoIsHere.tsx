// Who is in the office before one comes in: some faces, how many, and today's coffees.
import { DEFAULT_APPEARANCE, decodeAppearance } from '@comptoir/shared/people';
import type { OfficeFacts } from '@comptoir/shared/protocol/http';
import { Portrait } from '../kit/Portrait.tsx';
import { useUi } from '../Ui.ts';

const FACES = 5;

export function WhoIsHere({ office }: { office: OfficeFacts }) {
  const { t } = useUi();
  if (office.demo) return <p class="who-is-here">{t('demo.title')}</p>;
  const faces = office.here.slice(0, FACES);
  if (office.people === 0) return <p class="who-is-here muted">{t('here.nobody')}</p>;
  const names = faces.slice(0, 3).map((person) => person.name);
  return (
    <div class="who-is-here">
      {faces.length > 0 && (
        <span class="faces" aria-hidden="true">
          {faces.map((person, index) => (
            <Portrait key={`${index}${person.name}`} appearance={decodeAppearance(person.appearance) ?? DEFAULT_APPEARANCE} size={34} />
          ))}
        </span>
      )}
      <p>
        <span>
          <strong>{t('here.count', { n: office.people })}</strong>
          {office.cupsToday > 0 && <span class="muted"> · {t('here.cups', { n: office.cupsToday })}</span>}
        </span>
        <span class="muted">
          {names.join(', ')}
          {names.length > 0 && office.people > names.length && ` ${t('here.more', { n: office.people - names.length })}`}
        </span>
      </p>
    </div>
  );
}
