// What runs while one is inside: what areas do, sounds, the call, and what the office is told of my attention.
import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { Actions, Panel } from '../actions.ts';
import type { Preferences } from '../lib/preferences.ts';
import type { Scope } from '../lib/Scope.ts';
import type { Signalling } from '../media/CallModel.ts';
import type { OwnCallModel } from '../media/createCallModel.ts';
import type { Connection } from '../net/Connection.ts';
import { playSounds } from '../sound/playSounds.ts';
import type { World } from '../world/World.ts';
import { followMuted } from './followMuted.ts';
import { followStage } from './followStage.ts';
import { type Doors, followTraits } from './followTraits.ts';
import { openWords } from './openWords.ts';
import { reportAbsorbed } from './reportAbsorbed.ts';

export interface InsideParts {
  world: World;
  connection: Connection;
  actions: Actions;
  preferences: Preferences;
  panel: ReadonlySignal<Panel | undefined>;
  call: OwnCallModel;
  signalling: Signalling;
  doors: Doors;
}

export function beInside(scope: Scope, { world, connection, actions, preferences, panel, call, signalling, doors }: InsideParts): void {
  openWords(scope, actions);
  followTraits(scope, world, doors);
  playSounds(
    scope,
    world,
    computed(() => preferences.values.value.sounds),
  );
  call.attend(scope, world, signalling);
  followMuted(scope, world, call);
  followStage(scope, world, call);
  reportAbsorbed(scope, connection, panel);
}
