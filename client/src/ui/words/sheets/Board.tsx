// The shared whiteboard: pens, an eraser and labels on a board that every window shows whole.
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import * as Y from 'yjs';
import { useUi } from '../../Ui.ts';
import { BoardPieces, DrawnLine, type Known, type Placed, placedOf } from './BoardDrawing.tsx';
import { BoardTools, type Tool } from './BoardTools.tsx';
import { BOARD, boardSvg, type Ink, isTouched, LABEL_SIZE, type Piece, readPiece } from './boardPieces.ts';
import { changedIn, LiveStroke } from './LiveStroke.ts';
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
  const live = useRef<LiveStroke | undefined>(undefined);
  const list = sheet.doc.getArray<unknown>('board');
  /** What I am drawing is shown by itself. */
  const read = (): void => {
    const mine = live.current?.value;
    placed.value = list.toArray().flatMap((value) => (value !== mine && placedOf(value, known.current)) || []);
  };

  useEffect(() => {
    const manager = new Y.UndoManager(list, { trackedOrigins: new Set(['board']), captureTimeout: 0 });
    const look = (): void => {
      may.value = { undo: manager.canUndo(), redo: manager.canRedo() };
    };
    for (const news of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) manager.on(news, look);
    undo.current = manager;
    const readAnew = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      for (const member of changedIn(list, events)) known.current.delete(member);
      read();
    };
    list.observeDeep(readAnew);
    read();
    board.current?.closest('.sheet-panel')?.querySelector<HTMLElement>('input:checked')?.focus();
    return () => {
      finish();
      list.unobserveDeep(readAnew);
      manager.destroy();
    };
  }, [sheet]);

  const change = (run: () => void): void => sheet.doc.transact(run, 'board');
  const hasRoom = (): boolean => {
    const isFull = list.length >= tuning.boardStrokes;
    if (isFull) app.toasts.add({ key: 'sheet.boardFull' });
    return !isFull;
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
    if (!piece || !hasRoom()) return;
    change(() => list.push([piece]));
    label.value = '';
  };

  const draw = (points: readonly { x: number; y: number }[]): void => {
    drawing.value = [...drawing.peek(), ...points];
    live.current?.add(points);
  };
  const begin = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    board.current?.setPointerCapture(event.pointerId);
    const at = pointOf(event);
    if (tool.peek() === 'label') putLabel(at);
    else if (tool.peek() === 'eraser') erase(at);
    else if (undo.current && hasRoom()) {
      live.current = new LiveStroke(list, undo.current, ink.peek(), size.peek());
      draw([at]);
    }
  };
  const go = (event: PointerEvent): void => {
    if (!event.isPrimary) return;
    if (tool.peek() === 'eraser' && event.buttons === 1) erase(pointOf(event));
    else if (live.current) draw(moves(event).map(pointOf));
  };
  const finish = (): void => {
    const line = live.current;
    if (!line) return;
    live.current = undefined;
    line.end();
    drawing.value = [];
    read();
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
          <rect class="board-paper" width={BOARD.width} height={BOARD.height} />
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
