// A joystick on the screen for thumbs, when the person asked for one: drag to walk, pull far out to run.
import { effect } from '@preact/signals-core';
import type { Preferences } from '../lib/preferences.ts';
import { Scope } from '../lib/Scope.ts';
import { type Held, heldByStick } from './heldDirection.ts';

const RADIUS_PX = 56;
const KNOB_PX = 48;
/** Pulled this many radii out, one runs. */
const RUN_BEYOND = 1.25;

const DISC = `position:fixed;left:calc(16px + env(safe-area-inset-left));bottom:calc(76px + env(safe-area-inset-bottom));width:${2 * RADIUS_PX}px;
height:${2 * RADIUS_PX}px;border-radius:50%;touch-action:none;z-index:3;background:rgb(42 27 46 / .34);border:2px solid rgb(255 248 236 / .72);box-sizing:border-box`;
const KNOB = `position:absolute;left:50%;top:50%;width:${KNOB_PX}px;height:${KNOB_PX}px;margin:${-KNOB_PX / 2}px;border-radius:50%;
background:#fff8ec;box-shadow:0 2px 6px rgb(42 27 46 / .4);pointer-events:none`;

/** Shown and taken away as the preference changes; hidden from assistive technology, which has the list view and walk over. */
export function startJoystick(scope: Scope, preferences: Preferences, hold: (held: Held | undefined) => void): void {
  let shown: Scope | undefined;
  const stop = effect(() => {
    const wanted = preferences.values.value.joystick;
    if (wanted && !shown) {
      shown = new Scope();
      showJoystick(shown, hold);
    } else if (!wanted) {
      shown?.end();
      shown = undefined;
    }
  });
  scope.onEnd(() => {
    stop();
    shown?.end();
  });
}

function showJoystick(scope: Scope, hold: (held: Held | undefined) => void): void {
  const disc = document.createElement('div');
  const knob = document.createElement('div');
  disc.style.cssText = DISC;
  knob.style.cssText = KNOB;
  disc.setAttribute('aria-hidden', 'true');
  disc.append(knob);
  document.body.append(disc);
  scope.onEnd(() => disc.remove());

  let thumb: number | undefined;
  const release = (): void => {
    if (thumb === undefined) return;
    thumb = undefined;
    knob.style.transform = '';
    hold(undefined);
  };
  const push = (event: PointerEvent): void => {
    const box = disc.getBoundingClientRect();
    const x = (event.clientX - box.left) / RADIUS_PX - 1;
    const y = (event.clientY - box.top) / RADIUS_PX - 1;
    const far = Math.hypot(x, y);
    const shown = Math.min(1, far) / (far || 1);
    knob.style.transform = `translate(${x * shown * RADIUS_PX}px, ${y * shown * RADIUS_PX}px)`;
    hold(heldByStick(x, y, far > RUN_BEYOND));
  };
  scope.listen<PointerEvent>(disc, 'pointerdown', (event) => {
    thumb = event.pointerId;
    disc.setPointerCapture(event.pointerId);
    push(event);
  });
  scope.listen<PointerEvent>(disc, 'pointermove', (event) => {
    if (event.pointerId === thumb) push(event);
  });
  for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'])
    scope.listen<PointerEvent>(disc, type, (event) => {
      if (event.pointerId === thumb) release();
    });
  scope.listen(window, 'blur', release);
  scope.onEnd(release);
}
