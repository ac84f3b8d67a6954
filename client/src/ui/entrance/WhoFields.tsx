// Who I am: my name, what I do and how I look; or that I have an account, which knows all of it.
import { tuning } from '@comptoir/shared/tuning';
import type { RefObject } from 'preact';
import { CountedField } from '../kit/CountedField.tsx';
import { useUi } from '../Ui.ts';
import { AvatarPicker } from './AvatarPicker.tsx';
import type { EntryForm } from './EntryForm.ts';
import { sentenceOnName, sentenceOnTrade } from './entryProblem.ts';

interface WhoFieldsProps {
  form: EntryForm;
  nameField: RefObject<HTMLInputElement | null>;
  onEdit: () => void;
  onSignIn: () => void;
}

export function WhoFields({ form, nameField, onEdit, onSignIn }: WhoFieldsProps) {
  const { app, t } = useUi();
  const facts = app.account.facts.value;
  // until the office has told, and of who is signed in, there is nothing to ask
  const mayHaveOne = facts !== undefined && !facts.account && !app.isSecond;
  return (
    <>
      <CountedField
        label={t('entrance.name')}
        value={form.name.value}
        limit={tuning.nameLength}
        placeholder={t('entrance.namePlaceholder')}
        autoComplete="given-name"
        problem={form.tried.value ? sentenceOnName(form.name.value, t) : undefined}
        inputRef={(element) => {
          nameField.current = element;
        }}
        beside={
          mayHaveOne && (
            <button type="button" class="text-button" onClick={onSignIn}>
              {t('account.have')}
            </button>
          )
        }
        onInput={(value) => {
          form.name.value = value;
        }}
      />
      <CountedField
        label={t('entrance.trade')}
        value={form.trade.value}
        limit={tuning.tradeLength}
        placeholder={t('entrance.tradePlaceholder')}
        autoComplete="organization-title"
        hint={t('entrance.tradeHint')}
        problem={sentenceOnTrade(form.trade.value, t)}
        onInput={(value) => {
          form.trade.value = value;
        }}
      />
      <AvatarPicker form={form} onEdit={onEdit} />
    </>
  );
}
