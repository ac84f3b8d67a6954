// The agenda of the office: what is next, who comes how many, and for hosts planning, changing and cancelling.

import { may } from '@comptoir/shared/permissions';
import type { AppointmentView, OccurrenceView } from '@comptoir/shared/protocol/appointments';
import { useSignal } from '@preact/signals';
import type { World } from '../../world/World.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { CancelChoice } from './CancelChoice.tsx';
import { CancelledList } from './CancelledList.tsx';
import { meetingLinks } from './meetingLinks.ts';
import { OccurrenceRow } from './OccurrenceRow.tsx';
import { PlanForm } from './PlanForm.tsx';
import { RenewKey } from './RenewKey.tsx';
import { useAgenda } from './useAgenda.ts';

type View =
  | { kind: 'list' }
  | { kind: 'renew' }
  | { kind: 'plan'; planned: AppointmentView | undefined }
  | { kind: 'cancel'; occurrence: OccurrenceView };

export function AgendaDialog({ world, onClose }: { world: World; onClose: () => void }) {
  const { t } = useUi();
  const agenda = useAgenda(world);
  const view = useSignal<View>({ kind: 'list' });
  const said = useSignal<string | undefined>(undefined);
  const { answer } = agenda;
  const mayPlan = may(world.me.value?.rank ?? 'visitor', 'planMeeting');
  const shown = view.value;
  const plannedOf = (id: string): AppointmentView | undefined => answer?.planned.find((one) => one.id === id);
  const back = (sentence?: string): void => {
    said.value = sentence;
    view.value = { kind: 'list' };
    if (sentence) agenda.again();
  };
  const plan = (planned?: AppointmentView): void => {
    view.value = { kind: 'plan', planned };
  };

  if (shown.kind === 'plan')
    return (
      <Dialog key="plan" ownFocus class="agenda-dialog" title={t(shown.planned ? 'plan.change' : 'plan.new')} onClose={() => back()}>
        <PlanForm world={world} planned={shown.planned} onDone={back} />
      </Dialog>
    );
  if (shown.kind === 'cancel')
    return (
      <Dialog key="cancel" class="confirm" title={t('plan.cancelTitle', { title: shown.occurrence.title })} onClose={() => back()}>
        <CancelChoice occurrence={shown.occurrence} planned={plannedOf(shown.occurrence.id)} onDone={back} />
      </Dialog>
    );

  if (shown.kind === 'renew')
    return (
      <Dialog key="renew" class="confirm" title={t('agenda.renewTitle')} onClose={() => back()}>
        <RenewKey onDone={back} />
      </Dialog>
    );

  const links = meetingLinks(location.origin, world.officeId, '', answer?.key ?? null);
  const isEmpty = answer !== undefined && answer.next.length === 0;
  return (
    <Dialog key="list" title={t('agenda.title')} class="agenda-dialog" onClose={onClose}>
      <p role="status" class="copy-outcome">
        {said.value && (
          <>
            <Icon name="check" size={20} />
            {said.value}
          </>
        )}
      </p>
      {!answer && <p class="muted">{t(agenda.failed ? 'agenda.unreachable' : 'agenda.loading')}</p>}
      {isEmpty && (
        <div class="empty agenda-empty">
          <Icon name="calendar" size={44} />
          <p>
            <b>{t('agenda.emptyTitle')}</b>
          </p>
          <p class="muted">{t(mayPlan ? 'agenda.emptyHost' : 'agenda.empty')}</p>
          {mayPlan && (
            <button type="button" class="button primary" onClick={() => plan()}>
              {t('agenda.planThursday')}
            </button>
          )}
        </div>
      )}
      {answer && !isEmpty && (
        <>
          {mayPlan && (
            <div class="dialog-verbs">
              <button type="button" class="button primary" onClick={() => plan()}>
                <Icon name="plus" size={20} />
                {t('agenda.plan')}
              </button>
            </div>
          )}
          <ul class="agenda-list" aria-label={t('agenda.next')}>
            {answer.next.map((occurrence, i) => (
              <OccurrenceRow
                key={`${occurrence.id} ${occurrence.occurrence}`}
                world={world}
                occurrence={occurrence}
                planned={plannedOf(occurrence.id)}
                linkKey={answer.key}
                isOpen={i === 0}
                onCome={(isComing) => void agenda.come(occurrence, isComing)}
                onEdit={mayPlan ? () => plan(plannedOf(occurrence.id)) : undefined}
                onCancel={
                  mayPlan
                    ? () => {
                        view.value = { kind: 'cancel', occurrence };
                      }
                    : undefined
                }
                onGo={onClose}
              />
            ))}
          </ul>
        </>
      )}
      {answer && mayPlan && <CancelledList planned={answer.planned} nowMs={world.agenda.nowMs.value || Date.now()} onDone={back} />}
      {answer && !isEmpty && (
        <p class="agenda-foot">
          <a href={links.feed}>{t('agenda.feed')}</a>
          <small class="muted">
            {t('agenda.feedHint')} {t('agenda.whoHint')}
          </small>
        </p>
      )}
      {answer?.key && !isEmpty && mayPlan && (
        <div class="agenda-renew">
          <button
            type="button"
            class="button small"
            onClick={() => {
              view.value = { kind: 'renew' };
            }}
          >
            {t('agenda.renew')}
          </button>
        </div>
      )}
    </Dialog>
  );
}
