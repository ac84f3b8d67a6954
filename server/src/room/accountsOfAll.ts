// Accounts as all offices of this server have them: who is signed out is put out everywhere, and ranks that a provider gives are seen at once.

import type { AccountParts } from '../http/accounts/openAccounts.ts';
import type { AccountSettings } from '../ops/readAccountSettings.ts';
import type { Store } from '../store/openStore.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export function accountsOfAll(rooms: ReadonlyMap<string, OfficeRoom>, store: Store, settings: AccountSettings): AccountParts {
  return {
    store,
    ...settings,
    changed() {
      for (const room of rooms.values()) room.hosting.sessions.look().catch(() => undefined);
    },
    rankChanged(personId, rank) {
      for (const room of rooms.values()) room.rankChanged(personId, rank);
    },
  };
}
