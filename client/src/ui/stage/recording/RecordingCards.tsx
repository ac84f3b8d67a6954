// What a recording of my talk or room asks of me: my yes or no; as whoever asked, how many have agreed; or what to do when it stopped by itself.
import { leadsTalk } from '../../../world/leadsTalk.ts';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';

export function RecordingCards({ world }: { world: World }) {
  const { view } = world.auditorium.recording.value ?? {};
  if (!world.auditorium.stage.value && world.talk.conversation.value?.kind !== 'meeting') return null;
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

const isRoom = ({ talk }: World): boolean => talk.conversation.value?.kind === 'meeting';

function ConsentCard({ world }: { world: World }) {
  const { app, t } = useUi();
  const { by = '', state, keptDays = 0, of } = world.auditorium.recording.value?.view ?? {};
  const name = world.people.value.get(by)?.name ?? t('host.somebody');
  const inTalk = isUp(world) ? (state === 'asking' ? 'begin' : 'up') : 'floor';
  const variant = of === 'meeting' ? (state === 'asking' ? 'room' : 'roomOn') : inTalk;
  const where = of === 'meeting' ? 'room' : 'talk';
  const title = t(`recording.consent.${variant}`, { name });
  const answer = (yes: boolean) => () => void app.actions.ask('agreeRecording', { yes });
  return (
    <section class="ring-card role-card recording-card consent-card" aria-label={t('recording.consent.label')}>
      <Icon name="record" size={26} />
      <p>
        <b>{title}</b>
        <span class="muted">{t(`recording.consent.what.${where}`)}</span>
        <span class="muted">{t(`recording.consent.where.${where}`, { n: keptDays })}</span>
        <span class="muted">{t(`recording.consent.withdraw.${where}`)}</span>
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
  const { state, of } = world.auditorium.recording.value?.view ?? {};
  if (of !== 'meeting' && !isUp(world)) return null;
  const variant = of === 'meeting' ? 'room' : state === 'asking' ? 'asking' : 'on';
  return (
    <section class="ring-card role-card recording-card" aria-label={t('recording.consent.label')}>
      <Icon name={variant === 'on' ? 'ear' : 'record'} size={26} />
      <p>
        <b>{t(`recording.refused.${variant}`)}</b>
        <span class="muted">{t(`recording.refused.${variant}Hint`)}</span>
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
  // in a room its strip says so to everybody
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
        <span class="muted">{t(`recording.problem.${isRoom(world) ? 'room.' : ''}${problem}`)}</span>
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
