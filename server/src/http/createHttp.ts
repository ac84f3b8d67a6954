// All of HTTP as one Express app: gates first, then routes, then the client, then errors.
import compression from 'compression';
import express, { type Request, type Response } from 'express';
import type { SentFiles } from '../files/SentFiles.ts';
import type { Identity } from '../ops/identity.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { SlideFiles } from '../slides/SlideFiles.ts';
import type { Agendas } from './Agendas.ts';
import { type AccountParts, openAccounts } from './accounts/openAccounts.ts';
import { answerErrors, answerNotFound } from './answerErrors.ts';
import { appointmentRoutes } from './appointmentRoutes.ts';
import { deviceRoute, type PersonsOfDevice } from './deviceRoute.ts';
import type { Elsewhere } from './Elsewhere.ts';
import { elsewhereRoutes, knocksElsewhere } from './elsewhereRoutes.ts';
import { endSlowBodies } from './endSlowBodies.ts';
import { type Files, fileRoutes } from './fileRoutes.ts';
import type { HttpSettings } from './HttpSettings.ts';
import { healthRoutes } from './healthRoutes.ts';
import { type HouseReader, houseRoute } from './houseRoute.ts';
import { isSecureRequest } from './isSecureRequest.ts';
import { type Bans, type Knocks, knockRoutes } from './knockRoutes.ts';
import { mapFiles } from './mapFiles.ts';
import { type Join, matchmaking } from './matchmaking.ts';
import type { Maps, Offices } from './Offices.ts';
import { officeRoutes } from './officeRoutes.ts';
import { openApi } from './openApi.ts';
import { originGate } from './originGate.ts';
import type { Replays } from './Replays.ts';
import { createRateLimits, type MakeLimiter } from './rateLimits.ts';
import { type Rights, rightsRoutes } from './rightsRoutes.ts';
import { secureHeaders } from './secureHeaders.ts';
import { serveClient } from './serveClient.ts';
import { serveHotClient } from './serveHotClient.ts';
import { type Slides, slideRoutes } from './slideRoutes.ts';
import { talkRoutes } from './talkRoutes.ts';

const MAX_BODY = '16kb';

export interface HttpParts {
  settings: HttpSettings;
  identity: Identity;
  persons: PersonsOfDevice;
  bans: Bans;
  house: HouseReader;
  knocks: Knocks;
  /** Undefined in tests of other routes: nobody has one. */
  accounts?: AccountParts | undefined;
  /** Undefined in tests of other routes. */
  rights?: Rights | undefined;
  agendas: Agendas;
  slides: Slides;
  replays: Replays;
  slideFiles: SlideFiles;
  files: Files;
  sentFiles: SentFiles;
  offices: Offices;
  /** Undefined: this process is the whole server. */
  elsewhere?: Elsewhere | undefined;
  /** Undefined: this process counts alone. */
  makeLimiter?: MakeLimiter | undefined;
  /** Undefined: Colyseus' own. */
  join?: Join | undefined;
  maps: Maps;
  metrics: Metrics;
  log: Log;
}

/** `handler` is to be the only request listener of the port (openPort sees to that). */
export async function createHttp(parts: HttpParts): Promise<{ handler: express.Express; close(): Promise<void> }> {
  const { settings, identity, persons, bans, knocks, offices, maps, metrics, log } = parts;
  const hot = settings.dev ? await serveHotClient(settings.clientDir, settings.host) : undefined;
  const limits = createRateLimits(settings.joinRatePerAddress, parts.makeLimiter);
  const isSecure = (req: Request): boolean => isSecureRequest(req, settings.publicUrl);
  const accounts = parts.accounts && openAccounts(parts.accounts, { identity, log, gate: limits.gate, isSecure, ...settings });
  const signedIn = async (req: Request, res: Response) => accounts?.desk.session(req, res);
  const isSignedOut = async (req: Request, personId: string): Promise<boolean> =>
    (await accounts?.desk.isSignedOut(req, personId)) === true;

  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustProxy);
  app.set('query parser', 'simple');
  app.use(secureHeaders({ isSecure, hotReloadPort: hot?.hotReloadPort }));
  app.use(healthRoutes(offices, metrics, settings.metricsToken));
  app.use(originGate(settings));
  app.use(endSlowBodies);
  const { elsewhere, join } = parts;
  const personOf = (req: Request, ticket: string) => identity.checkTicket(ticket, identity.readDevice(req.headers.cookie));
  if (elsewhere) app.use(elsewhereRoutes({ elsewhere, personOf, deviceOf: (req) => identity.readDevice(req.headers.cookie) }));

  // before bodies are read: a file of JSON is a file
  app.use('/api/files', limits.gate);
  app.use(fileRoutes({ identity, files: parts.files, sent: parts.sentFiles, isSignedOut }));
  app.use(['/api', '/matchmake'], limits.gate, express.json({ limit: MAX_BODY, inflate: false }));
  app.use('/matchmake', matchmaking({ identity, limits, metrics, ...(join ? { join } : {}) }));
  // before answers are compressed: an archive is
  if (parts.rights) app.use(rightsRoutes({ identity, rights: parts.rights, isSignedOut, log }));
  app.use('/api', compression());
  app.use('/api/offices', officeRoutes(offices, maps));
  app.use('/api/device', deviceRoute({ identity, persons, bans, offices, signedIn, isSecure }));
  if (elsewhere) app.post('/api/knocks', knocksElsewhere(elsewhere));
  app.use('/api/knocks', knockRoutes({ identity, knocks, bans, isSignedOut, limit: limits.knock }));
  app.use(houseRoute(parts.house));
  app.get('/api/openapi.json', (_req, res) => {
    res.json(openApi);
  });
  if (accounts) app.use(accounts.routes);
  app.use(appointmentRoutes({ agendas: parts.agendas, identity, limits, isSecure, ...settings }));
  app.use(talkRoutes({ replays: parts.replays, persons, bans, identity, limits, isSecure, ...settings }));
  app.use(slideRoutes({ identity, isSignedOut, slides: parts.slides, files: parts.slideFiles }));
  app.use(['/api', '/matchmake'], answerNotFound);

  app.use('/maps', mapFiles(maps));
  app.use(hot ? hot.middleware : serveClient(`${settings.clientDir}/dist`));
  app.use(answerNotFound);
  app.use(answerErrors(log, metrics));
  return { handler: app, close: async () => hot?.close() };
}
