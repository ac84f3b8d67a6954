// What is set of a talk: title, language, whether questions have names, who may come up.
import { tuning } from '@comptoir/shared/tuning';
import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { SelectField } from '../appointments/SelectField.tsx';
import { CountedField } from '../kit/CountedField.tsx';
import { Switch } from '../kit/Switch.tsx';
import { useUi } from '../Ui.ts';
import { talkLanguages } from './talkLanguages.ts';

export interface TalkDraft {
  title: string;
  language: string;
  anonymous: boolean;
  openStage: boolean;
  /** A title of a chapter in each line. */
  programme: string;
  /** Of one that has not begun. */
  record?: boolean;
}

export function TalkFields({ draft }: { draft: Signal<TalkDraft> }) {
  const { t, language } = useUi();
  const set = (change: Partial<TalkDraft>): void => {
    draft.value = { ...draft.peek(), ...change };
  };
  const id = useId();
  const { title, language: spoken, anonymous, openStage, programme, record } = draft.value;
  return (
    <div class="talk-fields">
      <CountedField
        label={t('stage.title')}
        hint={t('stage.titleHint')}
        value={title}
        limit={tuning.talkTitleLength}
        onInput={(value) => set({ title: value })}
        inputRef={focusOnce}
      />
      <SelectField
        label={t('stage.language')}
        value={spoken}
        options={talkLanguages([language.value, spoken])}
        onChoose={(value) => set({ language: value })}
      />
      <div class="field">
        <label for={id}>{t('stage.programme')}</label>
        <div class="field-box tall">
          <textarea
            id={id}
            rows={3}
            value={programme}
            placeholder={t('stage.programmePlaceholder')}
            aria-describedby={`${id}-hint`}
            onInput={(event) => set({ programme: event.currentTarget.value })}
          />
        </div>
        <p id={`${id}-hint`} class="field-hint muted">
          {t('stage.programmeHint')}
        </p>
      </div>
      <Switch label={t('stage.anonymous')} hint={t('stage.anonymousHint')} on={anonymous} onChange={(on) => set({ anonymous: on })} />
      <Switch label={t('stage.openStage')} hint={t('stage.openStageHint')} on={openStage} onChange={(on) => set({ openStage: on })} />
      {record !== undefined && (
        <Switch label={t('recording.wish')} hint={t('recording.wishHint')} on={record} onChange={(on) => set({ record: on })} />
      )}
    </div>
  );
}

/** The dialog is opened to type a title. */
const focusOnce = (element: HTMLInputElement | null): void => element?.setAttribute('autofocus', '');
