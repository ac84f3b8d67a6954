// What a recording asks of me: my yes or no; as a leader, how many have agreed; or what to do when it stopped by itself.
import { leadsTalk } from '../../../world/leadsTalk.ts';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';

export function RecordingCards({ world }: { world: World }) {
  const { view } = world.auditorium.recording.value ?? {};
  if (!world.auditorium.stage.value) return null;
  return (
    <>
      <ProblemCard world={world} />
      {view?.mine === 'asked' && <ConsentCard world={world} />}
      {view?.mine === 'refused' && <RefusedCard world={world} />}
      {view?.state === 'asking' && !['asked', 'refused'].includes(view.mine) && <AskingCard world={world} />}
    </>
  );
}

/** On the stage as far as the place is concerned: whoever is asked elsewhere is given the floor. */
const isUp = ({ surroundings }: World): boolean => surroundings.value.traits.conversation === 'stage';

function ConsentCard({ world }: { world: World }) {
  const { app, t } = useUi();
  const { by = '', state, keptDays = 0 } = world.auditorium.recording.value?.view ?? {};
  const name = world.people.value.get(by)?.name ?? t('host.somebody');
  const variant = isUp(world) ? (state === 'asking' ? 'begin' : 'up') : 'floor';
  const title = t(`recording.consent.${variant}`, { name });
  const answer = (yes: boolean) => () => void app.actions.ask('agreeRecording', { yes });
  return (
    <section class="ring-card role-card recording-card consent-card" aria-label={t('recording.consent.label')}>
      <Icon name="record" size={26} />
      <p>
        <b>{title}</b>
        <span class="muted">{t('recording.consent.what')}</span>
        <span class="muted">{t('recording.consent.where', { n: keptDays })}</span>
        <span class="muted">{t('recording.consent.withdraw')}</span>
      </p>
      <span class="consent-verbs">
        <button type="button" class="button primary small" onClick={answer(true)}>
          {t(`recording.yes.${variant}`)}
        </button>
        <button type="button" class="button small" onClick={answer(false)}>
          {t('recording.no')}
        </button>
      </span>
      {/* its appearance is the news */}
      <p class="visually-hidden" role="alert">
        {t('recording.consent.said', { title })}
      </p>
    </section>
  );
}

function RefusedCard({ world }: { world: World }) {
  const { app, t } = useUi();
  const { state } = world.auditorium.recording.value?.view ?? {};
  if (!isUp(world)) return null;
  return (
    <section class="ring-card role-card recording-card" aria-label={t('recording.consent.label')}>
      <Icon name={state === 'asking' ? 'record' : 'ear'} size={26} />
      <p>
        <b>{t(state === 'asking' ? 'recording.refused.asking' : 'recording.refused.on')}</b>
        <span class="muted">{t(state === 'asking' ? 'recording.refused.askingHint' : 'recording.refused.onHint')}</span>
      </p>
      <button type="button" class="button small" onClick={() => void app.actions.ask('agreeRecording', { yes: true })}>
        {t('recording.refused.agree')}
      </button>
    </section>
  );
}

function AskingCard({ world }: { world: World }) {
  const { app, t } = useUi();
  const { agreed = 0, waiting = 0, refused = 0 } = world.auditorium.recording.value?.view ?? {};
  const n = agreed + waiting + refused;
  if (!leadsTalk(world)) return null;
  const hint = refused > 0 ? t('recording.asking.refused', { n: refused, of: n }) : t('recording.asking.hint');
  return (
    <section class="ring-card role-card recording-card" aria-label={t('recording.asking.label')}>
      <Icon name="record" size={26} />
      <p role="status">
        <b>{n === 0 ? t('recording.asking.nobody') : t('recording.asking.agreed', { n: agreed, of: n })}</b>
        <span class="muted">{hint}</span>
      </p>
      <button type="button" class="button small" onClick={() => void app.actions.ask('record', { on: false })}>
        {t('recording.stopAsking')}
      </button>
    </section>
  );
}

function ProblemCard({ world }: { world: World }) {
  const { t } = useUi();
  const { recordingProblem } = world.auditorium;
  const problem = recordingProblem.value;
  if (problem === undefined) return null;
  return (
    <section class="ring-card role-card recording-card" aria-label={t('recording.problem.label')}>
      <Icon name="warning" size={26} />
      <p role="alert">
        <b>{t('recording.problem.title')}</b>
        <span class="muted">{t(`recording.problem.${problem}`)}</span>
      </p>
      <button
        type="button"
        class="button small"
        onClick={() => {
          recordingProblem.value = undefined;
        }}
      >
        {t('word.close')}
      </button>
    </section>
  );
}
