// All of accounts over HTTP: the desk that all routes ask who is signed in, and its routes.
import type { Request, RequestHandler, Router } from 'express';
import express from 'express';
import type { RankOf } from '../../accounts/openIdRanks.ts';
import type { Identity } from '../../ops/identity.ts';
import type { Log } from '../../ops/log.ts';
import { type MailSettings, openMailer } from '../../ops/openMailer.ts';
import { AccountDesk, type DeskParts } from './AccountDesk.ts';
import { accountRoutes } from './accountRoutes.ts';
import { emailRoutes } from './emailRoutes.ts';
import { OpenIdProvider, type OpenIdSettings } from './OpenIdProvider.ts';
import { openIdRoutes } from './openIdRoutes.ts';
import { passkeyRoutes } from './passkeyRoutes.ts';
import { signInRoutes } from './signInRoutes.ts';

/** What app.ts gives. */
export interface AccountParts extends Pick<DeskParts, 'store' | 'changed' | 'rankChanged'> {
  mail: MailSettings | undefined;
  openId: OpenIdSettings | undefined;
  openIdRanks: RankOf;
}

interface Surroundings {
  identity: Identity;
  log: Log;
  publicUrl: URL | undefined;
  clientDir: string;
  gate: RequestHandler;
  isSecure(req: Request): boolean;
}

export function openAccounts(parts: AccountParts, { gate, clientDir, ...around }: Surroundings): { desk: AccountDesk; routes: Router } {
  const { mail, openId, openIdRanks, ...rest } = parts;
  const desk = new AccountDesk({ ...rest, ...around, openIdName: openId?.name, mailer: mail && openMailer(mail) });
  const routes = express.Router();
  routes.use(accountRoutes(desk));
  routes.use(emailRoutes(desk));
  routes.use(passkeyRoutes(desk));
  routes.use(openIdRoutes(desk, { provider: openId && new OpenIdProvider(openId), rankOf: openIdRanks }));
  routes.use(signInRoutes(desk, gate, clientDir));
  return { desk, routes };
}
