// What browsers will say about a certificate.
import type { SeenCertificate } from './askHttp.ts';
import { type Finding, ok, problem, warning } from './Finding.ts';

const DAY_MS = 86_400_000;
/** Automatic renewal (Caddy, certbot) happens 30 days before the end: less than this means that it does not work. */
const SOON_DAYS = 14;
const SELF_MADE = /SELF_SIGNED|UNABLE_TO_GET_ISSUER|UNABLE_TO_VERIFY_LEAF/;

export function checkCertificate({ validFrom, validTo, distrust, isForThisName }: SeenCertificate, name: string, nowMs: number): Finding {
  const days = Math.floor((validTo.getTime() - nowMs) / DAY_MS);
  if (days < 0)
    return problem('certificate', `The certificate of ${name} ended on ${dayOf(validTo)}: renew it and restart what serves it.`);
  if (validFrom.getTime() > nowMs)
    return problem('certificate', `The certificate of ${name} begins on ${dayOf(validFrom)}: is the clock of this machine right?`);
  if (!isForThisName) return problem('certificate', `The certificate is not for ${name}: browsers will refuse it.`);
  const left = `${days} ${days === 1 ? 'day' : 'days'} left`;
  if (distrust !== undefined && SELF_MADE.test(distrust))
    return warning(
      'certificate',
      `Nobody this machine trusts has signed the certificate of ${name} (${left}): each browser warns once, and whoever goes on has a microphone.`,
    );
  if (distrust !== undefined) return problem('certificate', `The certificate of ${name} is refused: ${distrust}.`);
  if (days < SOON_DAYS) return warning('certificate', `The certificate of ${name} is valid, but only ${left}: is it renewed by itself?`);
  return ok('certificate', `The certificate of ${name} is valid, ${left}.`);
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
