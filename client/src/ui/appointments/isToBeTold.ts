import { tuning } from '@comptoir/shared/tuning';

/** E12: from ten minutes before the start until it begins; whoever comes in later sees it in the strip. */
export const isToBeTold = ({ startMs }: { startMs: number }, nowMs: number): boolean =>
  nowMs >= startMs - tuning.meetingSteamBeforeMs && nowMs < startMs;
