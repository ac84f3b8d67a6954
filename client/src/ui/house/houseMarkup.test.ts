import { expect, it } from 'vitest';
import { houseBlocks, houseSpans } from './houseMarkup.ts';

it('[U167] headings, points and paragraphs, parted by blank lines', () => {
  const text = '# Our charter\nWe are kind.\nAlways.\n\n- listen\n- ask\n\n1. first\n2. then\n\nWrite to **us**.';
  expect(houseBlocks(text)).toEqual([
    { kind: 'heading', spans: [{ kind: 'text', text: 'Our charter' }] },
    { kind: 'paragraph', spans: [{ kind: 'text', text: 'We are kind.\nAlways.' }] },
    { kind: 'list', items: [[{ kind: 'text', text: 'listen' }], [{ kind: 'text', text: 'ask' }]] },
    { kind: 'numbers', items: [[{ kind: 'text', text: 'first' }], [{ kind: 'text', text: 'then' }]] },
    {
      kind: 'paragraph',
      spans: [
        { kind: 'text', text: 'Write to ' },
        { kind: 'bold', text: 'us' },
        { kind: 'text', text: '.' },
      ],
    },
  ]);
  expect(houseBlocks(' \n\n ')).toEqual([]);
});

it('[U167] addresses of pages and of mail are links, nothing else is, and markup is only text', () => {
  expect(houseSpans('See https://example.org/a or write to us@example.org now')).toEqual([
    { kind: 'text', text: 'See ' },
    { kind: 'link', text: 'https://example.org/a', href: 'https://example.org/a' },
    { kind: 'text', text: ' or write to ' },
    { kind: 'link', text: 'us@example.org', href: 'mailto:us@example.org' },
    { kind: 'text', text: ' now' },
  ]);
  for (const text of ['<b onclick="x()">b</b>', 'javascript:alert(1)', 'https://bank.example@evil.example/'])
    expect(
      houseSpans(text).every(({ kind }) => kind === 'text'),
      text,
    ).toBe(true);
});
