// `/t/:id`: the page of a talk that is over, what may be taken along of it, its slides, and the form for answers and new questions.
import { readFileSync } from 'node:fs';
import { lengthOf, nameProblem, normaliseWords } from '@comptoir/shared/people';
import { tuning } from '@comptoir/shared/tuning';
import { cleanText, textProblem } from '@comptoir/shared/words';
import express, { type Request, type Response, Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import * as v from 'valibot';
import { hashDevice, type Identity } from '../ops/identity.ts';
import { notePage } from '../pages/frame.ts';
import { chaptersVtt, notesVtt, peertubeChapters, youtubeChapters } from '../replay/chapterFiles.ts';
import { markdownFile } from '../replay/markdownFile.ts';
import type { Recorded, TalkPageFacts } from '../replay/pageFacts.ts';
import { leaveParts, slideTurnsOf } from '../replay/playerParts.ts';
import { podcast } from '../replay/podcast.ts';
import type { Replay, ReplayMedia } from '../replay/Replay.ts';
import { replayWords } from '../replay/replayWords.ts';
import { talkPage, timedOf } from '../replay/talkPage.ts';
import type { PersonsOfDevice } from './deviceRoute.ts';
import { HttpRefusal } from './HttpRefusal.ts';
import type { Bans } from './knockRoutes.ts';
import { nameDevice } from './nameDevice.ts';
import { pageStyle } from './pageStyle.ts';
import { fileNameOf, languageOf, originFor, pathOf, refuseOtherPages, sendPage, textOf } from './pages.ts';
import type { PublicTalk, Replays } from './Replays.ts';
import { addressKey, type RateLimits } from './rateLimits.ts';

const WINDOW_S = 600;
const MAX_FORM = '24kb';
/** A device that has been more persons is somebody's script. */
const PERSONS_LOOKED_AT = 20;
const STYLE_PATH = '/t/page.css';
const SCRIPT_PATH = '/t/replay.js';
/** Of the client's build (client/engine/besideThePage.ts); its source while that is served hot. */
const SLIDES_SCRIPT = { built: '/talkSlides.js', hot: '/src/replay/page.ts' } as const;
const PDF_POLICY = "default-src 'none'; sandbox";

const writing = v.object({ question: v.pipe(v.string(), v.maxLength(200)), text: v.string(), name: v.string() });
const leaving = v.object({ person: v.pipe(v.string(), v.maxLength(200)) });
const seconds = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number));

export interface TalkRouteParts {
  replays: Replays;
  persons: PersonsOfDevice;
  bans: Bans;
  identity: Identity;
  limits: RateLimits;
  publicUrl: URL | undefined;
  clientDir: string;
  dev: boolean;
  isSecure(req: Request): boolean;
}

interface Found {
  talk: PublicTalk;
  replay: Replay;
}

type Note = 'notThere' | 'onNow' | 'tooMany' | 'full' | 'bad' | 'gone' | 'left' | 'out' | 'tooLate';

const withKey = (media: ReplayMedia, key: string | undefined): ReplayMedia => {
  const keyed = (path: string | undefined): string | undefined => path && `${path}${key === undefined ? '' : `?key=${key}`}`;
  return { ...media, video: keyed(media.video), audio: keyed(media.audio) };
};

export function talkRoutes(parts: TalkRouteParts): Router {
  const { replays, persons, bans, identity, limits, isSecure } = parts;
  const router = Router({ caseSensitive: true });
  const written = new RateLimiterMemory({ keyPrefix: 'afterwards', points: tuning.afterwardsPerAddress, duration: WINDOW_S });
  const style = pageStyle(parts.clientDir, ['page', 'talk', 'watch']);
  const script = readFileSync(new URL('../pages/replay.js', import.meta.url), 'utf8');

  /** T85: the talk, if whoever asks may read of it. */
  const find = async (req: Request): Promise<Found | undefined> => {
    const talk = replays.find(String(req.params.id ?? ''));
    const key = textOf(req.query.key);
    const mayRead = await talk?.mayRead(key, identity.readDevice(req.headers.cookie));
    const replay = mayRead ? await talk?.replay() : undefined;
    if (!talk || !replay) return undefined;
    // whoever reads by their device is not given the key of the agenda along with it
    const shown = { ...talk, key: key === talk.key ? key : undefined };
    return { talk: shown, replay: { ...replay, media: replay.media && withKey(replay.media, shown.key) } };
  };
  const findFile = async (req: Request): Promise<Found> => {
    const found = await find(req);
    if (!found) throw new HttpRefusal(404, 'noTalk', 'There is no such talk here, or not for whoever asks.');
    return found;
  };
  const sendNote = (req: Request, res: Response, status: number, what: Note, back?: string, more = ''): void => {
    const language = languageOf(req);
    const words = replayWords[language];
    // what was posted to is no page
    const path = `/t/${encodeURIComponent(String(req.params.id))}`;
    const facts = { language, title: words[`${what}Title`], sentence: words[what], stylePath: STYLE_PATH, path, more };
    const verb = what === 'onNow' ? words.comeIn : words.back;
    sendPage(res.status(status), notePage({ ...facts, ...(back ? { back: { href: back, words: verb } } : {}) }));
  };
  const personsOf = async (req: Request, limit: number) => {
    const device = identity.readDevice(req.headers.cookie);
    return device === undefined ? [] : persons.ofDevice({ deviceHash: hashDevice(device), limit });
  };
  const nameOfDevice = async (req: Request): Promise<string> => (await personsOf(req, 1))[0]?.name ?? '';
  /** T130: whom this browser may take out of the recording. */
  const recordedOf = async (req: Request, talk: PublicTalk): Promise<Recorded[]> =>
    (await personsOf(req, PERSONS_LOOKED_AT)).flatMap(({ personId, name }) => {
      const untilMs = talk.leavableUntilMs(personId);
      return untilMs === undefined ? [] : [{ personId, name, untilMs }];
    });
  const factsOf = (req: Request, { talk, replay }: Found): TalkPageFacts => {
    const language = languageOf(req);
    const at = v.safeParse(seconds, req.query.at);
    const { officeId, officeTitle, lounge, zone, key, keptUntilMs } = talk;
    return {
      ...{ language, words: replayWords[language], origin: originFor(req, parts.publicUrl, isSecure(req)) },
      ...{ officeTitle, officePath: pathOf(officeId), lounge, placeName: talk.placeName(language), zone, replay, key, keptUntilMs },
      ...{ myName: '', atMs: at.success ? at.output * 1000 : undefined, stylePath: STYLE_PATH, scriptPath: SCRIPT_PATH },
      ...{
        slidesScriptPath: SLIDES_SCRIPT[parts.dev ? 'hot' : 'built'],
        preparing: replay.media ? undefined : talk.preparing(),
        recorded: [],
      },
    };
  };

  router.get(STYLE_PATH, (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('css').send(style);
  });

  router.get(SCRIPT_PATH, (_req, res) => {
    res.set('Cache-Control', 'no-cache').type('js').send(script);
  });

  router.get('/o/*office/podcast.xml', limits.gate, async (req, res) => {
    const officeId = ([] as string[]).concat(req.params.office ?? []).join('/');
    const key = textOf(req.query.key);
    const shelf = replays.shelfOf(officeId, key);
    if (!shelf) throw new HttpRefusal(404, 'noPodcast', 'There is no such podcast here.');
    const given = (await shelf.replays()).map((replay) => ({ ...replay, media: replay.media && withKey(replay.media, shelf.key) }));
    const facts = { origin: originFor(req, parts.publicUrl, isSecure(req)), officePath: pathOf(officeId), language: languageOf(req) };
    res.set({ 'Content-Type': 'application/rss+xml; charset=utf-8', 'Cache-Control': 'no-cache', Vary: 'Accept-Language' });
    res.send(podcast({ ...facts, officeTitle: shelf.officeTitle, key: shelf.key, replays: given }));
  });

  router.get('/t/:id', limits.gate, async (req, res) => {
    const found = await find(req);
    if (found) {
      const facts = { ...factsOf(req, found), myName: await nameOfDevice(req), recorded: await recordedOf(req, found.talk) };
      const scripts = slideTurnsOf(found.replay).length > 0 ? 'slides' : found.replay.media || facts.preparing ? 'own' : 'none';
      return sendPage(res, talkPage(facts), scripts);
    }
    // T131: whoever is in it can always take themselves out
    const shut = replays.find(String(req.params.id));
    const recorded = shut ? await recordedOf(req, shut) : [];
    if (shut && recorded.length > 0) {
      const language = languageOf(req);
      const replay = { record: { id: String(req.params.id) } };
      const facts = { words: replayWords[language], language, key: undefined, zone: shut.zone, recorded, replay };
      return sendNote(req, res, 404, 'left', undefined, leaveParts(facts));
    }
    const on = replays.isOn(String(req.params.id), textOf(req.query.key));
    if (on) return sendNote(req, res, 404, 'onNow', pathOf(on.officeId));
    sendNote(req, res, 404, 'notThere');
  });

  /** What is made of a talk when it is asked for. */
  const file = (name: string, type: string, make: (facts: TalkPageFacts) => string, ending: string): void => {
    router.get(`/t/:id/${name}`, limits.gate, async (req, res) => {
      const found = await findFile(req);
      const facts = factsOf(req, found);
      const title = fileNameOf(found.replay.record.settings.title, 'talk');
      res.set({ 'Content-Type': type, 'Cache-Control': 'no-cache', Vary: 'Accept-Language, Cookie', 'X-Content-Type-Options': 'nosniff' });
      res.set('Content-Disposition', `inline; filename="${title}${ending}"`).send(make(facts));
    });
  };
  const VTT = 'text/vtt; charset=utf-8';
  file('chapters.vtt', VTT, ({ replay, words }) => chaptersVtt(timedOf(replay, words)), '-chapters.vtt');
  file('notes.vtt', VTT, ({ replay, words }) => notesVtt(replay.record.notes, timedOf(replay, words)), '-notes.vtt');
  const youtube = ({ replay, words }: TalkPageFacts): string => `${youtubeChapters(timedOf(replay, words), words.opening).text}\n`;
  file('chapters.txt', 'text/plain; charset=utf-8', youtube, '-chapters.txt');
  const peertube = ({ replay, words }: TalkPageFacts): string => JSON.stringify(peertubeChapters(timedOf(replay, words)), undefined, 2);
  file('chapters.json', 'application/json; charset=utf-8', peertube, '-chapters.json');
  file('notes.md', 'text/markdown; charset=utf-8', markdownFile, '.md');

  router.get('/t/:id/slides/:document', limits.gate, async (req, res, next) => {
    const { talk } = await findFile(req);
    const slides = talk.slides(String(req.params.document));
    const none = new HttpRefusal(404, 'noSlides', 'There are no such slides.');
    if (!slides) throw none;
    const headers = {
      ...{ 'Content-Type': 'application/pdf', 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': PDF_POLICY },
      'Content-Disposition': `inline; filename="${fileNameOf(slides.name, 'slides')}.pdf"`,
      ...{ 'Cache-Control': 'private, no-cache', Vary: 'Cookie' },
    };
    res.sendFile(slides.path, { cacheControl: false, dotfiles: 'allow', headers }, (err: unknown) => {
      if (err && !res.headersSent) next(none);
    });
  });

  /** K69: by the door's rule as the page; a player asks for the parts that it shows. */
  const recorded = (name: string, type: string, pathOfFile: (files: { path: string; audioPath: string }) => string): void => {
    router.get(`/t/:id/${name}`, limits.gate, async (req, res, next) => {
      const { talk, replay } = await findFile(req);
      const files = talk.recorded();
      const none = new HttpRefusal(404, 'noRecording', 'This talk was not recorded, or its recording is not ready.');
      if (!files) throw none;
      const headers = {
        ...{ 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', 'Cache-Control': 'private, no-cache', Vary: 'Cookie' },
        'Content-Disposition': `inline; filename="${fileNameOf(replay.record.settings.title, 'talk')}${name.slice(name.lastIndexOf('.'))}"`,
      };
      res.sendFile(pathOfFile(files), { cacheControl: false, dotfiles: 'allow', headers }, (err?: Error & { statusCode?: number }) => {
        if (!err || res.headersSent) return;
        next(err.statusCode === 416 ? new HttpRefusal(416, 'noSuchRange', 'The file has no such part.') : none);
      });
    });
  };
  recorded('replay.webm', 'video/webm', ({ path }) => path);
  recorded('replay.mp3', 'audio/mpeg', ({ audioPath }) => audioPath);

  router.post('/t/:id/write', limits.gate, express.urlencoded({ extended: false, limit: MAX_FORM, inflate: false }), async (req, res) => {
    refuseOtherPages(req, parts);
    const found = await find(req);
    if (!found) return sendNote(req, res, 404, 'notThere');
    const { talk, replay } = found;
    const page = `/t/${replay.record.id}?lang=${languageOf(req)}${talk.key === undefined ? '' : `&key=${talk.key}`}`;
    const form = v.safeParse(writing, req.body ?? {});
    if (!form.success) throw new HttpRefusal(400, 'malformed', 'This request could not be understood.');
    const text = cleanText(form.output.text);
    const name = normaliseWords(form.output.name);
    if (textProblem(text) || lengthOf(text) > tuning.answerLength || nameProblem(name)) return sendNote(req, res, 400, 'bad', page);
    const address = addressKey(req.ip);
    if (!(await written.consume(address).then(Boolean, () => false))) return sendNote(req, res, 429, 'tooMany', page);
    const who = hashDevice(nameDevice(identity, req, res, isSecure(req)));
    // whoever is kept out of the office writes nothing to it either
    if (await bans.matching({ deviceHash: who, address, nowMs: Date.now() })) return sendNote(req, res, 404, 'notThere');
    const outcome = await talk.write({ question: form.output.question, text, name, who });
    if (outcome === 'tooMany') return sendNote(req, res, 409, 'full', page);
    if (outcome === 'notThere') return sendNote(req, res, 409, 'gone', page);
    res.redirect(303, `${page}#questions`);
  });

  router.post('/t/:id/leave', limits.gate, express.urlencoded({ extended: false, limit: MAX_FORM, inflate: false }), async (req, res) => {
    refuseOtherPages(req, parts);
    const form = v.safeParse(leaving, req.body ?? {});
    if (!form.success) throw new HttpRefusal(400, 'malformed', 'This request could not be understood.');
    const talk = replays.find(String(req.params.id));
    const { person } = form.output;
    const isTheirs = (await personsOf(req, PERSONS_LOOKED_AT)).some(({ personId }) => personId === person);
    const outcome = talk && isTheirs ? talk.leaveRecording(person) : 'none';
    if (outcome === 'none') return sendNote(req, res, 404, 'notThere');
    const found = await find(req);
    const page = `/t/${String(req.params.id)}?lang=${languageOf(req)}${found?.talk.key === undefined ? '' : `&key=${found.talk.key}`}`;
    if (outcome === 'tooLate') return sendNote(req, res, 409, 'tooLate', found && page);
    sendNote(req, res, 200, 'out', found && page);
  });
  return router;
}
