// The languages of my card: those I have can be taken off, others are added from a list in the language in use.
import { tuning } from '@comptoir/shared/tuning';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { CARD_LANGUAGES, languageName } from './cardParts.ts';

interface LanguageFieldProps {
  chosen: readonly string[];
  beside: ComponentChildren;
  onChange: (chosen: string[]) => void;
}

export function LanguageField({ chosen, beside, onChange }: LanguageFieldProps) {
  const { t, language } = useUi();
  const id = useId();
  const nameOf = (code: string): string => languageName(code, language.value);
  const { compare } = new Intl.Collator(language.value);
  const others = CARD_LANGUAGES.filter((code) => !chosen.includes(code)).sort((a, b) => compare(nameOf(a), nameOf(b)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons and a list that belong together
    <div class="field" role="group" aria-labelledby={id}>
      <div class="field-head">
        <span id={id}>{t('card.languages')}</span>
        {beside}
      </div>
      <div class="language-row">
        {chosen.map((code) => (
          <button
            key={code}
            type="button"
            class="language-chip"
            aria-label={t('card.removeLanguage', { language: nameOf(code) })}
            onClick={() => onChange(chosen.filter((one) => one !== code))}
          >
            {nameOf(code)}
            <Icon name="close" size={16} />
          </button>
        ))}
        {chosen.length < tuning.cardLanguages && (
          <span class="select">
            <select
              aria-label={t('card.addLanguage')}
              value=""
              onChange={({ currentTarget }) => {
                if (currentTarget.value !== '') onChange([...chosen, currentTarget.value]);
                currentTarget.value = '';
              }}
            >
              <option value="">{t('card.addLanguage')}</option>
              {others.map((code) => (
                <option key={code} value={code}>
                  {nameOf(code)}
                </option>
              ))}
            </select>
          </span>
        )}
      </div>
    </div>
  );
}
