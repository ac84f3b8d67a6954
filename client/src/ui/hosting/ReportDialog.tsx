// Tells the hosts about somebody: what happened, what is sent with it, who reads it; and thanks afterwards.
import { lengthOf } from '@comptoir/shared/people';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon } from '../kit/Icon.tsx';
import { setBlocked } from '../people/runPersonVerb.ts';
import { useUi } from '../Ui.ts';
import type { Asking } from './Asking.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useAskOnce } from './useAskOnce.ts';

interface ReportDialogProps {
  world: World;
  asking: Extract<Asking, { what: 'sendOut' | 'ban' | 'report' }>;
  onClose: () => void;
}

export function ReportDialog({ world, asking: { personId, name }, onClose }: ReportDialogProps) {
  const { app, t } = useUi();
  const once = useAskOnce();
  const text = useSignal('');
  const sent = useSignal(false);
  const isEmpty = useSignal(false);
  const id = useId();
  const used = lengthOf(text.value.trim());
  const left = tuning.reportLength - used;
  const send = (): void => {
    isEmpty.value = used === 0;
    if (used === 0 || left < 0) return;
    void once.run(
      () => app.actions.ask('report', { personId, text: text.peek().trim() }),
      () => {
        sent.value = true;
      },
    );
  };
  if (sent.value) return <Thanks world={world} personId={personId} name={name} onClose={onClose} />;
  const problem = isEmpty.value && used === 0 ? t('report.empty') : left < 0 ? t('refusal.textTooLong') : undefined;
  return (
    <ConfirmDialog
      title={t('report.title', { name })}
      verb={t('report.do')}
      busy={once.busy}
      problem={once.problem}
      onDo={send}
      onClose={onClose}
    >
      <div class="field">
        <label for={id}>{t('report.text')}</label>
        <div class={problem ? 'field-box tall has-problem' : 'field-box tall'}>
          <textarea
            id={id}
            rows={4}
            value={text.value}
            aria-invalid={problem !== undefined}
            aria-describedby={`${id}-count ${id}-words`}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
          />
          <span id={`${id}-count`} class={left < 0 ? 'counter over' : 'counter'}>
            {left < 0 ? t('counter.over', { n: -left }) : t('counter.of', { used, limit: tuning.reportLength })}
          </span>
        </div>
        <p id={`${id}-words`} class={problem ? 'field-problem' : 'field-hint muted'} role={problem ? 'alert' : undefined}>
          {problem ?? t('report.hint')}
        </p>
      </div>
      <ul class="what-goes">
        <li>
          <Icon name="chat" size={18} />
          {t('report.sends', { name })}
        </li>
        <li>
          <Icon name="star" size={18} />
          {t('report.reads', { name })}
        </li>
      </ul>
    </ConfirmDialog>
  );
}

function Thanks({ world, personId, name, onClose }: { world: World; personId: string; name: string; onClose: () => void }) {
  const ui = useUi();
  const { t } = ui;
  const close = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => close.current?.focus(), []);
  const blocked = world.hosting.blocks.value.has(personId);
  return (
    <Dialog title={t('report.title', { name })} onClose={onClose} class="confirm" ownFocus>
      <p role="status">
        <b>{t('report.thanks')}</b>
      </p>
      {!blocked && <p class="muted">{t('report.thanksHint', { name })}</p>}
      <div class="dialog-verbs">
        <button ref={close} type="button" class="button primary" onClick={onClose}>
          {t('word.close')}
        </button>
        {!blocked && (
          <button
            type="button"
            class="button"
            onClick={() => {
              void setBlocked(ui, { personId, name }, true);
              onClose();
            }}
          >
            <Icon name="ban" size={18} />
            {t('person.blockFull', { name })}
          </button>
        )}
      </div>
    </Dialog>
  );
}
