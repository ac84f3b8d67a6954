// Every route as programs of strangers ask it: any method, path pieces, headers, cookies, ranges and bodies.
import { openApi } from '@comptoir/server/http/openApi';
import {
  codeAsk,
  emailAsk,
  openIdAsk,
  passkeyNameAsk,
  passkeyRegisterAsk,
  passkeySignInAsk,
  personAsk,
  signOutAsk,
} from '@comptoir/shared/protocol/accounts';
import { knockAsk } from '@comptoir/shared/protocol/door';
import { deviceAsk, joinOptions } from '@comptoir/shared/protocol/http';
import fc, { type Arbitrary } from 'fast-check';
import type { GenericSchema } from 'valibot';
import { anyOf } from './anyOf.ts';
import { anyBend, bentBy } from './crook.ts';

export interface RouteMove {
  method: string;
  /** Pieces in braces are put in when it is sent. */
  path: string;
  query: string;
  headers: Record<string, string>;
  body: Uint8Array | undefined;
  as: 'nobody' | 'cookie' | 'ticket';
}

/** What is asked for with a body that fits. */
const BODIES: Record<string, readonly GenericSchema[]> = {
  '/api/device': [deviceAsk],
  '/api/knocks': [knockAsk],
  '/api/account/email': [emailAsk],
  '/api/account/email/code': [codeAsk],
  '/api/account/passkeys/register-options': [personAsk],
  '/api/account/passkeys/register': [passkeyRegisterAsk],
  '/api/account/passkeys/sign-in': [passkeySignInAsk],
  '/api/account/passkeys/{passkey}': [passkeyNameAsk],
  '/api/account/openid': [openIdAsk],
  '/api/account/sign-out': [signOutAsk],
  '/matchmake/joinById/b2ZmaWNl': [joinOptions],
};

/** Beside what is described: forms of pages, files beside a page, what the framework has, and what only looks like a route. */
const MORE = [
  ...[
    'post /e/{id}/coming',
    'get /e/{id}.ics',
    'post /t/{id}/write',
    'get /t/{id}/chapters.vtt',
    'get /t/{id}/notes.md',
    'get /t/{id}/video.mp4',
  ],
  ...[
    'get /t/{id}/replay.mp3',
    'get /api/openapi.json',
    'post /matchmake/joinById/b2ZmaWNl',
    'post /matchmake/{id}/{id}',
    'get /matchmake',
    'get /',
  ],
  ...['get /o/{office}', 'get /{id}', 'get /api/{id}', 'get /maps/{id}', 'get /assets/{id}', 'post /', 'get /offline.html'],
];

const described = Object.entries(openApi.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
const ROUTES: readonly string[] = [...described, ...MORE];

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND'] as const;

const anyHeader: Arbitrary<[string, string]> = fc.oneof(
  fc.constantFrom<[string, string][]>(
    ['range', 'bytes=0-0'],
    ['range', 'bytes=5-1'],
    ['range', 'bytes=-99999999999999999999'],
    ['range', 'bytes=0-,1-,2-,3-'],
    ['range', 'x=1'],
    ['if-none-match', '*'],
    ['if-modified-since', 'Thu, 99 Foo'],
    ['if-range', '"x"'],
    ['origin', 'https://evil.example'],
    ['origin', 'null'],
    ['referer', 'https://evil.example/'],
    ['host', 'evil.example'],
    ['x-forwarded-for', '127.0.0.1, ::1, x'],
    ['x-forwarded-for', '999.1.1.1'],
    ['x-forwarded-proto', 'https,gopher'],
    ['x-forwarded-host', 'evil.example'],
    ['accept-language', 'fr;q=x,*;q=9,,en-\u00e9'],
    ['accept-encoding', 'br;q=1, gzip;q=0.5, *;q=0'],
    ['accept', '*/*;q=, text/html'],
    ['content-encoding', 'gzip'],
    ['content-type', 'text/plain'],
    ['content-type', 'application/json; charset=utf-99'],
    ['content-type', 'application/x-www-form-urlencoded'],
    ['content-type', 'multipart/form-data; boundary='],
    ['cookie', 'comptoir_session=AAAA; comptoir_session=; =x; comptoir_device=%E0%A4%A'],
    ['cookie', `comptoir_session=${'A'.repeat(43)}`],
    ['authorization', 'Bearer '],
    ['authorization', 'Bearer a.b.c'],
    ['authorization', 'Basic eDp5'],
    ['x-file-name', '%E0%A4%A'],
    ['x-file-name', '..%2f..%2fcomptoir.db'],
    ['x-file-name', 'a%00b%0d%0a.html'],
    ['upgrade', 'websocket'],
    ['expect', 'nothing'],
    ['user-agent', 'x'.repeat(3000)],
  ),
  fc.tuple(
    fc.constantFrom('cookie', 'authorization', 'range', 'x-file-name', 'origin', 'user-agent', 'accept-language'),
    fc.string({ maxLength: 60 }),
  ),
);

const anyQuery = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '?key=x',
      '?key=',
      '?key[]=1',
      '?at=1e9',
      '?at=-1',
      '?name=a&pages=1',
      '?name=%ff&pages=99999',
      '?lang=fr',
      '?lang=__proto__',
      '?download=1',
      '?v=x',
      '?__proto__[x]=1',
      '?code=x&state=y',
      '?error=access_denied',
      '?invite={id}',
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 40 }).map((text) => `?${encodeURI(text.toWellFormed())}`) },
);

/** What stands in the place of an id, beside ids. */
export const PIECES = [
  'nobody',
  '..',
  '%2e%2e',
  '%2f',
  '%00',
  '%',
  '%E0%A4%A',
  '..%2f..%2fcomptoir.db',
  'office',
  '__proto__',
  'a'.repeat(3000),
  '%F0%9F%8E%88',
  '*',
  '.',
  ';',
  'x%0d%0ay',
];

const JSON_BYTES = [
  '{',
  '[]',
  'null',
  '"x"',
  '{"__proto__":{"x":1}}',
  '{"a":1,"a":2}',
  '1e999',
  '\u0000',
  `${'['.repeat(7000)}${']'.repeat(7000)}`,
  `{"a":"${'x'.repeat(17_000)}"}`,
];

const withoutLoops = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value) ?? '');

function anyBody(path: string): Arbitrary<Uint8Array | undefined> {
  const schemas = BODIES[path] ?? [];
  const fit = schemas.length > 0 ? fc.oneof(...schemas.map((schema) => anyOf(schema))) : fc.constant({});
  const bent = fc.tuple(fit, fc.array(anyBend, { minLength: 1, maxLength: 2 })).map(([value, bends]) => bentBy(value, bends));
  return fc.oneof(
    { weight: 5, arbitrary: fit.map(withoutLoops) },
    { weight: 3, arbitrary: bent.map(withoutLoops) },
    { weight: 2, arbitrary: fc.constantFrom(...JSON_BYTES).map((text) => Buffer.from(text)) },
    {
      weight: 2,
      arbitrary: fc.oneof(
        fc.constantFrom('%PDF-1.7', '<svg onload=x>', 'hello', 'PK\u0003\u0004').map((text) => Buffer.from(text)),
        fc.uint8Array({ maxLength: 200 }),
      ),
    },
    { weight: 2, arbitrary: fc.constant(undefined) },
  );
}

export const anyRoute: Arbitrary<RouteMove> = fc.constantFrom(...ROUTES).chain((route) => {
  const [method = 'get', path = '/'] = route.split(' ');
  return fc.record({
    method: fc.oneof({ weight: 6, arbitrary: fc.constant(method.toUpperCase()) }, { weight: 1, arbitrary: fc.constantFrom(...METHODS) }),
    path: fc.array(fc.nat({ max: 999 }), { minLength: 3, maxLength: 3 }).map((numbers) => {
      let at = 0;
      return path.replace(/\{(\w+)\}/g, (_, name: string) => `{${name}:${numbers[at++ % 3]}}`);
    }),
    query: anyQuery,
    headers: fc.array(anyHeader, { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs)),
    body:
      method === 'get'
        ? fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: anyBody(path) })
        : anyBody(path),
    as: fc.constantFrom('nobody', 'cookie', 'ticket', 'ticket'),
  });
});
