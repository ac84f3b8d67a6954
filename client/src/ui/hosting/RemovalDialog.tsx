// Sends somebody out, or bans them: who, why, and of a ban how long and whether their network too. A ban can be taken back from its note.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { Choice } from '../kit/Choice.tsx';
import { CountedField } from '../kit/CountedField.tsx';
import { Switch } from '../kit/Switch.tsx';
import { type Ui, useUi } from '../Ui.ts';
import type { Asking } from './Asking.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { useAskOnce } from './useAskOnce.ts';

const HOURS = { hour: 1, day: 24, week: 168, forEver: null } as const;
type Length = keyof typeof HOURS;
const LENGTHS = Object.keys(HOURS) as Length[];
const MINUTE_MS = 60_000;

interface RemovalDialogProps {
  asking: Extract<Asking, { what: 'sendOut' | 'ban' | 'report' }>;
  kind: 'sendOut' | 'ban';
  onClose: () => void;
}

export function RemovalDialog({ asking: { personId, name }, kind, onClose }: RemovalDialogProps) {
  const ui = useUi();
  const { app, t } = ui;
  const once = useAskOnce();
  const reason = useSignal('');
  const length = useSignal<Length>('day');
  const network = useSignal(false);
  const n = tuning.sentOutMs / MINUTE_MS;
  const tooLong = lengthOf(normaliseWords(reason.value)) > tuning.reasonLength;

  const sendOut = (): Promise<void> =>
    once.run(
      () => app.actions.ask('sendOut', { personId, reason: normaliseWords(reason.value) }),
      () => {
        app.toasts.add({ key: 'sendOut.done', words: { name, n } });
        onClose();
      },
    );
  const ban = (): Promise<void> =>
    once.run(
      () =>
        app.actions.ask('ban', {
          ...{ personId, reason: normaliseWords(reason.value) },
          ...{ hours: HOURS[length.value], network: network.value },
        }),
      ({ ban }) => {
        app.toasts.add({ key: 'ban.done', words: { name }, undo: () => void lift(ui, ban, name) });
        onClose();
      },
    );
  return (
    <ConfirmDialog
      title={t(`${kind}.title`, { name })}
      verb={t(`${kind}.do`)}
      busy={once.busy}
      problem={once.problem}
      disabled={tooLong}
      onDo={() => void (kind === 'ban' ? ban() : sendOut())}
      onClose={onClose}
    >
      <p>{kind === 'ban' ? t('ban.text') : t('sendOut.text', { n })}</p>
      <CountedField
        label={t('removal.why')}
        hint={t('removal.whyHint', { name })}
        value={reason.value}
        limit={tuning.reasonLength}
        problem={tooLong ? t('refusal.textTooLong') : undefined}
        onInput={(value) => {
          reason.value = value;
        }}
      />
      {kind === 'ban' && (
        <>
          <Choice
            label={t('ban.howLong')}
            value={length.value}
            options={LENGTHS.map((value) => ({ value, label: t(`ban.${value}`) }))}
            onChoose={(value) => {
              length.value = value;
            }}
          />
          <Switch
            label={t('ban.network')}
            hint={t('ban.networkHint')}
            on={network.value}
            onChange={(on) => {
              network.value = on;
            }}
          />
        </>
      )}
    </ConfirmDialog>
  );
}

/** @returns whether the ban is lifted */
export async function lift({ app }: Ui, ban: string, name: string): Promise<boolean> {
  const answer = await app.actions.ask('liftBan', { ban });
  if (isRefused(answer)) return false;
  app.toasts.add({ key: 'ban.lifted', words: { name } });
  return true;
}
