// A gamepad: left stick or cross walks, a shoulder button runs, the lowest face button acts.
import type { Scope } from '../lib/Scope.ts';
import { type Held, heldByStick } from './heldDirection.ts';

/** Buttons of the standard mapping. */
const ACT = 0;
const RUN = [1, 5, 7];
const CROSS = { up: 12, down: 13, left: 14, right: 15 };

/** What a pad says now. */
export interface PadState {
  axes: readonly number[];
  buttons: readonly { pressed: boolean }[];
}

export function heldByPad({ axes, buttons }: PadState): Held | undefined {
  const isDown = (button: number): boolean => buttons[button]?.pressed === true;
  const crossX = Number(isDown(CROSS.right)) - Number(isDown(CROSS.left));
  const crossY = Number(isDown(CROSS.down)) - Number(isDown(CROSS.up));
  const onCross = crossX !== 0 || crossY !== 0;
  return heldByStick(onCross ? crossX : (axes[0] ?? 0), onCross ? crossY : (axes[1] ?? 0), RUN.some(isDown));
}

/** Asks the pads each frame, only while one is connected (browsers have no events for sticks). */
export function startGamepad(scope: Scope, hold: (held: Held | undefined) => void, act: () => void): void {
  let request = 0;
  let last = '';
  let acting = false;
  const poll = (): void => {
    const pads = navigator.getGamepads().filter((pad) => pad !== null);
    request = pads.length > 0 ? requestAnimationFrame(poll) : 0;
    const held = pads.map(heldByPad).find((one) => one !== undefined);
    const now = held ? `${held.direction} ${held.gait}` : '';
    if (now !== last) hold(held);
    last = now;
    const pressed = pads.some((pad) => pad.buttons[ACT]?.pressed);
    if (pressed && !acting) act();
    acting = pressed;
  };
  scope.listen(window, 'gamepadconnected', () => {
    if (request === 0) poll();
  });
  scope.onEnd(() => cancelAnimationFrame(request));
}
