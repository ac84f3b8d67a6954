// One of my passkeys: its name, which can be changed, since when, and how to remove it.
import { accountLimits, type PasskeyView } from '@comptoir/shared/protocol/accounts';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { CountedField } from '../kit/CountedField.tsx';
import { Icon } from '../kit/Icon.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { useUi } from '../Ui.ts';
import type { AccountParts } from './AccountParts.ts';
import { useDayWords } from './useDayWords.ts';

export function PasskeyRow({ passkey, ask, confirm, say }: AccountParts & { passkey: PasskeyView }) {
  const { app, t } = useUi();
  const { account } = app;
  const day = useDayWords();
  const { id, createdMs, usedMs, isSynced } = passkey;
  const name = passkey.name || t('ways.passkeyUnnamed');
  const typed = useSignal<string | undefined>(undefined);
  const field = useRef<HTMLInputElement | null>(null);
  const row = useRef<HTMLLIElement>(null);
  const isRenaming = typed.value !== undefined;
  useLayoutEffect(() => {
    if (isRenaming) field.current?.select();
  }, [isRenaming]);
  const close = (): void => {
    typed.value = undefined;
    // where one was
    requestAnimationFrame(() => row.current?.querySelector('button')?.focus());
  };
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const wanted = typed.peek()?.trim() ?? '';
    if (wanted === '' || wanted === passkey.name) return close();
    if (!(await ask.run(`rename ${id}`, () => account.renamePasskey(id, wanted)))) return;
    say(t('ways.renamed', { name: wanted }));
    close();
  };
  const used =
    usedMs === null ? t('ways.passkeyNever', { day: day(createdMs) }) : t('ways.passkeyUsed', { since: day(createdMs), day: day(usedMs) });
  return (
    <li ref={row}>
      <Icon name="key" />
      {typed.value === undefined ? (
        <>
          <p class="way-words">
            <b>{name}</b>
            <small class="muted">
              {used}
              {isSynced && ` ${t('ways.passkeySynced')}`}
            </small>
          </p>
          <IconButton
            icon="pencil"
            label={t('ways.rename', { name })}
            tip="none"
            onClick={() => {
              typed.value = passkey.name;
            }}
          />
          <IconButton
            icon="erase"
            label={t('ways.remove', { name })}
            tip="none"
            onClick={() =>
              confirm({
                title: t('ways.removePasskeyTitle', { name }),
                text: <p>{t('ways.removePasskey')}</p>,
                verb: t('ways.removeDo'),
                run: () => account.removePasskey(id),
                done: t('ways.removed', { name }),
              })
            }
          />
        </>
      ) : (
        <form
          class="rename-form"
          onSubmit={(event) => void save(event)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            // this field only, not the dialog
            event.preventDefault();
            event.stopPropagation();
            close();
          }}
        >
          <CountedField
            label={t('ways.name')}
            value={typed.value}
            limit={accountLimits.passkeyNameLength}
            autoComplete="off"
            inputRef={(element) => {
              field.current = element;
            }}
            onInput={(value) => {
              typed.value = value;
            }}
          />
          <div class="account-verbs">
            <button type="submit" class="button small primary" aria-busy={ask.busy === `rename ${id}`}>
              {t('word.save')}
            </button>
            <button type="button" class="button small" onClick={close}>
              {t('word.cancel')}
            </button>
          </div>
        </form>
      )}
    </li>
  );
}
