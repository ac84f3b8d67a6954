// A second window of somebody who tries the office alone: somebody else for the office, silent, and it remembers nothing of it in this browser.
import { randomAppearance } from '@comptoir/assets/avatar/randomAppearance';
import type { Signal } from '@preact/signals-core';
import { Preferences } from '../lib/preferences.ts';
import type { Entry, EntryOutcome, EntryRefusal } from '../ui/UiPort.ts';
import type { Address } from './address.ts';
import { storageOf } from './storageOf.ts';
import { isReload, keepVisit } from './visit.ts';

/** What this browser remembers; a second window reads it, for the language and the looks, and writes nothing. */
export function preferencesOf({ isSecond, name = '', trade = '' }: Address): Preferences {
  const storage = storageOf(() => localStorage);
  if (!isSecond) return new Preferences(storage);
  const preferences = new Preferences(storage && { getItem: (key) => storage.getItem(key), setItem: () => undefined });
  const silent = { isSilent: true, sounds: false, notifications: false, isMicrophoneReady: false };
  preferences.set({ ...silent, name, trade, appearance: '', view: undefined, firstMinuteDone: true, devicesSeen: true });
  return preferences;
}

/** Without a click at the entrance: there was one, in the first window. Undefined when this is no fresh second window. */
export function enterBySelf(
  { isSecond, name, trade = '' }: Address,
  enter: (entry: Entry) => Promise<EntryOutcome>,
  refusal: Signal<EntryRefusal | undefined>,
): Promise<void> | undefined {
  if (!isSecond || name === undefined || isReload()) return undefined;
  // windows that others open begin with a copy of what their tab remembers
  keepVisit(
    storageOf(() => sessionStorage),
    undefined,
  );
  return enter({ name, trade, appearance: randomAppearance(Math.random), as: 'new' }).then((outcome) => {
    if ('refused' in outcome) refusal.value = outcome.refused;
  });
}
