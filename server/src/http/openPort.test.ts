import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createListener, openPort } from './openPort.ts';

// Of nobody: made for this test alone, for a name that does not exist.
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgA5x15e58rpQMmax7
uFWpO+BUFObtrfz0szuWXQ2jJO6hRANCAATKf0qY/olOR13t7IpZYDcHkglxjyHl
tfIdAln2tS19AohF0ScD3LYbNy61eDNM/OqFVZvEf0EzpzhET1xbR4OY
-----END PRIVATE KEY-----`;
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBhjCCAS2gAwIBAgIUDLmFBhJJwL/4x3OMbZsSgMVElJgwCgYIKoZIzj0EAwIw
GDEWMBQGA1UEAwwNY29tcHRvaXIudGVzdDAgFw0yNjExMjMyMTU5MDhaGA8yMTI2
MTAzMDIxNTkwOFowGDEWMBQGA1UEAwwNY29tcHRvaXIudGVzdDBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABMp/Spj+iU5HXe3sillgNweSCXGPIeW18h0CWfa1LX0C
iEXRJwPcths3LrV4M0z86oVVm8R/QTOnOERPXFtHg5ijUzBRMB0GA1UdDgQWBBSa
6+UzkklueoDJOAiVo+WCXSdjUzAfBgNVHSMEGDAWgBSa6+UzkklueoDJOAiVo+WC
XSdjUzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCICwsPbL9VHl5
28UtfOOL6eVGtCBnQvfmN75s+43vFBT0AiBjzR5IYyjwsfMPpuj3/Hr+6x4+2trl
JSL8ojNyrE8t8A==
-----END CERTIFICATE-----`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comptoir-tls-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('[P1] with a certificate it speaks https', async () => {
  const tls = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  writeFileSync(tls.certFile, CERTIFICATE);
  writeFileSync(tls.keyFile, KEY);
  const listener = createListener({ tls });
  const port = await openPort(listener, (_req, res) => res.end('secret'), { port: 0, host: '127.0.0.1' });
  const request = get(`https://127.0.0.1:${port}/`, { rejectUnauthorized: false });
  const [response] = await once(request, 'response');
  expect(response.statusCode).toBe(200);
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
