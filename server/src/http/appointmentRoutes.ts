// `/e/:id`: the page of a meeting and its calendar file; `/o/<office>/agenda.ics`: the feed; `/api/appointments/:id`: for the entrance.
import { tuning } from '@comptoir/shared/tuning';
import express, { type Request, type Response, Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as v from 'valibot';
import type { Appointment } from '../appointments/Appointment.ts';
import { calendarFile } from '../appointments/calendarFile.ts';
import { linksOf, meetingPage } from '../appointments/meetingPage.ts';
import { pageWords } from '../appointments/pageWords.ts';
import { hashDevice, type Identity } from '../ops/identity.ts';
import { notePage } from '../pages/frame.ts';
import type { Agendas, PublicAgenda } from './Agendas.ts';
import { HttpRefusal } from './HttpRefusal.ts';
import { nameDevice } from './nameDevice.ts';
import { pageStyle } from './pageStyle.ts';
import { fileNameOf, languageOf, originFor, pathOf, refuseOtherPages, sendPage, textOf } from './pages.ts';
import { addressKey, type RateLimits } from './rateLimits.ts';

const SHOWN = 3;
const WINDOW_S = 600;
const MAX_FORM = '1kb';
const STYLE_PATH = '/e/page.css';
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
  const style = pageStyle(parts.clientDir, ['page']);
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
    const facts = { language, title: words[`${what}Title`], sentence: words[what], stylePath: STYLE_PATH, path: req.path };
    sendPage(res.status(status), notePage({ ...facts, ...(back ? { back: { href: back, words: words.back } } : {}) }));
  };

  router.get(STYLE_PATH, (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('css').send(style);
  });

  router.get('/e/:id.ics', limits.gate, (req, res) => {
    const found = find(req);
    if (!found) throw new HttpRefusal(404, 'noMeeting', 'There is no such meeting here.');
    const name = `${found.appointment.title} · ${found.agenda.officeTitle}`;
    sendCalendar(
      res,
      calendarFile([entryOf(req, found.agenda, found.appointment)], { name }),
      `${fileNameOf(found.appointment.title, 'meeting')}.ics`,
    );
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
    refuseOtherPages(req, parts);
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

function sendCalendar(res: Response, text: string, fileName?: string): void {
  res.set({ 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'no-cache', Vary: 'Accept-Language' });
  if (fileName !== undefined) res.set('Content-Disposition', `attachment; filename="${fileName}"`);
  res.send(text);
}
