// What there is to say of a link, and whether it still lets anybody in.
import type { InvitationView } from '@comptoir/shared/protocol/door';
import { dayWords, timeWords } from '../door/timeWords.ts';
import type { Say } from '../Ui.ts';

export type LinkState = 'living' | 'withdrawn' | 'over' | 'usedUp';

export function stateOf({ revoked, expiresMs, quota, used }: InvitationView, nowMs: number): LinkState {
  if (revoked) return 'withdrawn';
  if (expiresMs !== null && expiresMs <= nowMs) return 'over';
  return quota !== null && used >= quota ? 'usedUp' : 'living';
}

/** What it is called: by whoever made it, else by what it gives. */
export const nameOfLink = ({ label, rank }: InvitationView, t: Say): string => label || t(`rank.${rank}`);

/** Less than this from its end the hour matters. */
const SOON_MS = 36 * 3_600_000;

/** @param place the area's name, when it is for one only */
export function describeLink(link: InvitationView, place: string | undefined, nowMs: number, language: string, t: Say): string {
  const { label, rank, quota, used, expiresMs, by } = link;
  const state = stateOf(link, nowMs);
  const end = (ms: number): string => (Math.abs(ms - nowMs) < SOON_MS ? timeWords(ms, nowMs, language) : dayWords(ms, nowMs, language));
  const until = expiresMs === null ? t('links.noEnd') : t('links.goodUntil', { time: end(expiresMs) });
  const ends = {
    living: until,
    withdrawn: t('links.isWithdrawn'),
    over: expiresMs === null ? '' : t('links.isOver', { time: end(expiresMs) }),
    usedUp: t('links.isUsedUp'),
  };
  return [
    label === '' ? undefined : t(`rank.${rank}`),
    place && t('links.onlyIn', { place }),
    quota === null ? t('links.used', { n: used }) : t('links.usedOf', { n: used, most: quota }),
    ends[state],
    by === '' ? t('links.byCommand') : t('links.by', { name: by }),
  ]
    .filter(Boolean)
    .join(' · ');
}
