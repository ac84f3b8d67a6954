// Keyboard, gamepad and joystick become the direction I hold and the shortcuts I press.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Actions, Shortcut } from '../actions.ts';
import type { Preferences } from '../lib/preferences.ts';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import type { Held } from './heldDirection.ts';
import { startGamepad } from './startGamepad.ts';
import { startJoystick } from './startJoystick.ts';
import { startKeyboard } from './startKeyboard.ts';

/** Ends with `scope`. The last source that said something is heard; any of them letting go stops. */
export function startInput(
  scope: Scope,
  world: World,
  actions: Actions,
  shortcuts: ReadonlySignal<readonly Shortcut[]>,
  preferences: Preferences,
): void {
  const hold = (held: Held | undefined): void => {
    if (held && world.myId.peek() === undefined) return;
    actions.hold(held);
    world.changes++;
  };
  const letGo = startKeyboard(scope, shortcuts, hold, () => {
    if (!world.overview.peek()) return false;
    actions.toggleOverview();
    return true;
  });
  startGamepad(scope, hold, () => actions.act.peek()?.());
  startJoystick(scope, preferences, hold);
  const leave = (): void => {
    letGo();
    hold(undefined);
  };
  scope.listen(window, 'blur', leave);
  scope.listen(window, 'pagehide', leave);
  scope.listen(document, 'visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
}
