// What becomes of each table when somebody asks for all about themselves, and when they are erased. A table that is not here does not compile, and tests look into each.
import type { Tables } from '../store/tables.ts';
import type { Me } from './Me.ts';

export interface TableFate {
  /** Where in me.json it is; or why it is not. */
  given: readonly (keyof Me)[] | { not: string };
  /** Goes with the person; stays without their name and id, and why; or has nothing of anybody in it. */
  erased: 'goes' | { stays: string } | { nobodys: string };
}

const SERVER: TableFate = { given: { not: "the server's own" }, erased: { nobodys: "the server's own" } };

export const tableFates: { readonly [T in keyof Tables]: TableFate } = {
  persons: { given: ['person'], erased: 'goes' },
  accounts: { given: ['account'], erased: 'goes' },
  sessions: { given: ['sessions'], erased: 'goes' },
  passkeys: { given: ['waysToSignIn'], erased: 'goes' },
  openIdentities: { given: ['waysToSignIn'], erased: 'goes' },
  signInLinks: { given: { not: 'secrets that are over within a day' }, erased: 'goes' },
  signInFlows: { given: { not: 'secrets that are over within minutes' }, erased: 'goes' },
  cards: { given: ['card'], erased: 'goes' },
  positions: { given: ['places'], erased: 'goes' },
  passes: { given: ['passes'], erased: 'goes' },
  visits: { given: ['insideNow'], erased: 'goes' },
  charterAccepted: { given: ['charterAccepted'], erased: 'goes' },
  desks: { given: ['desks'], erased: 'goes' },
  deskNotes: { given: ['notesOnMyDesk', 'notesILeft'], erased: 'goes' },
  blocks: { given: ['blocked'], erased: 'goes' },
  met: { given: ['met'], erased: 'goes' },
  firstContacts: { given: ['firstWrittenTo'], erased: 'goes' },
  readMarks: { given: ['readUpTo'], erased: 'goes' },
  reactions: { given: ['reactions'], erased: 'goes' },
  lines: { given: ['lines'], erased: { stays: 'what others wrote is theirs: to whom, or in reply to whom, is not said any more' } },
  lineFiles: { given: ['lines'], erased: 'goes' },
  channels: { given: { not: 'when something was last said in each, which its lines say' }, erased: 'goes' },
  topics: { given: ['topics'], erased: { stays: 'others talk there' } },
  shelf: { given: ['shelf'], erased: 'goes' },
  files: { given: ['files'], erased: 'goes' },
  pushSubscriptions: { given: ['pushSubscriptions'], erased: 'goes' },
  invitations: { given: ['invitations'], erased: 'goes' },
  appointments: { given: ['appointments'], erased: { stays: 'others come to it' } },
  coming: { given: ['comingTo'], erased: 'goes' },
  bans: { given: ['bans'], erased: { stays: 'a ban holds until it is over, without a name' } },
  banMarks: {
    given: { not: 'hashes that say nothing but whom a ban is for' },
    erased: { stays: 'a ban holds for the browsers and the ways to sign in of whom it is for' },
  },
  reports: { given: ['reports'], erased: { stays: 'what is not settled yet protects somebody' } },
  audit: { given: ['hosting'], erased: { stays: 'what hosts did can be looked up for a year, not to whom' } },
  talks: { given: ['talks'], erased: { stays: 'others spoke in it' } },
  talkAnswers: { given: ['writtenToTalks'], erased: 'goes' },
  orders: { given: { not: 'what a command asks of a running office; gone within a minute' }, erased: 'goes' },
  erasures: { given: { not: 'it is empty of whoever is not being erased' }, erased: 'goes' },
  doors: SERVER,
  counters: SERVER,
  secrets: SERVER,
  agendaKeys: SERVER,
  houseTexts: SERVER,
};
