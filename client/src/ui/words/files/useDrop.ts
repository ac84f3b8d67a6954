// Files dragged over an element: it shows that it takes them, and gets them when they are let go.
import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

export interface Drop {
  /** Files hang over it now. */
  isOver: ReadonlySignal<boolean>;
  handlers: Record<'onDragEnter' | 'onDragOver' | 'onDragLeave' | 'onDrop', (event: DragEvent) => void>;
}

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/** @param take undefined: no files are taken now */
export function useDrop(take: ((files: File[]) => void) | undefined): Drop {
  const isOver = useSignal(false);
  // over children one enters and leaves many times
  const depth = useRef(0);
  const end = (): void => {
    depth.current = 0;
    isOver.value = false;
  };
  return {
    isOver,
    handlers: {
      onDragEnter(event) {
        if (!take || !hasFiles(event)) return;
        depth.current++;
        isOver.value = true;
      },
      onDragOver(event) {
        if (!hasFiles(event)) return;
        // or the browser would leave this page for the file
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = take ? 'copy' : 'none';
      },
      onDragLeave(event) {
        if (!hasFiles(event)) return;
        depth.current--;
        if (depth.current <= 0) end();
      },
      onDrop(event) {
        if (!hasFiles(event)) return;
        event.preventDefault();
        end();
        take?.([...(event.dataTransfer?.files ?? [])]);
      },
    },
  };
}
