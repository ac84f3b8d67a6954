// What stands in the way, what to do about it, and what to know before coming in.
import type { MessageKey } from '../../i18n/translate.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import type { EntryRefusal, OfficeProblem } from '../UiPort.ts';
import { OtherOffices } from './OtherOffices.tsx';

const ON_OFFICE: Record<OfficeProblem, MessageKey> = {
  unreachable: 'problem.unreachable',
  unknown: 'problem.unknown',
  mapBroken: 'problem.mapBroken',
};

/** `full` has its own card. */
const ON_ENTRY: Record<Exclude<EntryRefusal, 'full'>, MessageKey> = {
  protocol: 'refused.protocol',
  name: 'refused.name',
  tooMany: 'refused.tooMany',
  closed: 'refused.closed',
  invalid: 'refused.invalid',
  link: 'refused.link',
  password: 'refused.password',
  wrongPassword: 'refused.wrongPassword',
  knock: 'refused.knock',
  banned: 'refused.banned',
  invitation: 'refused.invitation',
  unreachable: 'refused.unreachable',
};

export function EntranceNotes({ refusal }: { refusal: EntryRefusal | undefined }) {
  const { app, t } = useUi();
  const problem = app.officeProblem.value;
  const kept = app.office.value?.mapProblem;
  const sentence = problem ? t(ON_OFFICE[problem]) : refusal && refusal !== 'full' ? t(ON_ENTRY[refusal]) : undefined;
  return (
    <div class="entrance-notes">
      <div role="alert">
        {sentence && (
          <p class="note strong">
            <Icon name="warning" size={20} />
            {sentence}
          </p>
        )}
      </div>
      {problem && problem !== 'unreachable' && <OtherOffices title={t('offices.title')} />}
      {kept !== undefined && (
        <p class="note">
          <Icon name="map" size={20} />
          {t('problem.mapKept', { sentence: kept })}
        </p>
      )}
      {!app.secureContext && (
        <p class="note">
          <Icon name="warning" size={20} />
          {t('problem.http')}
        </p>
      )}
    </div>
  );
}
