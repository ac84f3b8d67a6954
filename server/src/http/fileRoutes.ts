// `/api/files`: somebody sends a file to go with their words. `/api/files/:id`: whoever may read a line, a shelf or a card with it gets it.

import { normaliseWords } from '@comptoir/shared/people';
import { FILE_NAME_HEADER, type FileView } from '@comptoir/shared/protocol/channels';
import { tuning } from '@comptoir/shared/tuning';
import { type Request, Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { FileProblem, SentFiles } from '../files/SentFiles.ts';
import { isShown } from '../files/typeOf.ts';
import type { Identity } from '../ops/identity.ts';
import type { StoredFile } from '../store/files.ts';
import { HttpRefusal } from './HttpRefusal.ts';

export interface AskingForFile {
  personId: string | undefined;
  deviceId: string | undefined;
}

/** Who is where, and what the store knows of files; app.ts implements it. */
export interface Files {
  /** Is this person in an office of this server? */
  isHere(personId: string): boolean;
  bytesOf(personId: string): Promise<number>;
  /** @returns false: with it they would have more than they may */
  add(file: StoredFile): Promise<boolean>;
  /** Undefined: there is none, or not for whoever asks. */
  readable(fileId: string, who: AskingForFile): Promise<StoredFile | undefined>;
}

export interface FileRouteParts {
  identity: Identity;
  files: Files;
  sent: SentFiles;
  /** Has this person an account, and is it signed in here no more? */
  isSignedOut(req: Request, personId: string): Promise<boolean>;
}

const NAME_LENGTH = 120;
const SENT_PER_MINUTE = 30;
const RETRY_S = 60;
/** It is nobody's page: whatever opens it has no scripts, no forms and no origin. */
const POLICY = "sandbox; default-src 'none'";
/** It never changes, but whoever may read it may no longer tomorrow. */
const KEPT = 'private, max-age=86400, immutable';

const REFUSALS = {
  tooLarge: [413, `A file may have ${tuning.fileBytes / 1_000_000} MB at most.`],
  notThisKind: [415, 'Files of this kind are not taken.'],
  cutOff: [400, 'Not all of it came: send it again.'],
  diskFull: [507, 'This server has no room for it now.'],
} as const satisfies Record<FileProblem, [number, string]>;

export function fileRoutes({ identity, files, sent, isSignedOut }: FileRouteParts): Router {
  const router = Router({ caseSensitive: true });
  const often = new RateLimiterMemory({ keyPrefix: 'files', points: SENT_PER_MINUTE, duration: 60 });

  /** By ticket, or by nothing but the device that a browser names with each request. */
  const whoAsks = async (req: Request): Promise<AskingForFile> => {
    const deviceId = identity.readDevice(req.headers.cookie);
    const [, ticket] = /^Bearer (\S{1,300})$/.exec(req.headers.authorization ?? '') ?? [];
    const personId = ticket === undefined ? undefined : identity.checkTicket(ticket, deviceId);
    return { deviceId, personId: personId === undefined || (await isSignedOut(req, personId)) ? undefined : personId };
  };

  router.post('/api/files', async (req, res) => {
    const { personId } = await whoAsks(req);
    if (personId === undefined || !files.isHere(personId))
      throw new HttpRefusal(401, 'notHere', 'Whoever sends a file is in an office, and shows their ticket.');
    await often.consume(personId).catch(() => {
      throw new HttpRefusal(429, 'tooOften', 'Many files at once: try again in a minute.', { headers: { 'Retry-After': String(RETRY_S) } });
    });
    const declared = req.headers['content-length'] === undefined ? undefined : Number(req.headers['content-length']);
    if ((await files.bytesOf(personId)) + (declared ?? 0) > tuning.fileBytesOfPerson) throw tooMuch();
    giveUpWhenIdle(req);
    const file = await sent.receive(req, declared);
    if ('refused' in file) {
      // whoever still sends reads the answer afterwards; how long that may take is limited as before
      req.resume();
      const [status, sentence] = REFUSALS[file.refused];
      throw new HttpRefusal(status, file.refused, sentence);
    }
    const { id, type, bytes, width = null, height = null } = file;
    const name = nameOf(req.headers[FILE_NAME_HEADER], type);
    const isAdded = await files
      .add({ ...{ fileId: id, byId: personId, name, type, bytes, width, height }, createdMs: Date.now() })
      .catch(() => undefined);
    if (isAdded !== true) await sent.remove([id]);
    if (isAdded === undefined) throw new HttpRefusal(507, 'diskFull', 'This server cannot keep it now.');
    if (!isAdded) throw tooMuch();
    res
      .status(201)
      .set('Cache-Control', 'no-store')
      .json({ ...file, name } satisfies FileView);
  });

  router.get('/api/files/:id', async (req, res, next) => {
    const notFound = new HttpRefusal(404, 'noFile', 'There is no such file, or not for whoever asks.');
    const path = sent.pathOf(req.params.id);
    const file = path === undefined ? undefined : await files.readable(req.params.id, await whoAsks(req));
    if (!file || path === undefined) throw notFound;
    const asAttachment = req.query.download !== undefined || !isShown(file.type);
    const headers = {
      'Content-Type': file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
      'Content-Disposition': dispositionOf(asAttachment ? 'attachment' : 'inline', file.name),
      'Content-Security-Policy': POLICY,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': KEPT,
      Vary: 'Cookie, Authorization',
    };
    res.sendFile(path, { cacheControl: false, dotfiles: 'allow', headers }, (err: unknown) => {
      if (err && !res.headersSent) next(isNoRange(err) ? new HttpRefusal(416, 'range', 'There is no such part.') : notFound);
    });
  });
  return router;
}

const tooMuch = (): HttpRefusal => new HttpRefusal(409, 'tooMany', 'You have sent as many files as this server keeps of one person.');
const isNoRange = (err: unknown): boolean => err instanceof Error && 'status' in err && err.status === 416;

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
};

/** As people see it: without a path, and never empty. */
export function nameOf(header: string | string[] | undefined, type: string): string {
  const asked = typeof header === 'string' ? decoded(header) : '';
  const name = normaliseWords(asked.replace(/^.*[\\/]/s, '').replace(/^\.+/, ''));
  const letters = [...name];
  const most = letters.length <= NAME_LENGTH ? name : letters.slice(0, NAME_LENGTH / 2).join('') + letters.slice(-NAME_LENGTH / 2).join('');
  return most || `file${ENDINGS[type] ?? ''}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function giveUpWhenIdle(req: Request): void {
  req.setTimeout(tuning.slideIdleMs, () => req.destroy());
  req.once('close', () => req.setTimeout(0));
}

/** RFC 6266: the name as UTF-8, and one that every client can read. */
function dispositionOf(how: 'inline' | 'attachment', name: string): string {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${how}; filename="file"; filename*=UTF-8''${encoded}`;
}
