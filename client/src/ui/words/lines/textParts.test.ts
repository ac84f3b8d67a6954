import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEmojiOnly, safeHref, textParts } from './textParts.ts';

const NOOR = [{ personId: 'n', name: 'Noor' }];
const links = (text: string): string[] => textParts(text, NOOR).flatMap((part) => (part.kind === 'link' ? [part.href] : []));

test.each([
  ['an address', 'see https://example.org/a?b=c#d.', ['https://example.org/a?b=c#d']],
  ['one without encryption', 'http://example.org', ['http://example.org/']],
  ['one that begins with www', '(www.example.org)', ['https://www.example.org/']],
  ['two', 'https://a.org https://b.org', ['https://a.org/', 'https://b.org/']],
  ['no file name', 'main.ts and notes.md', []],
  ['no script', 'javascript:alert(1) JAVASCRIPT://x.org/%0aalert(1)', []],
  ['no data', 'data:text/html,<script>alert(1)</script>', []],
  ['no file of this machine', 'file:///etc/passwd ftp://example.org', []],
  ['no mail', 'mailto:ada@example.org ada@example.org', []],
  ['none that shows another host before the @', 'https://google.com@evil.example.org/', []],
  ['none with a password', 'https://a:b@example.org', []],
])('[W8] of a text, %s becomes a link', (_what, text, hrefs) => {
  expect(links(text)).toEqual(hrefs);
});

test('[W8] an address is followed to where it says', () => {
  expect(safeHref('HTTPS://Example.ORG/x')).toBe('https://example.org/x');
  expect(safeHref('https://')).toBeUndefined();
});

test('[W6] names that are meant are parts of their own, not inside an address', () => {
  expect(textParts('hi @noor, see https://x.org/@Noor', NOOR).map(({ kind, text }) => [kind, text])).toEqual([
    ['text', 'hi '],
    ['mention', '@noor'],
    ['text', ', see '],
    ['link', 'https://x.org/@Noor'],
  ]);
  expect(textParts('@Zoe', NOOR)).toEqual([{ kind: 'text', text: '@Zoe' }]);
});

test('[W8] whatever is written, the parts are the text, and every link is http or https', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('https://example.org/a?b=c#d', 'http://a.b.example', 'HTTPS://x.org/(y)', 'https://u:p@x.org', 'www.x.org'),
    fc.constantFrom('@Noor', ' ', '\n', 'javascript:', '<a href=x>', 'https://', 'www.', '"', '@', '://x.org', '\u202e'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join('');
      const parts = textParts(text, NOOR);
      expect(parts.map((part) => part.text).join('')).toBe(text);
      for (const part of parts) if (part.kind === 'link') expect(part.href).toMatch(/^https?:\/\/[^@/]+(?:\/|$)/);
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['👍', true],
  ['👩‍👩‍👧 🎉❤️', true],
  ['👍👍👍👍', false],
  ['ok 👍', false],
  ['🇫🇷', true],
  ['1', false],
  ['', false],
])('[W9] %s alone is drawn large or not', (text, large) => {
  expect(isEmojiOnly(text)).toBe(large);
});
