// Keys, as they are mapped now, for as long as the page lives.
import { computed, effect, type Signal } from '@preact/signals-core';
import type { Actions, Shortcut } from '../actions.ts';
import { buildShortcuts } from '../input/shortcuts.ts';
import { startInput } from '../input/startInput.ts';
import type { Preferences } from '../lib/preferences.ts';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';

export interface KeyParts {
  world: World;
  actions: Actions;
  /** What the UI reads of them. */
  shortcuts: Signal<readonly Shortcut[]>;
  preferences: Preferences;
}

export function startKeys(scope: Scope, { world, actions, shortcuts, preferences }: KeyParts): void {
  const now = computed(() => buildShortcuts(actions, world, preferences.values.value));
  scope.onEnd(
    effect(() => {
      shortcuts.value = now.value;
    }),
  );
  startInput(scope, world, actions, now, preferences);
}
