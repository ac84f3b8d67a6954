import { expect, test } from 'vitest';
import { describeBrowser } from './describeBrowser.ts';
import { isFresh, keepsAWay, normaliseEmail, type Ways } from './ways.ts';

const ways = (more: Partial<Ways> = {}): Ways => ({ passkeys: 0, hasEmail: false, openIds: 0, ...more });
const ALL = { email: true, openId: true };
const NONE = { email: false, openId: false };
const HOUR_MS = 3_600_000;

test.each([
  [ways({ passkeys: 1 }), ALL, 'passkeys', false],
  [ways({ passkeys: 2 }), NONE, 'passkeys', true],
  [ways({ passkeys: 1, hasEmail: true }), ALL, 'passkeys', true],
  // an address is no way in where no mail is sent
  [ways({ passkeys: 1, hasEmail: true }), NONE, 'passkeys', false],
  [ways({ passkeys: 1, hasEmail: true }), NONE, 'hasEmail', true],
  [ways({ hasEmail: true }), ALL, 'hasEmail', false],
  [ways({ hasEmail: true, openIds: 1 }), ALL, 'hasEmail', true],
  [ways({ hasEmail: true, openIds: 1 }), { email: true, openId: false }, 'hasEmail', false],
  [ways({ openIds: 1 }), ALL, 'openIds', false],
] as const)('[P86] of %j, where %j is offered, %s may be taken away: %s', (have, offered, less, may) => {
  expect(keepsAWay(have, offered, less)).toBe(may);
});

test('[P86] ways are changed within half a day of signing in, or where there is none yet', () => {
  expect(isFresh(0, ways({ passkeys: 1 }), 12 * HOUR_MS - 1)).toBe(true);
  expect(isFresh(0, ways({ passkeys: 1 }), 12 * HOUR_MS)).toBe(false);
  expect(isFresh(0, ways(), 1000 * HOUR_MS)).toBe(true);
});

test('[P83] an address is the same however its letters are written', () => {
  expect(normaliseEmail('  Ada.Lovelace@Example.ORG ')).toBe('ada.lovelace@example.org');
});

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome', 'Windows'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge', 'Windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15',
    'Safari',
    'macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile Safari/604.1',
    'Chrome',
    'iOS',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36',
    'Chrome',
    'Android',
  ],
  ['curl/8.0', '', ''],
  [undefined, '', ''],
])('[P81] %s is %s on %s', (userAgent, browser, system) => {
  expect(describeBrowser(userAgent)).toEqual({ browser, system });
});
