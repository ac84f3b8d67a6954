import { expect, test } from 'vitest';
import { type MailFacts, signInMail } from './signInMail.ts';

const facts = (more: Partial<MailFacts> = {}): MailFacts => ({
  ...{ kind: 'signIn', language: 'en', origin: 'https://office.example.org', place: 'office.example.org', name: 'Ada' },
  ...{ link: 'https://office.example.org/sign-in/abc', code: 'K7QF-2MXA' },
  ...more,
});

test.each(['en', 'fr'] as const)('[P83] a mail in %s holds link and code, in its text and in its HTML', (language) => {
  for (const kind of ['signIn', 'begin', 'add'] as const) {
    const { subject, text, html } = signInMail(facts({ kind, language }));
    expect(subject).toContain('office.example.org');
    for (const part of [text, html]) {
      expect(part).toContain('https://office.example.org/sign-in/abc');
      expect(part).toContain('K7QF-2MXA');
      expect(part).toContain('15 minutes');
    }
  }
});

test('[P84] to an address that nobody has goes a mail without a way in', () => {
  const { link: _link, code: _code, ...bare } = facts({ kind: 'unknown' });
  const { text, html } = signInMail(bare);
  expect(`${text}${html}`).not.toContain('/sign-in/');
});

test('[P83] a name in a mail is text', () => {
  const { html } = signInMail(facts({ name: '<img src=x onerror=alert(1)>' }));
  expect(html).not.toContain('<img');
});
