import { expect, test } from 'vitest';
import { readConfig } from '../config.ts';

const OPEN_ID = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'comptoir', OIDC_CLIENT_SECRET: 'secret' };
const accountsOf = (env: Record<string, string>) => {
  const config = readConfig(env);
  return 'problem' in config ? config : config.accounts;
};

test('[P83] mail goes out by SMTP_URL, from an address of its own', () => {
  expect(accountsOf({})).toMatchObject({ mail: undefined, openId: undefined });
  expect(accountsOf({ SMTP_URL: 'smtp://127.0.0.1:2525' })).toMatchObject({ mail: { from: 'comptoir@localhost' } });
  const secure = { SMTP_URL: 'smtps://office%40example.org:a%20word@mail.example.org', PUBLIC_URL: 'https://office.example.org' };
  expect(accountsOf(secure)).toMatchObject({ mail: { from: 'office@example.org' } });
  expect(accountsOf({ ...secure, MAIL_FROM: 'hello@example.org' })).toMatchObject({ mail: { from: 'hello@example.org' } });
});

test('[P83] without PUBLIC_URL whoever asks for a mail would say where its link leads: the start says so', () => {
  const problem = { problem: expect.stringMatching(/^PUBLIC_URL is missing: with SMTP_URL/) };
  expect(accountsOf({ SMTP_URL: 'smtp://mail.example.org', HOST: '0.0.0.0' })).toEqual(problem);
  expect(accountsOf({ SMTP_URL: 'smtp://mail.example.org', TRUST_PROXY: '1' })).toEqual(problem);
});

test.each([
  ['SMTP_URL', 'post.example.org'],
  ['SMTP_URL', 'https://post.example.org'],
  ['SMTP_URL', 'smtp://user:%zz@mail.example.org'],
  ['SMTP_URL', 'smtp://mail.example.org/?pool=true'],
  ['MAIL_FROM', 'Comptoir <office@example.org>'],
  ['OIDC_ISSUER', 'login.example.org'],
  ['OIDC_ISSUER', 'http://login.example.org'],
  ['OIDC_NAME', 'x'.repeat(41)],
  ['OIDC_ROLES', 'staff'],
  ['OIDC_ROLES', 'staff=boss'],
])('[P87] %s=%s stops the start with a sentence that names it and tells no password', (name, value) => {
  const config = accountsOf({ PUBLIC_URL: 'https://office.example.org', [name]: value });
  expect(config).toEqual({ problem: expect.stringMatching(new RegExp(`^${name} must .+[^.]\\.$`)) });
  if (name === 'SMTP_URL') expect(JSON.stringify(config)).not.toContain(value);
});

test('[P87] what belongs to a provider is given together, over https but on this machine', () => {
  for (const name of Object.keys(OPEN_ID)) {
    const { [name as keyof typeof OPEN_ID]: _left, ...rest } = OPEN_ID;
    expect(accountsOf(rest)).toEqual({
      problem: `${name} is missing: OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together.`,
    });
  }
  expect(accountsOf(OPEN_ID)).toMatchObject({ openId: { name: 'login.example.org', rolesClaim: 'roles', clientId: 'comptoir' } });
  expect(accountsOf({ ...OPEN_ID, OIDC_ISSUER: 'http://localhost:8090', OIDC_NAME: 'Atelier' })).toMatchObject({
    openId: { name: 'Atelier' },
  });
  const mapped = accountsOf({ ...OPEN_ID, OIDC_ROLES: 'staff=host, it=admin,a=b=member' });
  expect('openIdRanks' in mapped && [...mapped.openIdRanks]).toEqual([
    ['staff', 'host'],
    ['it', 'admin'],
    ['a=b', 'member'],
  ]);
});
