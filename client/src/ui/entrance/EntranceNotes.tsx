// What stands in the way, what to do about it, and what to know before coming in.
import type { MessageKey } from '../../i18n/translate.ts';
import { timeWords } from '../door/timeWords.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import type { EntryRefusal, OfficeProblem } from '../UiPort.ts';
import type { EntryForm } from './EntryForm.ts';
import { OtherOffices } from './OtherOffices.tsx';

const ON_OFFICE: Record<OfficeProblem, MessageKey> = {
  unreachable: 'problem.unreachable',
  unknown: 'problem.unknown',
  mapBroken: 'problem.mapBroken',
};

/** The others have a screen or a card of their own. */
const ON_ENTRY: Record<Exclude<EntryRefusal, 'full' | 'banned'>, MessageKey> = {
  protocol: 'refused.protocol',
  name: 'refused.name',
  tooMany: 'refused.tooMany',
  closed: 'refused.closed',
  invalid: 'refused.invalid',
  link: 'refused.link',
  password: 'refused.password',
  wrongPassword: 'refused.wrongPassword',
  knock: 'refused.knock',
  invitation: 'refused.invitation',
  signIn: 'refused.signIn',
  charter: 'refused.charter',
  unreachable: 'refused.unreachable',
};

export function EntranceNotes({ form }: { form: EntryForm }) {
  const { app, t, language } = useUi();
  const refused = form.refusal.value;
  const isAtField = form.screen.value === 'password' && (refused === 'wrongPassword' || refused === 'tooMany');
  const refusal = refused === 'full' || refused === 'banned' || isAtField ? undefined : refused;
  const time = timeWords(form.againAtMs.value, Date.now(), language.value);
  const problem = app.officeProblem.value;
  const kept = app.office.value?.mapProblem;
  const sentence = problem ? t(ON_OFFICE[problem]) : refusal ? t(ON_ENTRY[refusal], { time }) : undefined;
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
