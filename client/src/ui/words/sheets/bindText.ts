// Keeps a text field and a shared text the same, both ways, with the caret where one left it.
import type * as Y from 'yjs';
import { moveCaret, textChange } from './textChange.ts';

/** What bindText needs of a textarea. */
export type Field = Pick<
  HTMLTextAreaElement,
  'value' | 'selectionStart' | 'selectionEnd' | 'setSelectionRange' | 'addEventListener' | 'removeEventListener'
>;

/**
 * @param most characters (UTF-16 units) of the whole text; what goes beyond is taken back out of the field
 * @param tooLong called then
 * @returns ends it
 */
export function bindText(field: Field, text: Y.Text, most: number, tooLong: () => void): () => void {
  const show = (): void => {
    field.value = text.toString();
  };
  const onInput = (): void => {
    const before = text.toString();
    const change = textChange(before, field.value, field.selectionEnd);
    if (!change) return;
    if (change.inserted.length > change.removed && before.length + change.inserted.length - change.removed > most) {
      show();
      field.setSelectionRange(change.at + change.removed, change.at + change.removed);
      tooLong();
      return;
    }
    text.doc?.transact(() => {
      if (change.removed > 0) text.delete(change.at, change.removed);
      if (change.inserted !== '') text.insert(change.at, change.inserted);
    }, field);
  };
  const onChange = (event: Y.YTextEvent): void => {
    if (event.transaction.origin === field) return;
    const { selectionStart, selectionEnd } = field;
    show();
    field.setSelectionRange(moveCaret(selectionStart, event.delta), moveCaret(selectionEnd, event.delta));
  };
  show();
  field.addEventListener('input', onInput);
  text.observe(onChange);
  return () => {
    field.removeEventListener('input', onInput);
    text.unobserve(onChange);
  };
}
