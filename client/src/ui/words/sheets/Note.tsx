// The shared note: one text that everybody in the conversation writes at once.
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import * as Y from 'yjs';
import { useUi } from '../../Ui.ts';
import { bindText } from './bindText.ts';
import type { SharedSheet } from './SharedSheet.ts';
import { datedName, saveFile } from './saveFile.ts';

export function Note({ sheet }: { sheet: SharedSheet }) {
  const { t } = useUi();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const isTooLong = useSignal(false);
  const undo = useRef<Y.UndoManager | undefined>(undefined);
  useEffect(() => {
    const element = field.current;
    if (!element) return;
    const text = sheet.doc.getText('note');
    const unbind = bindText(element, text, tuning.noteLength, () => {
      isTooLong.value = true;
    });
    // the browser's own undo would take back what others wrote
    const manager = new Y.UndoManager(text, { trackedOrigins: new Set([element]) });
    undo.current = manager;
    element.focus();
    return () => {
      unbind();
      manager.destroy();
    };
  }, [sheet]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const isCommand = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (!isCommand || event.altKey || (key !== 'z' && key !== 'y')) return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) undo.current?.redo();
    else undo.current?.undo();
  };
  return (
    <>
      <textarea
        ref={field}
        class="note-field"
        aria-label={t('sheet.noteField')}
        placeholder={t('sheet.notePlaceholder')}
        aria-describedby={`${id}-hint`}
        dir="auto"
        onKeyDown={onKeyDown}
        onInput={() => {
          isTooLong.value = false;
        }}
      />
      <footer>
        <p id={`${id}-hint`} class={isTooLong.value ? 'field-problem' : 'muted'} role={isTooLong.value ? 'alert' : undefined}>
          {isTooLong.value ? t('sheet.tooLong', { n: tuning.noteLength }) : t('sheet.hint')}
        </p>
        <button
          type="button"
          class="button small"
          onClick={() => {
            const text = sheet.doc.getText('note').toString();
            saveFile(datedName(t('sheet.note'), 'txt', Date.now()), new Blob([text], { type: 'text/plain;charset=utf-8' }));
          }}
        >
          {t('sheet.saveText')}
        </button>
      </footer>
    </>
  );
}
