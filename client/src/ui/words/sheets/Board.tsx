// The shared whiteboard: pens, an eraser and labels on a board that every window shows whole.
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import * as Y from 'yjs';
import { useUi } from '../../Ui.ts';
import { BoardPieces, DrawnLine, type Known, type Placed, placedOf } from './BoardDrawing.tsx';
import { BoardTools, type Tool } from './BoardTools.tsx';
import { BOARD, boardSvg, type Ink, isTouched, LABEL_SIZE, type Piece, readPiece, strokeOf } from './boardPieces.ts';
import type { SharedSheet } from './SharedSheet.ts';
import { datedName, pictureOf, saveFile } from './saveFile.ts';

const FONT = 'Nunito, system-ui, sans-serif';
const ERASER = 22;

export function Board({ sheet }: { sheet: SharedSheet }) {
  const { app, t } = useUi();
  const tool = useSignal<Tool>('pen');
  const ink = useSignal<Ink>('ink');
  const size = useSignal(6);
  const label = useSignal('');
  const placed = useSignal<readonly Placed[]>([]);
  const drawing = useSignal<readonly { x: number; y: number }[]>([]);
  const may = useSignal({ undo: false, redo: false });
  const board = useRef<SVGSVGElement>(null);
  const undo = useRef<Y.UndoManager | undefined>(undefined);
  const known = useRef<Known>(new WeakMap());
  const list = sheet.doc.getArray<unknown>('board');

  useEffect(() => {
    const read = (): void => {
      placed.value = list.toArray().flatMap((value) => placedOf(value, known.current) ?? []);
    };
    const manager = new Y.UndoManager(list, { trackedOrigins: new Set(['board']), captureTimeout: 0 });
    const look = (): void => {
      may.value = { undo: manager.canUndo(), redo: manager.canRedo() };
    };
    for (const news of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) manager.on(news, look);
    undo.current = manager;
    list.observe(read);
    read();
    board.current?.closest('.sheet-panel')?.querySelector<HTMLElement>('input:checked')?.focus();
    return () => {
      list.unobserve(read);
      manager.destroy();
    };
  }, [sheet]);

  const change = (run: () => void): void => sheet.doc.transact(run, 'board');
  const add = (piece: Piece): void => {
    if (list.length >= tuning.boardStrokes) app.toasts.add({ key: 'sheet.boardFull' });
    else change(() => list.push([piece]));
  };
  const pointOf = (event: PointerEvent): { x: number; y: number } => {
    const to = board.current?.getScreenCTM()?.inverse();
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(to);
    return { x, y };
  };
  const erase = ({ x, y }: { x: number; y: number }): void => {
    const values = list.toArray();
    const isUnder = (value: unknown): boolean => {
      const found = placedOf(value, known.current);
      return found !== undefined && isTouched(found.piece, x, y, ERASER);
    };
    if (!values.some(isUnder)) return;
    change(() => {
      // from behind: what stands before keeps its place
      for (let n = values.length - 1; n >= 0; n--) if (isUnder(values[n])) list.delete(n);
    });
  };
  const putLabel = (at: { x: number; y: number }): void => {
    const piece = readPiece({ kind: 'label', ink: ink.peek(), x: Math.round(at.x), y: Math.round(at.y), text: label.peek() });
    if (!piece) return;
    add(piece);
    label.value = '';
  };

  const begin = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    board.current?.setPointerCapture(event.pointerId);
    const at = pointOf(event);
    if (tool.peek() === 'label') putLabel(at);
    else if (tool.peek() === 'eraser') erase(at);
    else drawing.value = [at];
  };
  const go = (event: PointerEvent): void => {
    if (!event.isPrimary) return;
    if (tool.peek() === 'eraser' && event.buttons === 1) erase(pointOf(event));
    else if (drawing.peek().length > 0) drawing.value = [...drawing.peek(), ...moves(event).map(pointOf)];
  };
  const finish = (): void => {
    const path = drawing.peek();
    drawing.value = [];
    if (path.length > 0) add(strokeOf(ink.peek(), size.peek(), path));
  };

  const pieces = placed.value.map(({ piece }) => piece);
  const save = async (kind: 'svg' | 'png'): Promise<void> => {
    const svg = boardSvg(pieces, FONT);
    try {
      const file = kind === 'svg' ? new Blob([svg], { type: 'image/svg+xml' }) : await pictureOf(svg, BOARD.width, BOARD.height);
      saveFile(datedName(t('sheet.whiteboard'), kind, Date.now()), file);
    } catch {
      app.toasts.add({ key: 'sheet.notSaved' });
    }
  };
  return (
    <>
      <BoardTools
        tool={tool}
        ink={ink}
        size={size}
        label={label}
        may={may.value}
        isEmpty={pieces.length === 0}
        onUndo={() => undo.current?.undo()}
        onRedo={() => undo.current?.redo()}
        onClear={() => change(() => list.delete(0, list.length))}
        // by keyboard: below one another at the left
        onPutLabel={() => putLabel({ x: 60, y: 80 + (pieces.filter(({ kind }) => kind === 'label').length % 18) * 50 })}
        onSave={(kind) => void save(kind)}
      />
      <div class="board-place">
        <svg
          ref={board}
          class={`board tool-${tool.value}`}
          viewBox={`0 0 ${BOARD.width} ${BOARD.height}`}
          role="img"
          aria-label={t('sheet.boardLabel', { n: pieces.length, labels: labelsIn(pieces) })}
          font-family={FONT}
          font-size={LABEL_SIZE}
          font-weight="600"
          onPointerDown={begin}
          onPointerMove={go}
          onPointerUp={finish}
          onPointerCancel={finish}
        >
          <rect class="board-paper" x="1.5" y="1.5" width={BOARD.width - 3} height={BOARD.height - 3} rx="14" />
          <BoardPieces placed={placed} />
          <DrawnLine path={drawing} ink={ink} size={size} />
        </svg>
      </div>
    </>
  );
}

/** Between two frames a pen moves several times. */
const moves = (event: PointerEvent): PointerEvent[] => {
  const all = event.getCoalescedEvents?.() ?? [];
  return all.length > 0 ? all : [event];
};

const labelsIn = (pieces: readonly Piece[]): string => pieces.flatMap((piece) => (piece.kind === 'label' ? [piece.text] : [])).join(', ');
