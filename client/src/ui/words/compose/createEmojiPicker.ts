// Makes the emoji picker's element in a language: loaded only when somebody opens it.
import en from 'emoji-picker-element/i18n/en';
import fr from 'emoji-picker-element/i18n/fr';
import Picker from 'emoji-picker-element/picker';
import enData from 'emoji-picker-element-data/en/emojibase/data.json?url';
import frData from 'emoji-picker-element-data/fr/emojibase/data.json?url';

/** English where the picker does not know the language. Focus goes to its search. */
export async function createEmojiPicker(language: string, onPick: (emoji: string) => void): Promise<HTMLElement> {
  const isFrench = language.split('-')[0] === 'fr';
  const picker = new Picker({
    locale: isFrench ? 'fr' : 'en',
    i18n: isFrench ? fr : en,
    dataSource: isFrench ? frData : enData,
  });
  picker.addEventListener('emoji-click', ({ detail }) => {
    if (detail.unicode !== undefined) onPick(detail.unicode);
  });
  const focusSearch = (): void => picker.shadowRoot?.querySelector('input')?.focus();
  requestAnimationFrame(() => requestAnimationFrame(focusSearch));
  return picker;
}
