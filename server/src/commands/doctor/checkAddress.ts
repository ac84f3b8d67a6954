// Does the port answer, and does the address that people are given lead to this very server?
import { isSafe, localUrlOf } from '../../ops/addresses.ts';
import { type Answer, askHttp } from './askHttp.ts';
import { checkCertificate } from './checkCertificate.ts';
import { checkWebSocket } from './checkWebSocket.ts';
import type { DoctorSettings } from './DoctorSettings.ts';
import { type Finding, ok, problem, warning } from './Finding.ts';

/** Differs from start to start; undefined when no Comptoir answers. */
export interface Local {
  start: string | undefined;
  findings: Finding[];
}

export async function checkPort(settings: DoctorSettings): Promise<Local> {
  if (settings.port === 0)
    return { start: undefined, findings: [problem('port', 'PORT is 0, another port at each start: set it to be examined.')] };
  const url = localUrlOf(settings, settings.port);
  const answer = await askHttp(new URL('/healthz', url));
  if ('problem' in answer)
    return {
      start: undefined,
      findings: [problem('port', `Nothing answers at ${url} (${answer.problem}): is Comptoir running, with these settings?`)],
    };
  const start = startOf(answer);
  return start === undefined
    ? {
        start,
        findings: [problem('port', `What answers at ${url} is not Comptoir, or an older one: another program has PORT ${settings.port}.`)],
      }
    : { start, findings: [ok('port', `Comptoir answers at ${url}.`)] };
}

function startOf({ status, body }: Answer): string | undefined {
  if (status !== 200) return undefined;
  try {
    const told: unknown = JSON.parse(body);
    return typeof told === 'object' && told !== null && 'start' in told && typeof told.start === 'string' ? told.start : undefined;
  } catch {
    return undefined;
  }
}

export interface Shared {
  findings: Finding[];
  /** What answered there. */
  answer?: Answer;
}

/** @param address what people are given; undefined when only this machine can come */
export async function checkShared(
  settings: DoctorSettings,
  address: string | undefined,
  start: string | undefined,
  nowMs: number,
): Promise<Shared> {
  if (address === undefined) {
    const sentence =
      settings.trustProxy === false
        ? 'Only this machine can come in: HOST=0.0.0.0 lets others in, or a proxy in front with PUBLIC_URL.'
        : 'PUBLIC_URL is not set, so the way through the proxy in front was not tried.';
    return { findings: [warning('address', sentence)] };
  }
  // without a proxy it is the port that was found silent already
  if (start === undefined && !settings.publicUrl) return { findings: [] };
  const url = new URL(address);
  const answer = await askHttp(new URL('/healthz', url));
  if ('problem' in answer) return { findings: [problem('address', unreachable(url, answer.problem))] };
  const findings = [await checkAnswer(settings, url, answer, start)];
  if (answer.certificate) findings.push(checkCertificate(answer.certificate, url.hostname, nowMs));
  if (findings[0]?.level !== 'problem') findings.push(await checkWebSocket(url), ...(await checkTrust(settings, url)));
  return { findings, answer };
}

function unreachable({ origin, hostname }: URL, reason: string): string {
  if (reason === 'ENOTFOUND' || reason === 'EAI_AGAIN')
    return `The name ${hostname} is not known: its DNS entry has to lead to this server.`;
  if (reason === 'ECONNREFUSED') return `Nobody listens at ${origin}: is the proxy running?`;
  return `${origin} cannot be reached from here (${reason}). Try it from another network: some routers do not lead their own machines back in.`;
}

async function checkAnswer(settings: DoctorSettings, { origin }: URL, answer: Answer, start: string | undefined): Promise<Finding> {
  const { status, headers } = answer;
  const seen = startOf(answer);
  if (status >= 300 && status < 400)
    return problem('address', `${origin} sends people on to ${headers.location}: make that the PUBLIC_URL.`);
  if (status === 502 || status === 503 || status === 504)
    return problem('address', `The proxy at ${origin} answers ${status}: it does not reach Comptoir (PORT ${settings.port}).`);
  if (seen === undefined) return problem('address', `What answers at ${origin} is not Comptoir (${status}).`);
  if (start === undefined) return warning('address', `A Comptoir answers at ${origin}; whether it is this one cannot be told.`);
  if (seen !== start) return problem('address', `Another Comptoir than this one answers at ${origin}.`);
  if (!isSafe(origin))
    return warning(
      'address',
      `${origin} leads here, but is not https: people can walk and write, their browsers will refuse microphone and camera.`,
    );
  return ok('address', `${origin} leads to this server.`);
}

/** What the server believes of whoever comes by this address. */
async function checkTrust({ tls, trustProxy }: DoctorSettings, url: URL): Promise<Finding[]> {
  const answer = await askHttp(new URL('/api/device', url), { body: '{}', headers: { origin: url.origin } });
  if ('problem' in answer) return [problem('address', `${url.origin} stopped answering (${answer.problem}).`)];
  if (answer.status === 403)
    return [
      problem(
        'address',
        `Pages of ${url.origin} are refused: start the server with PUBLIC_URL=${url.origin}, or let the proxy keep the Host header.`,
      ),
    ];
  const isThroughProxy = url.protocol === 'https:' && !tls;
  if (isThroughProxy && trustProxy === false)
    return [
      warning(
        'address',
        'A proxy is in front, but TRUST_PROXY is not set: everybody counts as the proxy, and joins run into JOIN_RATE_PER_ADDRESS.',
      ),
    ];
  if (isThroughProxy && !/"secure":true/.test(answer.body))
    return [problem('address', 'The server does not know that people come by https: the proxy has to send X-Forwarded-Proto.')];
  return [];
}
