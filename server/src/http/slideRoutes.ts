// `/api/slides`: a speaker sends the document they want to show. `/slides/:id`: whoever is in that talk reads it, in parts.
import { normaliseWords } from '@comptoir/shared/people';
import { tuning } from '@comptoir/shared/tuning';
import { type Request, Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as v from 'valibot';
import type { Identity } from '../ops/identity.ts';
import type { SlideFile, SlideFiles, SlideProblem } from '../slides/SlideFiles.ts';
import { HttpRefusal } from './HttpRefusal.ts';

/** Who is in the talks that are on; app.ts implements it. */
export interface Slides {
  /** The talk in which this person speaks now. */
  speaksIn(personId: string): string | undefined;
  /** Is somebody in that talk whom this ticket, or this browser, is? */
  isIn(talk: string, who: Asking): boolean;
}

interface Asking {
  personId: string | undefined;
  deviceId: string | undefined;
}

export interface SlideRouteParts {
  identity: Identity;
  /** Has this person an account, and is it not signed in here? */
  isSignedOut(req: Request, personId: string): Promise<boolean>;
  slides: Slides;
  files: SlideFiles;
}

const TYPE = 'application/pdf';
const NAME_LENGTH = 120;
/** Half an hour's rehearsal of changing slides does not come near. */
const SENT_PER_MINUTE = 10;
/** The document is nobody's page: whatever opens it has no scripts, no forms and no origin. */
const POLICY = "default-src 'none'; sandbox";
const KEPT = 'private, max-age=31536000, immutable';
const RETRY_S = 60;

const query = v.object({
  name: v.pipe(v.string(), v.maxLength(1000)),
  pages: v.pipe(v.string(), v.regex(/^\d{1,4}$/), v.transform(Number), v.minValue(1), v.maxValue(tuning.slidePages)),
});

const REFUSALS = {
  tooLarge: [413, `Slides may have ${tuning.slideBytes / 1_000_000} MB at most.`],
  notPdf: [415, 'This is no PDF.'],
  cutOff: [400, 'Not all of it came: send it again.'],
  tooMany: [409, 'This talk has as many documents as it may.'],
  diskFull: [507, 'This server has no room for it now.'],
} as const satisfies Record<SlideProblem, [number, string]>;

export function slideRoutes({ identity, isSignedOut, slides, files }: SlideRouteParts): Router {
  const router = Router({ caseSensitive: true });
  const sent = new RateLimiterMemory({ keyPrefix: 'slides', points: SENT_PER_MINUTE, duration: 60 });

  /** By ticket, or by nothing but the device that a browser names with each request. */
  const whoAsks = async (req: Request): Promise<Asking> => {
    const deviceId = identity.readDevice(req.headers.cookie);
    const [, ticket] = /^Bearer (\S{1,300})$/.exec(req.headers.authorization ?? '') ?? [];
    const personId = ticket === undefined ? undefined : identity.checkTicket(ticket, deviceId);
    return { deviceId, personId: personId === undefined || (await isSignedOut(req, personId)) ? undefined : personId };
  };

  router.post('/api/slides', async (req, res) => {
    const { personId } = await whoAsks(req);
    if (personId === undefined) throw new HttpRefusal(401, 'ticket', 'Whoever sends slides shows their ticket.');
    const talk = slides.speaksIn(personId);
    if (talk === undefined) throw notSpeaking();
    const ask = v.safeParse(query, req.query);
    if (!ask.success) throw new HttpRefusal(400, 'malformed', 'This request could not be understood.');
    if (!req.is(TYPE)) throw refusalOf('notPdf');
    await sent.consume(personId).catch(() => {
      throw new HttpRefusal(429, 'tooMany', 'Many documents at once: try again in a minute.', {
        headers: { 'Retry-After': String(RETRY_S) },
      });
    });
    giveUpWhenIdle(req);
    const declared = req.headers['content-length'];
    const facts = { talk, by: personId, name: nameOf(ask.output.name), pages: ask.output.pages };
    const file = await files.receive(req, facts, declared === undefined ? undefined : Number(declared));
    if ('refused' in file) {
      // whoever still sends reads the answer afterwards; how long that may take is limited as before
      req.resume();
      throw refusalOf(file.refused);
    }
    // the talk may have ended while it came, and then nobody would delete it
    if (slides.speaksIn(personId) !== talk) {
      await files.remove(file.id);
      throw notSpeaking();
    }
    res.status(201).set('Cache-Control', 'no-store').json({ slides: file.id });
  });

  router.get('/slides/:id', async (req, res, next) => {
    const file = files.find(req.params.id);
    const notFound = new HttpRefusal(404, 'noSlides', 'There are no such slides, or not for whoever asks.');
    if (!file || !slides.isIn(file.talk, await whoAsks(req))) throw notFound;
    const headers = {
      'Content-Type': TYPE,
      'Content-Disposition': dispositionOf(file),
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': KEPT,
      Vary: 'Cookie, Authorization',
    };
    res.sendFile(files.pathOf(file), { cacheControl: false, dotfiles: 'allow', headers }, (err: unknown) => {
      if (err && !res.headersSent) next(isNoRange(err) ? new HttpRefusal(416, 'range', 'There is no such part.') : notFound);
    });
  });
  return router;
}

const isNoRange = (err: unknown): boolean => err instanceof Error && 'status' in err && err.status === 416;

const notSpeaking = (): HttpRefusal => new HttpRefusal(403, 'notSpeaking', 'Only whoever speaks in a talk shows slides.');

function refusalOf(problem: SlideProblem): HttpRefusal {
  const [status, sentence] = REFUSALS[problem];
  return new HttpRefusal(status, problem, sentence);
}

function nameOf(asked: string): string {
  const name = [...normaliseWords(asked.replace(/\.pdf$/i, ''))].slice(0, NAME_LENGTH).join('');
  return name || 'PDF';
}

function giveUpWhenIdle(req: Request): void {
  req.setTimeout(tuning.slideIdleMs, () => req.destroy());
  req.once('close', () => req.setTimeout(0));
}

/** RFC 6266: the name as UTF-8, and one that every client can read. */
function dispositionOf({ name }: SlideFile): string {
  const encoded = encodeURIComponent(`${name}.pdf`).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `inline; filename="slides.pdf"; filename*=UTF-8''${encoded}`;
}
