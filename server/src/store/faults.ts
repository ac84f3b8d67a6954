// What keeps a database from working, told from a statement that it refuses: by the codes of SQLite, PostgreSQL and the network.
import { type DatabasePlace, nameOf } from './place.ts';

/** unreachable: it may answer again by itself. The others end when somebody makes room, or lets it go. */
export type FaultKind = 'unreachable' | 'full' | 'readOnly' | 'broken' | 'busy';

export interface Fault {
  kind: FaultKind;
  /** For whoever looks after the server. */
  sentence: string;
}

const SENTENCES: Readonly<Record<FaultKind, string>> = {
  unreachable: 'The database does not answer.',
  full: 'The disk of the database is full: make room.',
  readOnly: 'The database cannot be written: its disk or the database itself is read-only.',
  broken: 'The disk of the database fails.',
  busy: 'Another program keeps the database locked.',
};

/** Primary result codes. */
const OF_SQLITE: Readonly<Record<number, FaultKind>> = { 5: 'busy', 6: 'busy', 8: 'readOnly', 10: 'broken', 13: 'full', 14: 'readOnly' };

const OF_POSTGRES: Readonly<Record<string, FaultKind>> = { '53100': 'full', '25006': 'readOnly', '58030': 'broken' };
/** Shutting down, starting up, no connection left, cut in the middle. */
const GONE = /^(?:57P0\d|53300|08\w{3})$/;
const OF_NETWORK = /^(?:ECONN\w+|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN|ENOENT)$/;
/** What pg says without a code. */
const CUT =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|read timeout|been discarded|not queryable/i;

interface Coded {
  message?: unknown;
  code?: unknown;
  errcode?: unknown;
}

const codeOf = (reason: unknown): Coded => (typeof reason === 'object' && reason !== null ? reason : {});

function kindOf(reason: unknown): FaultKind | undefined {
  const { code, errcode, message } = codeOf(reason);
  if (typeof errcode === 'number') return OF_SQLITE[errcode & 0xff];
  // of several addresses none answered
  if (reason instanceof AggregateError) return kindOf(reason.errors[0]);
  if (typeof code === 'string') {
    if (GONE.test(code) || OF_NETWORK.test(code)) return 'unreachable';
    return OF_POSTGRES[code];
  }
  return typeof message === 'string' && CUT.test(message) ? 'unreachable' : undefined;
}

/** Undefined: the database works, and refuses this statement. */
export function faultOf(reason: unknown): Fault | undefined {
  const kind = kindOf(reason);
  return kind && { kind, sentence: SENTENCES[kind] };
}

/** Two that wrote at once got into each other's way: tried again, each gets through. */
export const isCollision = (reason: unknown): boolean => /^40(?:P01|001)$/.test(String(codeOf(reason).code));

export const messageOf = (reason: unknown): string => {
  if (reason instanceof AggregateError && reason.message === '') return messageOf(reason.errors[0]);
  return reason instanceof Error ? reason.message : String(reason);
};

const withoutDot = (text: string): string => text.replace(/\.+$/, '');

function postgresAdvice(place: { url: string }, reason: unknown): string | undefined {
  const { username, pathname } = new URL(place.url);
  const { code } = codeOf(reason);
  switch (code) {
    case '28P01':
    case '28000':
      return `it does not let "${decodeURIComponent(username)}" in with this password: look at DATABASE_URL`;
    case '3D000':
      return `there is no database "${pathname.slice(1)}": make it with \`createdb ${pathname.slice(1)}\``;
    case '42501':
      return `"${decodeURIComponent(username)}" may not make tables in it: \`grant create on schema public to ${decodeURIComponent(username)}\``;
    default:
      return kindOf(reason) === 'unreachable'
        ? `it does not answer (${withoutDot(messageOf(reason))}): does PostgreSQL run there?`
        : undefined;
  }
}

/** Why it could not be opened, for whoever starts the server or a command. */
export function openingSentence(place: DatabasePlace, reason: unknown): string {
  if ('file' in place) {
    const dir = place.file.replace(/[/\\][^/\\]*$/, '');
    return `The database in DATA_DIR (${dir}) cannot be opened: ${withoutDot(messageOf(reason))}.`;
  }
  return `The database of DATABASE_URL (${nameOf(place)}) cannot be opened: ${postgresAdvice(place, reason) ?? withoutDot(messageOf(reason))}.`;
}
