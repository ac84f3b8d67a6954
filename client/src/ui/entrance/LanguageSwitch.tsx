// The language, by its own name: side by side when there are two, a list when there are more.
import { nameOfLanguage } from '../../i18n/languages.ts';
import { Choice } from '../kit/Choice.tsx';
import { useUi } from '../Ui.ts';

export function LanguageSwitch({ labelHidden }: { labelHidden?: boolean }) {
  const { app, language, languages, t } = useUi();
  const choose = (tag: string): void => app.preferences.set({ language: tag });
  const tags = [...languages.keys()];
  if (tags.length <= 2)
    return (
      <Choice
        label={t('entrance.language')}
        labelHidden={labelHidden === true}
        value={language.value}
        options={tags.map((tag) => ({ value: tag, label: nameOfLanguage(tag), lang: tag }))}
        onChoose={choose}
      />
    );
  return (
    <label class="select">
      <span class={labelHidden ? 'visually-hidden' : ''}>{t('entrance.language')}</span>
      <select value={language.value} onChange={(event) => choose(event.currentTarget.value)}>
        {tags.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {nameOfLanguage(tag)}
          </option>
        ))}
      </select>
    </label>
  );
}
