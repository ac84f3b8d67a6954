// The door, for hosts: who may come in without being a member, the password, how many at a time.

import { lengthOf } from '@comptoir/shared/people';
import type { DoorMode, DoorView } from '@comptoir/shared/protocol/door';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon } from '../kit/Icon.tsx';
import { NumberField } from '../kit/NumberField.tsx';
import { readCount } from '../kit/readCount.ts';
import { useUi } from '../Ui.ts';
import { choosePassword } from './choosePassword.ts';
import { doorChanges } from './doorChanges.ts';
import { MODE_ICONS, ModeCards } from './ModeCards.tsx';
import { PasswordField } from './PasswordField.tsx';

export function DoorDialog({ world, onClose }: { world: World; onClose: () => void }) {
  const { app, t } = useUi();
  const door = useSignal<DoorView | 'unreadable' | undefined>(undefined);
  useEffect(() => {
    void app.actions.ask('door', {}).then((answer) => {
      door.value = 'ok' in answer ? answer : 'unreadable';
    });
  }, []);
  const rank = world.me.value?.rank ?? 'visitor';
  const view = door.value;
  return (
    <Dialog title={t('door.title')} class="door-dialog" onClose={onClose}>
      {view === undefined && <p class="muted">{t('door.loading')}</p>}
      {view === 'unreadable' && <p>{t('door.unreadable')}</p>}
      {typeof view === 'object' && (
        <DoorForm
          door={view}
          onSaved={(saved) => {
            door.value = saved;
            // the entrance's word for it, which the invite panel reads
            app.readOffice();
          }}
        />
      )}
      <p class="invite-foot muted">
        <span>{t('rank.mine', { rank: t(`rank.${rank}`) })}</span>
        <button type="button" class="text-button" onClick={() => app.actions.openPanel('links')}>
          {t('door.links')}
        </button>
      </p>
    </Dialog>
  );
}

function DoorForm({ door, onSaved }: { door: DoorView; onSaved: (saved: DoorView) => void }) {
  const { app, t } = useUi();
  const mode = useSignal<DoorMode>(door.mode);
  const password = useSignal('');
  const chosen = useSignal(false);
  const capacity = useSignal(String(door.capacity ?? door.mostCapacity));
  const tried = useSignal(false);
  const busy = useSignal(false);
  const said = useSignal<string | undefined>(undefined);
  const needsPassword = mode.value === 'password';
  const isShort = needsPassword && lengthOf(password.value) < tuning.passwordLeast && !(door.hasPassword && password.value === '');
  const count = readCount(capacity.value, door.mostCapacity);

  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    tried.value = true;
    said.value = undefined;
    if (busy.value || isShort || count === 'invalid') return;
    busy.value = true;
    const fresh = needsPassword && password.value !== '' ? { password: password.value } : {};
    // as many as the server allows is no limit of the office's own
    const limit = count === undefined || count === door.mostCapacity ? null : count;
    const answer = await app.actions.ask('setDoor', { mode: mode.value, capacity: limit, ...fresh });
    busy.value = false;
    if (!('ok' in answer)) return;
    said.value = doorChanges(door, answer, 'password' in fresh)
      .map((change) =>
        change.kind === 'mode'
          ? t('door.saved.mode', { mode: t(`door.mode.${change.mode}`) })
          : change.kind === 'capacity'
            ? t('door.saved.capacity', { n: change.most })
            : t(`door.saved.${change.kind}`),
      )
      .join(' ');
    password.value = '';
    chosen.value = false;
    tried.value = false;
    onSaved(answer);
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate>
      <ModeCards
        mode={mode.value}
        onChoose={(wanted) => {
          mode.value = wanted;
        }}
      />
      {needsPassword && (
        <div class="choose-password">
          <PasswordField
            key={String(chosen.value)}
            label={t(door.hasPassword ? 'door.newPassword' : 'door.password')}
            autoComplete="new-password"
            shownAtFirst
            value={password.value}
            problem={isShort && (tried.value || password.value !== '') ? t('door.passwordShort', { n: tuning.passwordLeast }) : undefined}
            onInput={(value) => {
              password.value = value;
            }}
          />
          <button
            type="button"
            class="button"
            onClick={() => {
              password.value = choosePassword((bytes) => crypto.getRandomValues(bytes));
              chosen.value = true;
            }}
          >
            <Icon name="dice" size={20} />
            {t('door.choose')}
          </button>
          <p class="field-hint muted">{door.hasPassword ? t('door.passwordKept') : t('door.passwordHint', { n: tuning.passwordLeast })}</p>
        </div>
      )}
      <NumberField
        label={t('door.capacity')}
        value={capacity.value}
        hint={t('door.capacityHint', { n: door.mostCapacity })}
        problem={count === 'invalid' ? t('door.capacityProblem', { n: door.mostCapacity }) : undefined}
        onInput={(value) => {
          capacity.value = value;
        }}
      />
      <div>
        <p class="door-now">
          <Icon name={MODE_ICONS[door.mode]} size={20} />
          {t(`door.now.${door.mode}`)}
        </p>
        <p role="status" class="copy-outcome">
          {said.value && (
            <>
              <Icon name="check" size={20} />
              {said.value}
            </>
          )}
        </p>
      </div>
      <div class="dialog-verbs">
        <button type="submit" class="button primary" aria-busy={busy.value}>
          {t('word.save')}
        </button>
      </div>
    </form>
  );
}
