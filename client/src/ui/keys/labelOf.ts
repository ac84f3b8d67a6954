// What a shortcut is called: its label is a key of the dictionaries.
import type { Shortcut } from '../../actions.ts';
import { en } from '../../i18n/en.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';

/** A label that no dictionary knows is shown as it is. */
export const labelOf = (shortcut: Shortcut, t: Say): string =>
  Object.hasOwn(en, shortcut.label) ? t(shortcut.label as MessageKey) : shortcut.label;
