// All that the store can be asked, by aggregate.
import { accounts, openIds } from './accounts.ts';
import { appointments } from './appointments.ts';
import { audit } from './audit.ts';
import { bans } from './bans.ts';
import { blocks } from './blocks.ts';
import { cards } from './cards.ts';
import { contacts } from './contacts.ts';
import { counters } from './counters.ts';
import { desks } from './desks.ts';
import { doors } from './doors.ts';
import { erasures } from './erasures.ts';
import { files } from './files.ts';
import { history } from './history.ts';
import { house } from './house.ts';
import { invitations } from './invitations.ts';
import { lines } from './lines.ts';
import { met } from './met.ts';
import { orders } from './orders.ts';
import { ownRows } from './ownRows.ts';
import { passes } from './passes.ts';
import { passkeys } from './passkeys.ts';
import { persons } from './persons.ts';
import { positions } from './positions.ts';
import { pushSubscriptions } from './pushSubscriptions.ts';
import { readMarks } from './readMarks.ts';
import { reports } from './reports.ts';
import { search } from './search.ts';
import { secrets } from './secrets.ts';
import { sessions } from './sessions.ts';
import { shelf } from './shelf.ts';
import { signIns } from './signIns.ts';
import { standings } from './standings.ts';
import { talks } from './talks.ts';
import { topics } from './topics.ts';
import type { Verb } from './verb.ts';
import { visits } from './visits.ts';
import { written } from './written.ts';

export const aggregates = {
  persons,
  positions,
  visits,
  counters,
  secrets,
  lines,
  bans,
  doors,
  invitations,
  passes,
  standings,
  blocks,
  reports,
  audit,
  appointments,
  orders,
  talks,
  accounts,
  openIds,
  sessions,
  passkeys,
  signIns,
  met,
  cards,
  desks,
  contacts,
  files,
  history,
  house,
  pushSubscriptions,
  readMarks,
  search,
  shelf,
  topics,
  written,
  ownRows,
  erasures,
};
export type Aggregates = typeof aggregates;

/** The same names as functions that answer later. */
export type Outside = {
  [A in keyof Aggregates]: {
    [N in keyof Aggregates[A]]: Aggregates[A][N] extends Verb<infer Ask, infer Answer> ? (ask: Ask) => Promise<Answer> : never;
  };
};
