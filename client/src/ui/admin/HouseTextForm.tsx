// One text of the house, in both languages of the pages.
import { lengthOf } from '@comptoir/shared/people';
import type { HouseTexts } from '@comptoir/shared/protocol/admin';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { useAskOnce } from '../hosting/useAskOnce.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

interface HouseTextFormProps {
  name: 'charter' | 'appeal';
  before: HouseTexts;
}

export function HouseTextForm({ name, before }: HouseTextFormProps) {
  const { app, t } = useUi();
  const once = useAskOnce();
  const fr = useSignal(before.fr);
  const en = useSignal(before.en);
  const isChanged = fr.value !== before.fr || en.value !== before.en;
  const isTooLong = Math.max(lengthOf(fr.value), lengthOf(en.value)) > tuning.houseTextLength;
  const save = (event: Event): void => {
    event.preventDefault();
    if (!isChanged || isTooLong) return;
    void once.run(
      () => app.actions.ask('setHouseText', { name, fr: fr.peek().trim(), en: en.peek().trim() }),
      () => {
        app.readHouse();
        app.readOffice();
        app.toasts.add({ key: `admin.${name}Saved` });
      },
    );
  };
  return (
    <form class="house-text" onSubmit={save} noValidate>
      <h3>{t(`admin.${name}`)}</h3>
      <p class="muted">{t(`admin.${name}Hint`)}</p>
      <div class="house-text-pair">
        <TextField label="Français" lang="fr" value={fr.value} onInput={(value) => (fr.value = value)} about={t(`admin.${name}`)} />
        <TextField label="English" lang="en" value={en.value} onInput={(value) => (en.value = value)} about={t(`admin.${name}`)} />
      </div>
      {once.problem && (
        <p class="note strong" role="alert">
          <Icon name="warning" size={20} />
          {once.problem}
        </p>
      )}
      <div class="dialog-verbs">
        <button
          type="submit"
          class="button primary"
          aria-disabled={!isChanged || isTooLong || once.busy}
          aria-label={t(`admin.${name}Save`)}
        >
          {t('word.save')}
        </button>
      </div>
    </form>
  );
}

interface TextFieldProps {
  label: string;
  about: string;
  lang: string;
  value: string;
  onInput: (value: string) => void;
}

function TextField({ label, about, lang, value, onInput }: TextFieldProps) {
  const { t } = useUi();
  const id = useId();
  const used = lengthOf(value);
  const left = tuning.houseTextLength - used;
  return (
    <div class="field">
      <label for={id} lang={lang}>
        <span class="visually-hidden">{about}: </span>
        {label}
      </label>
      <div class={left < 0 ? 'field-box tall has-problem' : 'field-box tall'}>
        <textarea
          id={id}
          lang={lang}
          rows={6}
          value={value}
          aria-invalid={left < 0}
          aria-describedby={`${id}-count`}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <span id={`${id}-count`} class={left < 0 ? 'counter over' : 'counter'}>
          {left < 0 ? t('counter.over', { n: -left }) : t('counter.of', { used, limit: tuning.houseTextLength })}
        </span>
      </div>
    </div>
  );
}
