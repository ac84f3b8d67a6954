// One HTTP request as the doctor needs it: the answer with the certificate it came by, or why there is none, without following anything.
import { type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { request as requestTls } from 'node:https';
import { checkServerIdentity, type PeerCertificate, TLSSocket } from 'node:tls';

export interface SeenCertificate {
  validTo: Date;
  validFrom: Date;
  /** Why browsers will not trust it; undefined when they will. */
  distrust: string | undefined;
  isForThisName: boolean;
}

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
  certificate: SeenCertificate | undefined;
  /** The middle between question and answer, by our clock. */
  atMs: number;
}

const PATIENCE_MS = 6000;
const MOST_BYTES = 65_536;

/** A problem is what the system calls it: ECONNREFUSED, ENOTFOUND, or `no answer`. */
export async function askHttp(
  url: URL,
  options: { body?: string; headers?: OutgoingHttpHeaders } = {},
): Promise<Answer | { problem: string }> {
  const begunMs = Date.now();
  const { body, headers } = options;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const send = url.protocol === 'https:' ? requestTls : request;
      const asking = send(url, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        // the certificate is looked at afterwards: a wrong one is a finding, not the end
        rejectUnauthorized: false,
        agent: false,
        timeout: PATIENCE_MS,
      });
      asking.on('timeout', () => asking.destroy(new Error('no answer')));
      asking.on('error', reject);
      asking.on('response', (response) => {
        const certificate = response.socket instanceof TLSSocket ? look(response.socket, url.hostname) : undefined;
        const atMs = (begunMs + Date.now()) / 2;
        let text = '';
        response.on('data', (chunk: Buffer) => {
          if (text.length < MOST_BYTES) text += chunk.toString();
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, certificate, atMs }));
        response.on('error', reject);
      });
      asking.end(body);
    });
  } catch (err) {
    return { problem: reasonOf(err) };
  }
}

function reasonOf(err: unknown): string {
  if (!(err instanceof Error)) return String(err);
  return 'code' in err && typeof err.code === 'string' ? err.code : err.message;
}

function look(socket: TLSSocket, hostname: string): SeenCertificate | undefined {
  const certificate: PeerCertificate = socket.getPeerCertificate();
  if (!certificate.valid_to) return undefined;
  const { authorizationError } = socket;
  return {
    validTo: new Date(certificate.valid_to),
    validFrom: new Date(certificate.valid_from),
    // Node says a code here, whatever its types promise
    distrust: socket.authorized ? undefined : String(authorizationError),
    isForThisName: checkServerIdentity(hostname.replace(/^\[|\]$/g, ''), certificate) === undefined,
  };
}
