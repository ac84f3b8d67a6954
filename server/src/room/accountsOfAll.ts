// Accounts as all offices of this server have them: who is signed out is put out everywhere, and ranks that a provider gives are seen at once.

import type { News } from '../cluster/news.ts';
import type { AccountParts } from '../http/accounts/openAccounts.ts';
import type { AccountSettings } from '../ops/readAccountSettings.ts';
import type { Store } from '../store/openStore.ts';
import { hearNews } from './hearNews.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export function accountsOfAll(
  rooms: ReadonlyMap<string, OfficeRoom>,
  store: Store,
  settings: AccountSettings,
  tellProcesses: (news: News) => void,
): AccountParts {
  return {
    store,
    ...settings,
    changed() {
      hearNews(rooms.values(), { kind: 'sessions' });
      tellProcesses({ kind: 'sessions' });
    },
    rankChanged(personId, rank) {
      hearNews(rooms.values(), { kind: 'rank', personId, rank });
      tellProcesses({ kind: 'rank', personId, rank });
    },
  };
}
