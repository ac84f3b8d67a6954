import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createListener, openPort, urlOf } from './openPort.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comptoir-tls-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('[P1] with a certificate it speaks https', async () => {
  const tls = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const files = ['-keyout', tls.keyFile, '-out', tls.certFile];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', ...subject, ...files],
    { stdio: 'ignore' },
  );
  const listener = createListener({ tls });
  const port = await openPort(listener, (_req, res) => res.end('secret'), { port: 0, host: '127.0.0.1' });
  const request = get(`https://127.0.0.1:${port}/`, { rejectUnauthorized: false });
  const [response] = await once(request, 'response');
  expect(response.statusCode).toBe(200);
  expect(urlOf({ tls, publicUrl: undefined, host: '127.0.0.1' }, port)).toBe(`https://127.0.0.1:${port}`);
  request.destroy();
  listener.closeAllConnections();
  listener.close();
});

test('[O1] files that are no certificate stop the start with one sentence', () => {
  const certFile = join(folder, 'cert.pem');
  writeFileSync(certFile, 'not a certificate');
  expect(() => createListener({ tls: { certFile, keyFile: certFile } })).toThrow(
    /^TLS_CERT and TLS_KEY cannot be used together: [^\n]*\.$/,
  );
});

test('[O1] an address this machine does not have is named', async () => {
  const opening = openPort(createListener({ tls: undefined }), () => undefined, { port: 0, host: '192.0.2.77' });
  await expect(opening).rejects.toThrow('HOST names an address this machine does not have: 192.0.2.77.');
});

test.each([
  [{ host: '0.0.0.0' }, 8080, 'http://localhost:8080'],
  [{ host: '::' }, 80, 'http://localhost'],
  [{ host: '::1' }, 8080, 'http://[::1]:8080'],
  [{ host: '127.0.0.1', publicUrl: new URL('https://office.example.org/') }, 8080, 'https://office.example.org'],
])('[O1] %o on port %i is %s', (settings, port, url) => {
  expect(urlOf({ tls: undefined, publicUrl: undefined, ...settings }, port)).toBe(url);
});
