// What is written and stays: topics of an office, words to somebody who is not here, files, the shelf, and who is told of it elsewhere. Merged
// into requests.ts and messages.ts.
import * as v from 'valibot';
import { tuning } from '../tuning.ts';
import type { Line } from './talk.ts';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const words = (most: number) => v.pipe(v.string(), v.maxLength(most * 8));

/** A channel that outlives a visit: what is said to everybody, a topic of the office, or with one person. */
export const keptChannel = v.variant('kind', [
  v.strictObject({ kind: v.literal('office') }),
  v.strictObject({ kind: v.literal('topic'), id }),
  v.strictObject({ kind: v.literal('person'), id }),
]);
export type KeptChannel = v.InferOutput<typeof keptChannel>;

const topicWords = { title: words(tuning.topicTitleLength), about: words(tuning.topicAboutLength) };

export const channelRequests = {
  /** My own line, wherever it stays. */
  editLine: v.strictObject({ line: id, text: v.pipe(v.string(), v.maxLength(tuning.maxPayloadBytes)) }),
  /** One emoji of mine on a line, or it taken back. */
  react: v.strictObject({ line: id, emoji: v.pipe(v.string(), v.minLength(1), v.maxLength(40)), on: v.boolean() }),
  /**
   * Lines before this one, behind it, or around it with the line itself (none of them: the latest; one of them at most), the oldest first in
   * the answer.
   */
  history: v.strictObject({ of: keptChannel, before: v.optional(id), after: v.optional(id), around: v.optional(id) }),
  /** In one channel, or in all that I may read. The latest first. */
  searchWords: v.strictObject({ text: v.pipe(v.string(), v.maxLength(800)), of: v.optional(keptChannel), before: v.optional(id) }),
  /** Everything up to this line, on all my devices. */
  readUpTo: v.strictObject({ of: keptChannel, line: id }),
  /** `area`: the topic corner of this area; one each. */
  openTopic: v.strictObject({ ...topicWords, area: v.nullable(id) }),
  changeTopic: v.strictObject({
    topic: id,
    ...v.partial(v.strictObject(topicWords)).entries,
    area: v.optional(v.nullable(id)),
    closed: v.optional(v.boolean()),
  }),
  /** Whom I may write to, here or not: of this office, by name or trade; the best first. Nobody's hours are told. */
  findPeople: v.strictObject({ text: v.pipe(v.string(), v.maxLength(200)) }),
  /** The links and files that stay at hand: of the office, or of a topic. */
  shelf: v.strictObject({ topic: v.optional(id) }),
  shelve: v.strictObject({
    topic: v.optional(id),
    title: words(tuning.topicTitleLength),
    what: v.variant('kind', [
      v.strictObject({ kind: v.literal('link'), url: v.pipe(v.string(), v.maxLength(2000)) }),
      v.strictObject({ kind: v.literal('file'), file: id }),
    ]),
  }),
  /** My own; hosts any. */
  unshelve: v.strictObject({ item: id }),
  /** With which key a browser subscribes (applicationServerKey). */
  pushKey: v.strictObject({}),
  /** This browser is told of direct lines, and of knocks if I may let in, while I am not here. As PushSubscription.toJSON() has it. */
  subscribePush: v.strictObject({
    endpoint: v.pipe(v.string(), v.maxLength(1000)),
    keys: v.strictObject({ p256dh: v.pipe(v.string(), v.maxLength(200)), auth: v.pipe(v.string(), v.maxLength(100)) }),
  }),
  unsubscribePush: v.strictObject({ endpoint: v.pipe(v.string(), v.maxLength(1000)) }),
} as const;

export type ChannelRefusal =
  /** Only who wrote it may. */
  | 'notYours'
  /** So many people I never met have I written to today. */
  | 'tooManyNew'
  | 'titleEmpty'
  | 'titleTooLong'
  /** The corner of this area has a topic already. */
  | 'areaTaken'
  /** Closed topics are read only. */
  | 'topicClosed'
  /** No http or https address. */
  | 'badLink'
  | 'notEmoji'
  /** No address of a push service, or no keys of a browser. */
  | 'badEndpoint'
  /** The database did not take it: nothing was said. */
  | 'notKept';

export interface FileView {
  id: string;
  name: string;
  /** By its content, not by its name. */
  type: string;
  bytes: number;
  /** px, of pictures that are shown. */
  width?: number;
  height?: number;
}

/** What a line has once it stays; all absent in a line to a conversation. */
export interface KeptTraits {
  editedMs?: number;
  /** As it was when answered; `text` null: erased since. */
  replyTo?: { id: string; from: string; name: string; text: string | null };
  /** In the order they came; `people` are personIds. */
  reactions?: { emoji: string; people: string[] }[];
  files?: FileView[];
}

export interface TopicView {
  id: string;
  title: string;
  about: string;
  /** Id of the area whose corner it is. */
  area: string | null;
  closed: boolean;
  by: string;
  byName: string;
  createdMs: number;
}

export interface KnownPerson {
  personId: string;
  name: string;
  trade: string;
  appearance: string;
  here: boolean;
}

export interface ShelfItem {
  id: string;
  title: string;
  what: { kind: 'link'; url: string } | { kind: 'file'; file: FileView };
  by: string;
  byName: string;
  atMs: number;
}

type Done = { ok: true };
export interface ChannelAnswers {
  editLine: { ok: true; line: Line };
  react: Done;
  /** `more`: there are older ones; `later`: there are newer ones. */
  history: { ok: true; lines: Line[]; more: boolean; later: boolean };
  searchWords: { ok: true; found: Line[]; more: boolean };
  readUpTo: Done;
  openTopic: { ok: true; topic: TopicView };
  changeTopic: { ok: true; topic: TopicView };
  findPeople: { ok: true; people: KnownPerson[] };
  shelf: { ok: true; items: ShelfItem[] };
  shelve: { ok: true; item: ShelfItem };
  unshelve: Done;
  /** base64url */
  pushKey: { ok: true; key: string };
  subscribePush: Done;
  unsubscribePush: Done;
}

/** What a push service hands to the service worker, as JSON: who it is, never what they wrote. */
export interface PushNote {
  kind: 'direct' | 'knock';
  name: string;
  /** The page to open: the office, at the words of two when somebody wrote. */
  url: string;
  /** A later note with the same one takes its place. */
  tag: string;
}

export interface ChannelServerMessages {
  /** Edited, or with other reactions; whole. */
  lineChanged: Line;
  /** After joining and at each change. */
  topics: TopicView[];
  /**
   * After joining, and when another device of mine has read on: channels with something unread, and all with whom I write.
   * `person`: how they are called, also when they are not here; only of kind `person`.
   */
  channels: { of: KeptChannel; unread: number; mentions: number; latestMs: number; person?: Omit<KnownPerson, 'here'> }[];
}

/** POST /api/files: the body is the file, its name percent-encoded in this header. Answers a FileView; GET /api/files/<id> gives it to whoever may read a line with it. */
export const FILE_NAME_HEADER = 'x-file-name';
export const FILES_REFUSED = {
  401: 'notHere',
  403: 'notAllowed',
  409: 'tooMany',
  413: 'tooLarge',
  415: 'notThisKind',
  429: 'tooOften',
  507: 'diskFull',
} as const;
export type FileSent = { ok: FileView } | { failed: (typeof FILES_REFUSED)[keyof typeof FILES_REFUSED] | 'unreachable' | 'cancelled' };
