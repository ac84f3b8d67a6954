// What is kept how long, as docs/privacy.md prints it; and the test that holds it.
import { DELETION_GRACE_DAYS } from '@comptoir/shared/protocol/accounts';
import { tuning } from '@comptoir/shared/tuning';

export interface Retention {
  what: string;
  howLong: string;
  /** A test file of the repository, and words of the title of the test. */
  test: readonly [file: string, title: string];
}

const DAY_MS = 24 * 3_600_000;
const days = (ms: number): string => `${Math.round(ms / DAY_MS)} days`;

export const retentions: readonly Retention[] = [
  { what: 'Lines to everybody in an office', howLong: '30 days (OFFICE_CHAT_DAYS)', test: ['server/src/store/lines.test.ts', '[W14]'] },
  { what: 'Lines of topics', howLong: '365 days (TOPIC_DAYS)', test: ['server/src/store/lines.test.ts', '[W14]'] },
  { what: 'Lines to one person, sealed', howLong: '365 days (DIRECT_DAYS)', test: ['server/src/store/lines.test.ts', '[W14]'] },
  {
    what: 'Lines of a conversation',
    howLong: 'in memory, while it lasts',
    test: ['server/src/room/OfficeWords.test.ts', '[W4] a conversation that is over leaves nothing'],
  },
  {
    what: 'Files that were sent',
    howLong: 'as the line, shelf or card that holds them',
    test: ['server/src/store/lines.test.ts', '[W15] [W43] with a line go'],
  },
  {
    what: 'Files that nothing holds',
    howLong: `${tuning.unusedFileMs / 3_600_000} hour`,
    test: ['tests/integration/channelsFiles.test.ts', '[W46]'],
  },
  {
    what: 'Talks and recorded meetings, with their slides, notes and recordings',
    howLong: '90 days (TALK_DAYS), unless who led it keeps it',
    test: ['tests/integration/talkPage.test.ts', '[T85]'],
  },
  {
    what: 'Tapes of a recording, from which one can be taken out',
    howLong: '7 days',
    test: ['server/src/recording/Recordings.test.ts', '[K68]'],
  },
  {
    what: 'Who comes to a meeting',
    howLong: `${days(tuning.meetingKeptMs)} after it`,
    test: ['server/src/store/everyVerb.test.ts', '[O62] standing meetings'],
  },
  {
    what: 'The book of what hosts did',
    howLong: `${tuning.auditDays} days`,
    test: ['tests/integration/rightsRetention.test.ts', '[P125]'],
  },
  { what: 'Reports', howLong: `${tuning.auditDays} days, settled or not`, test: ['tests/integration/rightsRetention.test.ts', '[P125]'] },
  { what: 'Bans', howLong: 'until they are over', test: ['tests/integration/rightsRetention.test.ts', '[P125]'] },
  { what: 'Invitations that are over', howLong: `${tuning.auditDays} days`, test: ['tests/integration/rightsRetention.test.ts', '[P125]'] },
  { what: 'That somebody is inside', howLong: 'while they are', test: ['server/src/store/openStore.test.ts', '[P128]'] },
  {
    what: 'Links that sign in',
    howLong: 'until used; 15 minutes by mail, 24 hours from a host',
    test: ['tests/integration/rightsRetention.test.ts', '[P125]'],
  },
  {
    what: 'Sessions',
    howLong: `${days(tuning.sessionUnusedMs)} without use`,
    test: ['tests/integration/rightsRetention.test.ts', '[P125]'],
  },
  {
    what: 'Browsers that are told of something',
    howLong: 'until switched off, or their service knows them no more',
    test: ['tests/integration/channelsPush.test.ts', '[W52] a browser that is gone'],
  },
  {
    what: 'Desks',
    howLong: `${days(tuning.deskKeptMs)} after their owner was last seen`,
    test: ['server/src/store/desks.test.ts', '[P113]'],
  },
  { what: 'Notes on desks, sealed', howLong: days(tuning.deskNoteKeptMs), test: ['server/src/store/desks.test.ts', '[P113]'] },
  {
    what: 'The line about now on a card',
    howLong: `${tuning.nowMs / 3_600_000} hours`,
    test: ['server/src/office/cards.test.ts', '[P101]'],
  },
  {
    what: 'A guest without a rank',
    howLong: `${tuning.guestKeptDays} days after they were last seen, or as long as anything above is kept`,
    test: ['tests/integration/rights.test.ts', '[P122]'],
  },
  {
    what: 'An account, and everything else of a person: card, whom they met and blocked, how far they read, where they stood',
    howLong: `until they erase it; ${DELETION_GRACE_DAYS} days of grace`,
    test: ['tests/integration/rights.test.ts', '[P122]'],
  },
  { what: 'Logs', howLong: 'the server writes to its output and keeps none', test: ['server/src/ops/log.test.ts', ''] },
];
