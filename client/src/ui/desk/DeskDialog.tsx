// My desk: the way there, what lies on it, and giving it up.
import { useSignal } from '@preact/signals';
import type { World } from '../../world/World.ts';
import { ConfirmDialog } from '../hosting/ConfirmDialog.tsx';
import { useAskOnce } from '../hosting/useAskOnce.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { DeskNotes } from './DeskNotes.tsx';
import { deskLabel } from './deskLabel.ts';
import { desksOf } from './desksOf.ts';

export function DeskDialog({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t, language } = useUi();
  const isGivingUp = useSignal(false);
  const mine = world.desks.mine.value;
  const desk = mine === undefined ? undefined : desksOf(world.ground.value, []).find((one) => one.desk === mine);
  return (
    <Dialog title={t('desk.mine')} class="desk-dialog" onClose={onClose}>
      {mine === undefined ? (
        <div class="empty">
          <Icon name="desk" size={40} />
          <p>
            <b>{t('desk.none')}</b>
          </p>
          <p class="muted">{t('desk.noneHint')}</p>
        </div>
      ) : (
        <>
          {/* a map without it any more has no name for it */}
          {desk && <p class="muted desk-place">{deskLabel(desk, language.value, t)}</p>}
          <DeskNotes world={world} onClose={onClose} />
          <div class="dialog-verbs">
            {desk && (
              <button
                type="button"
                class="button primary"
                onClick={() => {
                  onClose();
                  void app.actions.goToMyDesk();
                }}
              >
                <Icon name="walk" size={20} />
                {t('desk.go')}
              </button>
            )}
            <button
              type="button"
              class="button"
              onClick={() => {
                isGivingUp.value = true;
              }}
            >
              {t('desk.giveUp')}
            </button>
          </div>
        </>
      )}
      {isGivingUp.value && (
        <GiveUp
          onClose={() => {
            isGivingUp.value = false;
          }}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}

function GiveUp({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { app, t } = useUi();
  const once = useAskOnce();
  const giveUp = (): void =>
    void once.run(
      () => app.actions.ask('giveUpDesk', {}),
      () => {
        app.toasts.add({ key: 'desk.gaveUp' });
        onDone();
      },
    );
  return (
    <ConfirmDialog title={t('desk.giveUp')} verb={t('desk.giveUp')} busy={once.busy} problem={once.problem} onDo={giveUp} onClose={onClose}>
      <p>{t('desk.giveUpText')}</p>
    </ConfirmDialog>
  );
}

/** Of hosts. */
export function FreeDeskDialog({ desk, name, onClose }: { desk: string; name: string; onClose: () => void }) {
  const { app, t } = useUi();
  const once = useAskOnce();
  const free = async (): Promise<void> => {
    await once.run(
      () => app.actions.ask('freeDesk', { desk }),
      () => {
        app.toasts.add({ key: 'desk.freed', words: { name } });
        onClose();
      },
    );
  };
  return (
    <ConfirmDialog
      title={t('desk.freeFull', { name })}
      verb={t('desk.free')}
      busy={once.busy}
      problem={once.problem}
      onDo={() => void free()}
      onClose={onClose}
    >
      <p>{t('desk.freeText')}</p>
    </ConfirmDialog>
  );
}
