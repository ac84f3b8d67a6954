// Every message and request once, as somebody may send it, with who may: what a new one needs a row for.
import type { Rank } from '@comptoir/shared/people';
import { EMPTY_CARD } from '@comptoir/shared/protocol/cards';
import type { ClientMessages } from '@comptoir/shared/protocol/messages';
import type { Ask, RequestName } from '@comptoir/shared/protocol/requests';

/** Who tries; `guest` is a visitor who may be in one area only. */
export const ACTORS = ['visitor', 'guest', 'member', 'host', 'admin'] as const;
export type Actor = (typeof ACTORS)[number];
export const rankOfActor = (actor: Actor): Rank => (actor === 'guest' ? 'visitor' : actor);

/** What the one who tries knows. */
export interface Situation {
  me: string;
  /** Somebody outside the guest's area. */
  other: string;
  at: [x: number, y: number];
  tick: number;
}

export interface Row<R extends RequestName = RequestName> {
  request: R;
  /** Told apart from other rows of this request. */
  how?: string;
  ask(situation: Situation): Ask<R>;
  may: readonly Actor[];
}

const row = <R extends RequestName>(request: R, may: readonly Actor[], ask: (situation: Situation) => Ask<R>, how?: string): Row =>
  ({ request, may, ask, ...(how === undefined ? {} : { how }) }) as unknown as Row;

const ALL = ACTORS;
const FREE = ['visitor', 'member', 'host', 'admin'] as const;
const MEMBERS = ['member', 'host', 'admin'] as const;
const HOSTS = ['host', 'admin'] as const;
const ADMINS = ['admin'] as const;

const NOBODY = 'nobody';
const link = (rank: Rank): Ask<'invite'> => ({ rank, area: null, label: '', quota: 1, days: 1 });
const when = { start: '2030-01-03T18:00', zone: 'Europe/Paris', repeat: { kind: 'once' }, until: null } as const;
const plan = { ...when, title: 'Try', theme: '', minutes: 30, place: null };

export const requestRows: readonly Row[] = [
  // before anybody is beside anybody
  row('setState', ALL, () => ({ state: 'closed' })),
  row('split', ALL, () => ({})),
  row('walkPath', ALL, ({ at, tick }) => ({ seq: 9, startTick: tick, from: at, tiles: [[0, 0]], gait: 'walk' })),
  row('sit', ALL, () => ({ seat: NOBODY })),
  row('use', ALL, () => ({ thing: NOBODY })),
  row('beThere', ALL, () => ({ kind: 'area', id: 'lounge' }), 'inside'),
  row('beThere', FREE, () => ({ kind: 'area', id: 'den' }), 'elsewhere'),
  row('beThere', FREE, ({ other }) => ({ kind: 'person', id: other }), 'beside somebody elsewhere'),
  row('whereIs', ALL, ({ me }) => ({ personId: me }), 'myself'),
  row('whereIs', FREE, ({ other }) => ({ personId: other }), 'somebody elsewhere'),
  row('profile', ALL, () => ({ name: 'Somebody', trade: '', appearance: '000000000000' })),
  row('approach', ALL, () => ({ personId: NOBODY })),
  row('approach', FREE, ({ other }) => ({ personId: other }), 'somebody elsewhere'),
  row('ask', ALL, () => ({ kind: 'talk', person: NOBODY })),
  row('ask', FREE, ({ other }) => ({ kind: 'talk', person: other }), 'somebody elsewhere'),
  row('answerAsk', ALL, () => ({ ask: NOBODY, answer: 'yes' })),
  row('say', ALL, () => ({ to: { kind: 'conversation' }, text: 'hello' }), 'to a conversation'),
  row('say', FREE, () => ({ to: { kind: 'office' }, text: 'hello' }), 'to everybody'),
  row('say', FREE, ({ other }) => ({ to: { kind: 'person', id: other }, text: 'hello' }), 'to somebody elsewhere'),
  row('eraseLine', ALL, () => ({ line: NOBODY })),
  row('eraseMine', ALL, () => ({})),
  row('iceServers', ALL, () => ({})),
  row('block', ALL, () => ({ personId: NOBODY, blocked: true })),
  row('report', ALL, () => ({ personId: NOBODY, text: 'rude' })),
  row('appointments', ALL, () => ({})),
  row('coming', ALL, () => ({ appointment: NOBODY, occurrence: '2030-01-03', coming: true })),

  // outside of a talk; who leads one, tests/integration/auditorium*.test.ts see to
  row('startTalk', ALL, () => ({ title: 'Try', language: 'en' })),
  row('endTalk', ALL, () => ({})),
  row('changeTalk', ALL, () => ({})),
  row('leadTalk', ALL, () => ({ personId: NOBODY, leads: true })),
  row('hushSpeaker', ALL, () => ({ personId: NOBODY })),
  row('bringUp', ALL, () => ({ personId: NOBODY, up: true })),
  row('raiseHand', ALL, () => ({ up: true })),
  row('lowerHand', ALL, () => ({ personId: NOBODY })),
  row('giveFloor', ALL, () => ({ personId: NOBODY, video: false })),
  row('takeFloor', ALL, () => ({ personId: NOBODY })),
  row('whoListens', ALL, () => ({})),
  row('askQuestion', ALL, () => ({ text: 'Why?', anonymous: false })),
  row('voteQuestion', ALL, () => ({ question: NOBODY, on: true })),
  row('markQuestion', ALL, () => ({ question: NOBODY, as: 'answered' })),
  row('pinQuestion', ALL, () => ({ question: null })),
  row('openPoll', ALL, () => ({ text: 'Which?', options: ['this', 'that'] })),
  row('votePoll', ALL, () => ({ poll: NOBODY, option: 0 })),
  row('closePoll', ALL, () => ({ poll: NOBODY })),
  row('openDebate', ALL, () => ({ sides: ['yes', 'no'] })),
  row('advanceDebate', ALL, () => ({ to: 'debate' })),
  row('takeSide', ALL, () => ({ personId: NOBODY, side: null })),
  row('voteSide', ALL, () => ({ side: 0 })),
  row('markChapter', ALL, () => ({ title: 'One' })),
  row('changeChapter', ALL, () => ({ chapter: NOBODY, title: '', remove: true })),
  row('showSlides', ALL, () => ({ slides: null })),
  row('turnPage', ALL, () => ({ page: 0 })),
  row('writeNote', ALL, () => ({ text: 'Listen' })),
  row('changeNote', ALL, () => ({ note: NOBODY, text: '', remove: true })),
  row('nameScribe', ALL, () => ({ personId: NOBODY, writes: true })),

  // of no talk that is known; who may change one, tests/integration/talkRecords.test.ts sees to
  row('pastTalks', ALL, () => ({})),
  row('pastTalk', ALL, () => ({ talk: NOBODY })),
  row('editTalk', ALL, () => ({ talk: NOBODY })),
  row('editChapter', ALL, () => ({ talk: NOBODY, chapter: null, title: 'One', atMs: 0, remove: false })),
  row('removeFromTalk', ALL, () => ({ talk: NOBODY, what: 'note', id: NOBODY })),
  row('removeTalk', ALL, () => ({ talk: NOBODY })),
  row('record', ALL, () => ({ on: true })),
  row('agreeRecording', ALL, () => ({ yes: true })),
  row('withdrawRecording', ALL, () => ({ talk: NOBODY })),

  row('say', FREE, () => ({ to: { kind: 'topic', id: NOBODY }, text: 'hello' }), 'in a topic'),
  row('editLine', ALL, () => ({ line: NOBODY, text: 'hello' })),
  row('react', ALL, () => ({ line: NOBODY, emoji: '👍', on: true })),
  row('history', FREE, () => ({ of: { kind: 'office' } }), 'of everybody'),
  row('history', FREE, () => ({ of: { kind: 'topic', id: NOBODY } }), 'of a topic'),
  row('history', ALL, () => ({ of: { kind: 'person', id: NOBODY } }), 'of two'),
  row('searchWords', ALL, () => ({ text: 'hello' })),
  row('readUpTo', FREE, () => ({ of: { kind: 'office' }, line: NOBODY })),
  row('openTopic', MEMBERS, () => ({ title: 'Try', about: '', area: null })),
  row('changeTopic', FREE, () => ({ topic: NOBODY, closed: true })),
  row('findPeople', FREE, () => ({ text: '' })),
  row('shelf', FREE, () => ({})),
  row('shelve', FREE, () => ({ title: 'Ours', what: { kind: 'link', url: 'https://example.org/' } })),
  row('unshelve', FREE, () => ({ item: NOBODY })),
  row('pushKey', ALL, () => ({})),
  row('subscribePush', ALL, () => ({ endpoint: 'ftp://nobody', keys: { p256dh: '', auth: '' } })),
  row('unsubscribePush', ALL, () => ({ endpoint: NOBODY })),

  row('myCard', ALL, () => ({})),
  row('saveCard', ALL, () => ({ card: EMPTY_CARD })),
  row('cardOf', ALL, ({ me }) => ({ personId: me }), 'mine'),
  row('cardOf', FREE, ({ other }) => ({ personId: other }), 'of somebody elsewhere'),
  row('showCard', ALL, () => ({})),
  row('claimDesk', MEMBERS, () => ({ desk: NOBODY })),
  row('giveUpDesk', ALL, () => ({})),
  row('freeDesk', HOSTS, () => ({ desk: NOBODY })),
  row('leaveDeskNote', ALL, () => ({ personId: NOBODY, kind: 'note', text: 'hello' })),
  row('deskNotes', ALL, () => ({})),
  row('eraseDeskNote', ALL, () => ({ note: NOBODY })),

  row('invite', MEMBERS, () => link('visitor'), 'visitors'),
  row('invite', HOSTS, () => link('member'), 'members'),
  row('invite', HOSTS, () => link('host'), 'hosts'),
  row('invite', ADMINS, () => link('admin'), 'admins'),
  row('invitations', MEMBERS, () => ({})),
  row('revokeInvitation', MEMBERS, () => ({ invitation: NOBODY })),
  row('door', HOSTS, () => ({})),
  row('setDoor', HOSTS, () => ({ mode: 'open', capacity: null })),
  row('answerKnock', HOSTS, () => ({ knock: NOBODY, yes: true })),
  row('setRank', HOSTS, ({ other }) => ({ personId: other, rank: 'visitor' }), 'visitor'),
  row('setRank', ADMINS, ({ other }) => ({ personId: other, rank: 'host' }), 'host'),

  row('signInLink', HOSTS, () => ({ personId: NOBODY })),

  row('mute', HOSTS, () => ({ personId: NOBODY })),
  row('sendOut', HOSTS, () => ({ personId: NOBODY, reason: '' })),
  row('ban', HOSTS, () => ({ personId: NOBODY, reason: '', hours: 1, network: false })),
  row('bans', HOSTS, () => ({})),
  row('liftBan', HOSTS, () => ({ ban: NOBODY })),
  row('endConversation', HOSTS, () => ({ number: 65_000 })),
  row('gather', HOSTS, () => ({ on: false })),
  row('announce', HOSTS, () => ({ on: false })),
  row('audit', HOSTS, () => ({})),
  row('reports', HOSTS, () => ({})),
  row('settleReport', HOSTS, () => ({ report: NOBODY })),
  row('setHouseText', ADMINS, () => ({ name: 'charter', en: '', fr: '' })),
  row('planAppointment', HOSTS, () => plan),
  row('changeAppointment', HOSTS, () => ({ appointment: NOBODY, ...plan })),
  row('renewAgendaKey', HOSTS, () => ({})),
  row('cancelAppointment', HOSTS, () => ({ appointment: NOBODY, occurrence: null, cancelled: true })),
  row('previewAppointment', HOSTS, () => when),
];

/** Everybody inside may send each of these; what they may not mean goes nowhere. */
export const messages: { [T in keyof ClientMessages]: (situation: Situation) => ClientMessages[T] } = {
  availability: () => ({ availability: 'available' }),
  idle: () => ({ idle: false }),
  emote: () => ({ emote: 'wave' }),
  stand: () => ({}),
  digest: () => ({ kind: 'areas' }),
  heartbeat: () => ({ sent: 1 }),
  goodbye: () => ({}),
  absorbed: () => ({ absorbed: false, hidden: false }),
  publishing: () => ({ microphone: true, camera: false, screen: false }),
  typing: () => ({ to: { kind: 'office' } }),
  signal: ({ other }) => ({ to: other, epoch: 1, data: 'hello' }),
  media: () => ({ epoch: 1, signal: { kind: 'subscribe' } }),
  callReport: () => ({ epoch: 1, problem: 'iceFailed' }),
  endWalk: () => ({}),
  withdraw: () => ({ ask: NOBODY }),
  applaud: () => ({ reaction: 'clap', n: 1 }),
};
