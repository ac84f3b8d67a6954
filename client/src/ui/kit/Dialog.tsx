// A modal dialog on the browser's own <dialog>: focus stays inside, Esc and a click beside it close it, focus goes back where it was.
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useUi } from '../Ui.ts';
import { IconButton } from './IconButton.tsx';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  class?: string;
  /** The heading is read but not seen. */
  titleHidden?: boolean;
  /** Something inside has `autofocus`; else the heading is where reading begins. */
  ownFocus?: boolean;
}

export function Dialog({ title, onClose, children, class: extra, titleHidden, ownFocus }: DialogProps) {
  const { t } = useUi();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  // before the next key: it is for the dialog, and no shortcut
  useLayoutEffect(() => {
    const opener = openerOf(document.activeElement);
    const element = dialog.current;
    element?.showModal();
    return () => {
      element?.close();
      if (!opener) return;
      // whose row is gone, say
      const back = opener.isConnected ? opener : document.querySelector<HTMLElement>('.microphone-button');
      back?.focus();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Esc and the close button
    <dialog
      ref={dialog}
      class={`dialog ${extra ?? ''}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div class="dialog-body">
        <header class={titleHidden ? 'visually-hidden' : 'dialog-head'}>
          <h2 id={titleId} tabIndex={-1} autofocus={!ownFocus}>
            {title}
          </h2>
          {!titleHidden && <IconButton icon="close" label={t('word.close')} onClick={onClose} tip="none" />}
        </header>
        {children}
      </div>
    </dialog>
  );
}

/** An item of a menu goes with its menu: its button stays. */
function openerOf(element: Element | null): HTMLElement | undefined {
  const opener = element?.closest('[role="menu"]') ? element.closest('.menu-root')?.querySelector('button') : element;
  return opener instanceof HTMLElement && opener !== document.body ? opener : undefined;
}
