import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stayVariables } from '../ops/stayVariables.ts';
import type { Me } from './Me.ts';
import { retentions } from './retention.ts';
import { tableFates } from './tableFates.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

test('[P125] docs/privacy.md says of each kind how long it is kept, and a test holds it', () => {
  const privacy = read('docs/privacy.md');
  const rows = retentions.map(({ what, howLong }) => `| ${what} | ${howLong} |`);
  expect(rows.filter((row) => !privacy.includes(row))).toEqual([]);
  for (const {
    test: [file, title],
  } of retentions)
    expect(read(file), file).toContain(title);
  for (const [name, { fallback }] of Object.entries(stayVariables))
    expect(
      retentions.some(({ howLong }) => howLong.includes(`${fallback} days (${name})`)),
      name,
    ).toBe(true);
});

test('[P120] [P121] docs/privacy.md names what is not given, what stays of whoever is erased, and every part of me.json', () => {
  const privacy = read('docs/privacy.md');
  for (const [table, { given, erased }] of Object.entries(tableFates)) {
    if ('not' in given && given.not !== "the server's own") expect(privacy, table).toContain(given.not);
    if (typeof erased === 'object' && 'stays' in erased) expect(privacy, table).toContain(erased.stays);
  }
  const parts = /export interface Me \{(.*?)\n\}/s.exec(read('server/src/rights/Me.ts'))?.[1] ?? '';
  const names = [...parts.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name as keyof Me);
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !privacy.includes(`\`${name}\``))).toEqual([]);
});

test('[P130] the server asks nobody on the network but whom it was told to: mail, provider, database, push services, its other processes', () => {
  const folder = new URL('server/src/', root);
  const asks = /\bfetch\(|\brequest\b[^}]*\} from 'node:https?'|from '(?:nodemailer|openid-client)'/;
  const asking = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('commands/'))
    .filter((file) => asks.test(readFileSync(new URL(file, folder), 'utf8')));
  const told = ['http/accounts/OpenIdProvider.ts', 'ops/openMailer.ts', 'push/postPush.ts'];
  const amongProcesses = ['cluster/openCluster.ts', 'http/elsewhereRoutes.ts', 'room/joinCluster.ts'];
  expect(new Set(asking)).toEqual(new Set([...told, ...amongProcesses]));
});
