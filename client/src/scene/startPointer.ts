// Mouse, pen and fingers on the map: tap to walk, right click or long press for more, wheel and pinch to zoom in steps, drag to look around.
import type { Point } from '@comptoir/shared/geometry';
import type { Scope } from '../lib/Scope.ts';

export interface PointerUses {
  /** CSS px on the canvas. */
  tap(at: Point): void;
  /** A right click, or a finger that stayed where it was. */
  more(at: Point): void;
  hover(at: Point | undefined): void;
  /** CSS px moved. */
  drag(dx: number, dy: number): void;
  zoom(steps: number): void;
}

const TAP_MOVE_PX = 8;
const TAP_MS = 600;
/** Wheel travel for one step: a notch of a mouse wheel is about 100. */
const WHEEL_STEP = 80;
const WHEEL_PAUSE_MS = 180;
const PINCH_STEP = 1.35;

interface Finger {
  start: Point;
  at: Point;
  startedMs: number;
  dragged: boolean;
}

export function startPointer(scope: Scope, canvas: HTMLElement, uses: PointerUses): void {
  const fingers = new Map<number, Finger>();
  let pinch = 0;
  let wheel = 0;
  let wheelAtMs = 0;

  const placeOf = (event: PointerEvent): Point => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = (): number => {
    const [a, b] = [...fingers.values()];
    return a && b ? Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) : 0;
  };
  const pinchTo = (now: number): void => {
    if (pinch === 0 || now === 0) return;
    const ratio = now / pinch;
    if (ratio < PINCH_STEP && ratio > 1 / PINCH_STEP) return;
    uses.zoom(ratio > 1 ? 1 : -1);
    pinch = now;
  };

  scope.listen<PointerEvent>(canvas, 'pointerdown', (event) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    const at = placeOf(event);
    fingers.set(event.pointerId, { start: at, at, startedMs: event.timeStamp, dragged: fingers.size > 0 });
    canvas.setPointerCapture(event.pointerId);
    if (fingers.size === 2) {
      pinch = spread();
      for (const finger of fingers.values()) finger.dragged = true;
    }
  });
  scope.listen<PointerEvent>(canvas, 'pointermove', (event) => {
    const at = placeOf(event);
    const finger = fingers.get(event.pointerId);
    if (!finger) return uses.hover(at);
    const dx = at.x - finger.at.x;
    const dy = at.y - finger.at.y;
    finger.dragged ||= Math.hypot(at.x - finger.start.x, at.y - finger.start.y) > TAP_MOVE_PX;
    if (!finger.dragged) return;
    finger.at = at;
    if (fingers.size === 1) uses.drag(dx, dy);
    else pinchTo(spread());
  });
  const lift = (event: PointerEvent): void => {
    const finger = fingers.get(event.pointerId);
    fingers.delete(event.pointerId);
    pinch = 0;
    if (!finger || finger.dragged || event.type === 'pointercancel') return;
    if (event.timeStamp - finger.startedMs < TAP_MS) uses.tap(finger.at);
    else if (event.pointerType !== 'mouse') uses.more(finger.at);
  };
  scope.listen<PointerEvent>(canvas, 'pointerup', lift);
  scope.listen<PointerEvent>(canvas, 'pointercancel', lift);
  scope.listen<PointerEvent>(canvas, 'contextmenu', (event) => {
    event.preventDefault();
    // of a finger the lift tells
    if (fingers.size === 0) uses.more(placeOf(event));
  });
  scope.listen<PointerEvent>(canvas, 'pointerleave', () => uses.hover(undefined));
  scope.listen<WheelEvent>(
    canvas,
    'wheel',
    (event) => {
      event.preventDefault();
      if (event.timeStamp - wheelAtMs > WHEEL_PAUSE_MS) wheel = 0;
      wheelAtMs = event.timeStamp;
      // a line of a wheel that counts lines is about 33 px
      wheel += event.deltaY * (event.deltaMode === 1 ? 33 : 1);
      if (Math.abs(wheel) < WHEEL_STEP) return;
      uses.zoom(wheel < 0 ? 1 : -1);
      wheel = 0;
    },
    { passive: false },
  );
}
