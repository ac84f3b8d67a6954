// Planning a meeting, or changing one: what, when, how often, where; the next four times are shown before anything is kept.
import type { AppointmentView } from '@comptoir/shared/protocol/appointments';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { useAskOnce } from '../hosting/useAskOnce.ts';
import { CountedField } from '../kit/CountedField.tsx';
import { Icon } from '../kit/Icon.tsx';
import { isPlace, placeName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';
import { PlanWhen } from './PlanWhen.tsx';
import { draftOf, freshDraft, type PlanDraft, planOf } from './planDraft.ts';
import { SelectField } from './SelectField.tsx';

const OWN_ZONE = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

interface PlanFormProps {
  world: World;
  /** The meeting that is changed. */
  planned: AppointmentView | undefined;
  /** With what was done, in a sentence; without one nothing was. */
  onDone: (said?: string) => void;
}

export function PlanForm({ world, planned, onDone }: PlanFormProps) {
  const { app, t, language } = useUi();
  const draft = useSignal<PlanDraft>(planned ? draftOf(planned) : freshDraft(new Date(), OWN_ZONE()));
  const asked = useAskOnce();
  const themeId = useId();
  const now = draft.value;
  const set = (part: Partial<PlanDraft>): void => {
    draft.value = { ...draft.peek(), ...part };
  };
  const save = (event: Event): void => {
    event.preventDefault();
    const plan = planOf(draft.peek());
    const sent = (): Promise<object> =>
      planned ? app.actions.ask('changeAppointment', { ...plan, appointment: planned.id }) : app.actions.ask('planAppointment', plan);
    void asked.run(sent, () => onDone(t(planned ? 'plan.changed' : 'plan.planned')));
  };
  const zones = [...new Set([now.zone, ...Intl.supportedValuesOf('timeZone'), 'UTC'])];
  const places = world.ground.value.map.areas.filter(isPlace).map((area) => ({ value: area.id, label: placeName(area, language.value) }));
  return (
    <form class="plan-form" onSubmit={save} noValidate>
      <CountedField
        label={t('plan.title')}
        value={now.title}
        limit={tuning.meetingTitleLength}
        placeholder={t('plan.titlePlaceholder')}
        hint={t('plan.titleHint')}
        autoComplete="off"
        inputRef={(element) => {
          // showModal looks for the attribute, which Preact sets as a property
          if (element && !element.hasAttribute('autofocus')) element.setAttribute('autofocus', '');
        }}
        onInput={(title) => set({ title })}
      />
      <div class="field">
        <label for={themeId}>{t('plan.theme')}</label>
        <div class="field-box tall">
          <textarea
            id={themeId}
            rows={2}
            value={now.theme}
            aria-describedby={`${themeId}-hint`}
            onInput={(event) => set({ theme: event.currentTarget.value })}
          />
        </div>
        <p id={`${themeId}-hint`} class="field-hint muted">
          {t('plan.themeHint')}
        </p>
      </div>
      <PlanWhen
        draft={now}
        onChange={(changed) => {
          draft.value = changed;
        }}
      />
      <div class="plan-where">
        <SelectField
          label={t('plan.place')}
          value={now.place}
          options={[{ value: '', label: t('agenda.atMachine') }, ...places]}
          onChoose={(place) => set({ place })}
        />
        <SelectField
          label={t('plan.zone')}
          value={now.zone}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
          hint={t('plan.zoneHint')}
          onChoose={(zone) => set({ zone })}
        />
      </div>
      {asked.problem && (
        <p class="note strong" role="alert">
          <Icon name="warning" size={20} />
          {asked.problem}
        </p>
      )}
      <div class="dialog-verbs at-foot">
        <button type="submit" class="button primary" aria-busy={asked.busy}>
          {asked.busy ? t('plan.saving') : t(planned ? 'plan.saveChange' : 'plan.save')}
        </button>
        <button type="button" class="button" onClick={() => onDone()}>
          {t('word.cancel')}
        </button>
        {planned && <small class="muted">{t('plan.keepsComing')}</small>}
      </div>
    </form>
  );
}
