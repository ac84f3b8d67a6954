// The shared whiteboard: pens, an eraser and labels on a board that every window shows whole.
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import * as Y from 'yjs';
import { useUi } from '../../Ui.ts';
import { BoardTools, type Tool } from './BoardTools.tsx';
import {
  BOARD,
  boardSvg,
  INK_COLOURS,
  type Ink,
  isTouched,
  LABEL_SIZE,
  outlineOf,
  type Piece,
  readPiece,
  strokeOf,
} from './boardPieces.ts';
import type { SharedSheet } from './SharedSheet.ts';
import { datedName, pictureOf, saveFile } from './saveFile.ts';

const FONT = 'Nunito, system-ui, sans-serif';
const ERASER = 22;

interface Placed {
  piece: Piece;
  /** Where it stands in the shared list. */
  index: number;
}

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
  const list = sheet.doc.getArray<unknown>('board');

  useEffect(() => {
    const read = (): void => {
      placed.value = list.toArray().flatMap((value, index) => {
        const piece = readPiece(value);
        return piece ? [{ piece, index }] : [];
      });
    };
    const manager = new Y.UndoManager(list, { trackedOrigins: new Set(['board']), captureTimeout: 0 });
    const look = (): void => {
      may.value = { undo: manager.canUndo(), redo: manager.canRedo() };
    };
    for (const news of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) manager.on(news, look);
    undo.current = manager;
    list.observe(read);
    read();
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
    const touched = placed.peek().filter(({ piece }) => isTouched(piece, x, y, ERASER));
    if (touched.length === 0) return;
    // from behind: what stands before keeps its place
    change(() => {
      for (const { index } of touched.reverse()) list.delete(index);
    });
  };
  const putLabel = (at: { x: number; y: number }): void => {
    const piece = readPiece({ kind: 'label', ink: ink.peek(), x: Math.round(at.x), y: Math.round(at.y), text: label.peek() });
    if (!piece) return;
    add(piece);
    label.value = '';
  };

  const begin = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    board.current?.setPointerCapture(event.pointerId);
    const at = pointOf(event);
    if (tool.peek() === 'label') putLabel(at);
    else if (tool.peek() === 'eraser') erase(at);
    else drawing.value = [at];
  };
  const go = (event: PointerEvent): void => {
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
  const now = drawing.value;
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
          {placed.value.map(({ piece, index }) =>
            piece.kind === 'stroke' ? (
              <path key={index} d={outlineOf(piece)} fill={INK_COLOURS[piece.ink]} />
            ) : (
              <text key={index} x={piece.x} y={piece.y} fill={INK_COLOURS[piece.ink]}>
                {piece.text}
              </text>
            ),
          )}
          {now.length > 0 && <path d={outlineOf(strokeOf(ink.value, size.value, now))} fill={INK_COLOURS[ink.value]} />}
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
