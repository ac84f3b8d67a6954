// `POST /matchmake/...`: a seat in an office's room, asked for by the Colyseus SDK; ours instead of the framework's, to count and to check.
import { ErrorCode, matchMaker, ServerError } from '@colyseus/core';
import { JOIN_REFUSED } from '@comptoir/shared/protocol/http';
import { type Request, Router } from 'express';
import type { Identity } from '../ops/identity.ts';
import type { Metrics } from '../ops/metrics.ts';
import { HttpRefusal } from './HttpRefusal.ts';
import type { RateLimits } from './rateLimits.ts';

type JoinRefusal = keyof typeof JOIN_REFUSED;

const STATUS: Record<JoinRefusal, number> = {
  ...{ protocol: 409, name: 400, full: 503, tooMany: 429, closed: 404, invalid: 400 },
  ...{ link: 403, password: 403, wrongPassword: 403, knock: 403, banned: 403, invitation: 403, signIn: 403, charter: 403 },
};
const SENTENCES: Record<JoinRefusal, string> = {
  protocol: 'This page is older or newer than the office: reload it.',
  name: 'This name cannot be used.',
  full: 'The office is full.',
  tooMany: 'Too many at once.',
  closed: 'There is no such office here.',
  invalid: 'This request could not be understood.',
  link: 'This office is open to those who have an invitation.',
  password: 'This office asks for a password.',
  wrongPassword: 'This is not the password.',
  knock: 'Knock: a host lets you in.',
  banned: 'The hosts of this office do not let you in.',
  invitation: 'This invitation is over, used up or withdrawn.',
  signIn: 'This person has an account: sign in.',
  charter: 'Whoever comes in accepts the charter of this place.',
};

const isJoinRefusal = (name: string): name is JoinRefusal => Object.hasOwn(JOIN_REFUSED, name);

/** The SDK reads the HTTP status as the code and `error` as the message, which is the refusal's name. */
function refuseJoin(name: JoinRefusal, retryAfterS?: number): HttpRefusal {
  const more = { code: JOIN_REFUSED[name], sentence: SENTENCES[name] };
  if (retryAfterS === undefined) return new HttpRefusal(STATUS[name], name, name, { more });
  return new HttpRefusal(STATUS[name], name, name, { headers: { 'Retry-After': String(retryAfterS) }, more: { ...more, retryAfterS } });
}

const nameOf = (code: number): JoinRefusal | undefined =>
  Object.keys(JOIN_REFUSED)
    .filter(isJoinRefusal)
    .find((name) => JOIN_REFUSED[name] === code);

/** What a room's onAuth or the match-maker threw; undefined for what nobody foresaw. */
function asRefusal(err: unknown): HttpRefusal | undefined {
  // Not exported: the office closes at this moment.
  if (err instanceof Error && err.constructor.name === 'SeatReservationError') return refuseJoin('closed');
  if (!(err instanceof ServerError)) return undefined;
  const name = nameOf(err.code);
  const retryAfterS = 'retryAfterS' in err && typeof err.retryAfterS === 'number' ? err.retryAfterS : undefined;
  if (name) return refuseJoin(name, retryAfterS);
  if (err.code === ErrorCode.MATCHMAKE_INVALID_ROOM_ID) return refuseJoin('closed');
  if (err.code === ErrorCode.AUTH_FAILED || err.code === ErrorCode.MATCHMAKE_UNHANDLED) return refuseJoin('invalid');
  return undefined;
}

/** The person a join proves to be, if any: they are counted by themselves. */
function returningPerson(req: Request, identity: Identity): string | undefined {
  const ticket: unknown = req.body?.ticket;
  return typeof ticket === 'string' ? identity.checkTicket(ticket, identity.readDevice(req.headers.cookie)) : undefined;
}

function headersOf(req: Request): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) if (value !== undefined) headers.set(name, String(value));
  return headers;
}

/** A seat in the room of this id. */
export type Join = (roomId: string, options: object, auth: { headers: Headers; ip: string }) => Promise<unknown>;

export interface MatchmakingParts {
  identity: Identity;
  limits: RateLimits;
  metrics: Metrics;
  join?: Join;
}

export function matchmaking({ identity, limits, metrics, join = matchMaker.joinById }: MatchmakingParts): Router {
  const router = Router();
  router.post('/:method/:roomId', async (req, res) => {
    const { method, roomId } = req.params;
    const options: unknown = req.body ?? {};
    // the only way in: offices are created by the server alone, and coming back is a join too
    const isKnown = method === 'joinById' && /^[\w-]{1,400}$/.test(roomId);
    if (!isKnown || typeof options !== 'object' || options === null || Array.isArray(options)) throw refuseJoin('invalid');
    try {
      await limits.countJoin(req, returningPerson(req, identity), { error: 'tooMany', code: JOIN_REFUSED.tooMany });
      const auth = { headers: headersOf(req), ip: req.ip ?? '' };
      res.set('Cache-Control', 'no-store').json(await join(roomId, options, auth));
    } catch (err) {
      const refusal = err instanceof HttpRefusal ? err : asRefusal(err);
      metrics.refusedJoins.inc({ reason: refusal?.reason ?? 'bug' });
      throw refusal ?? err;
    }
  });
  return router;
}
