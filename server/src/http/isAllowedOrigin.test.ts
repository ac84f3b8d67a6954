import { expect, test } from 'vitest';
import { isAllowedOrigin } from './isAllowedOrigin.ts';

const nowhere = { publicUrl: undefined };
const published = { publicUrl: new URL('https://office.example.org') };

test.each([
  ['no origin: a program', undefined, 'office.local:8080', nowhere, true],
  ['our own page', 'http://office.local:8080', 'office.local:8080', nowhere, true],
  ['host names have no case', 'http://Office.Local:8080', 'office.LOCAL:8080', nowhere, true],
  ['the default port may be written', 'https://office.local', 'office.local:443', nowhere, true],
  ['the default port of the other scheme is another port', 'http://office.local', 'office.local:443', nowhere, false],
  ['IPv6', 'http://[::1]:8080', '[::1]:8080', nowhere, true],
  ['another port', 'http://office.local:9090', 'office.local:8080', nowhere, false],
  ['another site', 'https://evil.example', 'office.local:8080', nowhere, false],
  ['a name that begins like ours', 'http://office.local:8080.evil.example', 'office.local:8080', nowhere, false],
  ['a name that ends like ours', 'http://evil-office.local:8080', 'office.local:8080', nowhere, false],
  ['credentials in front of ours', 'http://office.local:8080@evil.example', 'office.local:8080', nowhere, false],
  ['a sandboxed frame', 'null', 'office.local:8080', nowhere, false],
  ['an empty origin', '', 'office.local:8080', nowhere, false],
  ['a file', 'file://', 'office.local:8080', nowhere, false],
  ['an extension', 'chrome-extension://abcdef', 'office.local:8080', nowhere, false],
  ['no host', 'http://office.local', undefined, nowhere, false],
  ['a host that is no host', 'http://evil.example', 'x@evil.example', nowhere, false],
  ['PUBLIC_URL behind a proxy that changes Host', 'https://office.example.org', 'inside:8080', published, true],
  ['PUBLIC_URL with the wrong scheme', 'http://office.example.org', 'inside:8080', published, false],
  ['still the Host itself', 'http://inside:8080', 'inside:8080', published, true],
  ['another site beside PUBLIC_URL', 'https://example.org', 'inside:8080', published, false],
] as const)('[P1] %s', (_title, origin, host, rule, expected) => {
  expect(isAllowedOrigin(origin, host, rule)).toBe(expected);
});
