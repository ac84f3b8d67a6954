// `/e/:id`: the page of a meeting and its calendar file; `/o/<office>/agenda.ics`: the feed; `/api/appointments/:id`: for the entrance.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { tuning } from '@comptoir/shared/tuning';
import express, { type Request, type Response, Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as v from 'valibot';
import type { Appointment } from '../appointments/Appointment.ts';
import { calendarFile } from '../appointments/calendarFile.ts';
import { linksOf, meetingPage, notePage } from '../appointments/meetingPage.ts';
import { PAGE_LANGUAGES, type PageLanguage, pageWords } from '../appointments/pageWords.ts';
import { hashDevice, type Identity } from '../ops/identity.ts';
import type { Agendas, PublicAgenda } from './Agendas.ts';
import { HttpRefusal } from './HttpRefusal.ts';
import { isAllowedOrigin } from './isAllowedOrigin.ts';
import { nameDevice } from './nameDevice.ts';
import { addressKey, type RateLimits } from './rateLimits.ts';

const SHOWN = 3;
const WINDOW_S = 600;
const MAX_FORM = '1kb';
const STYLE_PATH = '/e/page.css';
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
/** Weights and scripts that the page needs; the build puts them beside the client, a hash in each name. */
const FONTS = [
  { family: 'Fredoka', file: /^fredoka-latin-600-normal-[\w-]+\.woff2$/, weight: 600 },
  { family: 'Nunito', file: /^nunito-latin-600-normal-[\w-]+\.woff2$/, weight: 600 },
] as const;

const answerForm = v.object({
  occurrence: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  coming: v.picklist(['yes', 'no']),
});

export interface AppointmentRouteParts {
  agendas: Agendas;
  identity: Identity;
  limits: RateLimits;
  publicUrl: URL | undefined;
  clientDir: string;
  isSecure(req: Request): boolean;
}

export function appointmentRoutes(parts: AppointmentRouteParts): Router {
  const { agendas, identity, limits, isSecure } = parts;
  const router = Router();
  const answers = new RateLimiterMemory({ keyPrefix: 'coming', points: tuning.comingPerAddress, duration: WINDOW_S });
  const style = pageStyle(join(parts.clientDir, 'dist', 'assets'));
  const originOf = (req: Request): string => originFor(req, parts.publicUrl, isSecure(req));

  /** The meeting, if whoever asks may read of it. */
  const find = (req: Request): { agenda: PublicAgenda; appointment: Appointment; key: string | undefined } | undefined => {
    const id = String(req.params.id ?? '');
    const agenda = agendas.withAppointment(id);
    const appointment = agenda?.find(id);
    return agenda && appointment && agenda.isShownTo(textOf(req.query.key)) ? { agenda, appointment, key: agenda.key } : undefined;
  };
  const sendNote = (req: Request, res: Response, status: number, what: 'notThere' | 'tooMany' | 'gone', back?: string): void => {
    const language = languageOf(req);
    const words = pageWords[language];
    const [title, sentence] = [words[`${what}Title`], words[what]];
    sendPage(res.status(status), notePage({ language, title, sentence, stylePath: STYLE_PATH, path: req.path, ...(back ? { back } : {}) }));
  };

  router.get(STYLE_PATH, (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('css').send(style);
  });

  router.get('/e/:id.ics', limits.gate, (req, res) => {
    const found = find(req);
    if (!found) throw new HttpRefusal(404, 'noMeeting', 'There is no such meeting here.');
    const name = `${found.appointment.title} · ${found.agenda.officeTitle}`;
    sendCalendar(res, calendarFile([entryOf(req, found.agenda, found.appointment)], { name }), fileNameOf(found.appointment.title));
  });

  router.get('/e/:id', limits.gate, (req, res) => {
    const found = find(req);
    if (!found) return sendNote(req, res, 404, 'notThere');
    const { agenda, appointment, key } = found;
    const device = identity.readDevice(req.headers.cookie);
    const language = languageOf(req);
    sendPage(
      res,
      meetingPage({
        ...{ language, appointment, key, stylePath: STYLE_PATH, origin: originOf(req) },
        ...{
          officeTitle: agenda.officeTitle,
          officePath: pathOf(agenda.officeId),
          placeName: agenda.placeWords(appointment.place, language),
        },
        next: agenda.nextOfOne(appointment.id, SHOWN, device === undefined ? undefined : hashDevice(device)),
      }),
    );
  });

  router.post('/e/:id/coming', limits.gate, express.urlencoded({ extended: false, limit: MAX_FORM, inflate: false }), async (req, res) => {
    // a form of another site would come without our cookie, but could fill the count
    const isOurs = req.headers.origin !== undefined || req.headers['sec-fetch-site'] === 'same-origin';
    if (!isOurs || !isAllowedOrigin(req.headers.origin, req.headers.host, parts))
      throw new HttpRefusal(403, 'origin', 'This office answers to its own pages only.');
    const found = find(req);
    if (!found) return sendNote(req, res, 404, 'notThere');
    const { agenda, appointment, key } = found;
    const page = `${linksOf(appointment, '', key).page}${key === undefined ? '?' : '&'}lang=${languageOf(req)}`;
    const form = v.safeParse(answerForm, req.body ?? {});
    if (!form.success) throw new HttpRefusal(400, 'malformed', 'This request could not be understood.');
    if (!(await answers.consume(addressKey(req.ip)).then(Boolean, () => false))) return sendNote(req, res, 429, 'tooMany', page);
    const deviceId = nameDevice(identity, req, res, isSecure(req));
    const answer = agenda.come(hashDevice(deviceId), appointment.id, form.output.occurrence, form.output.coming === 'yes');
    if ('refused' in answer) return sendNote(req, res, 409, 'gone', page);
    res.redirect(303, page);
  });

  router.get('/o/*office/agenda.ics', limits.gate, (req, res) => {
    const officeId = ([] as string[]).concat(req.params.office ?? []).join('/');
    const agenda = agendas.ofOffice(officeId);
    if (!agenda?.isShownTo(textOf(req.query.key))) throw new HttpRefusal(404, 'noAgenda', 'There is no such agenda here.');
    const entries = agenda.toCalendars().map((appointment) => entryOf(req, agenda, appointment));
    sendCalendar(res, calendarFile(entries, { name: agenda.officeTitle, source: originOf(req) + req.originalUrl }));
  });

  router.get('/api/appointments/:id', (req, res) => {
    const found = find(req);
    const [next] = found ? found.agenda.nextOfOne(found.appointment.id, 1) : [];
    if (!found || !next) throw new HttpRefusal(404, 'noMeeting', 'There is no such meeting here.');
    res.set('Cache-Control', 'no-store').json(found.agenda.factsOf(next));
  });

  const entryOf = (req: Request, agenda: PublicAgenda, appointment: Appointment) => ({
    appointment,
    url: originOf(req) + linksOf(appointment, pathOf(agenda.officeId), agenda.key).place,
    location: `${agenda.placeWords(appointment.place, languageOf(req))} · ${agenda.officeTitle}`,
  });
  return router;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Ids may hold slashes: each part is encoded by itself. */
const pathOf = (officeId: string): string => `/o/${officeId.split('/').map(encodeURIComponent).join('/')}`;

const languageOf = (req: Request): PageLanguage =>
  PAGE_LANGUAGES.find((known) => known === req.query.lang) ??
  PAGE_LANGUAGES.find((known) => known === req.acceptsLanguages([...PAGE_LANGUAGES])) ??
  'en';

/** Where this server is, as whoever asks reached it; a Host that is none becomes `localhost`. */
function originFor(req: Request, publicUrl: URL | undefined, isSecure: boolean): string {
  if (publicUrl) return publicUrl.origin;
  const host = req.headers.host ?? '';
  const own = /[\s/@?#\\"<>]/.test(host) ? null : URL.parse(`${isSecure ? 'https' : 'http'}://${host}`);
  return own?.origin ?? 'http://localhost';
}

function sendPage(res: Response, html: string): void {
  res.set({ 'Content-Security-Policy': PAGE_POLICY, 'Cache-Control': 'no-store', Vary: 'Accept-Language, Cookie' }).type('html').send(html);
}

function sendCalendar(res: Response, text: string, fileName?: string): void {
  res.set({ 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'no-cache', Vary: 'Accept-Language' });
  if (fileName !== undefined) res.set('Content-Disposition', `attachment; filename="${fileName}"`);
  res.send(text);
}

/** `apero-des-freelances.ics` */
function fileNameOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return `${
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || 'meeting'
  }.ics`;
}

/** The style of the page with the fonts that the client's build has; without a build, the system's. */
function pageStyle(assetsDir: string): string {
  const style = readFileSync(new URL('../appointments/page.css', import.meta.url), 'utf8');
  const files = filesOf(assetsDir);
  const faces = FONTS.flatMap(({ family, file, weight }) => {
    const found = files.find((name) => file.test(name));
    const source = `url("/assets/${found}") format("woff2")`;
    return found ? [`@font-face{font-family:${family};font-weight:${weight};font-display:swap;src:${source}}`] : [];
  });
  return [...faces, style].join('\n');
}

function filesOf(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
