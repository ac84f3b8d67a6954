// A small dialog before something that others feel: what it does, what is wrong, the one strong button, and a way out.
import type { ComponentChildren } from 'preact';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

interface ConfirmDialogProps {
  title: string;
  children: ComponentChildren;
  /** What the strong button says. */
  verb: string;
  busy: boolean;
  problem: string | undefined;
  /** The button is there, but does nothing now. */
  disabled?: boolean;
  onDo: () => void;
  onClose: () => void;
}

export function ConfirmDialog({ title, children, verb, busy, problem, disabled, onDo, onClose }: ConfirmDialogProps) {
  const { t } = useUi();
  const idle = busy || disabled === true;
  return (
    <Dialog title={title} onClose={onClose} class="confirm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!idle) onDo();
        }}
      >
        {children}
        {problem && (
          <p class="note strong" role="alert">
            <Icon name="warning" size={20} />
            {problem}
          </p>
        )}
        <div class="dialog-verbs">
          <button type="submit" class="button strong" aria-disabled={idle}>
            {verb}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t('word.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
