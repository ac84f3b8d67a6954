// Whom a ban keeps out. Pure: what is stored of them is in store/bans.ts.

/** Who comes, as far as it is known. */
export interface Comer {
  personId?: string | undefined;
  /** hashDevice of ops/identity.ts */
  deviceHash?: string | undefined;
  /** addressKey of ops/addressKey.ts */
  address?: string | undefined;
}

export interface KeepsOut {
  personId: string | null;
  deviceHash: string | null;
  address: string | null;
  /** ms since 1970; null: for ever. */
  untilMs: number | null;
}

/** P32: by any mark that both have. */
export function isKeptOut(ban: KeepsOut, comer: Comer, nowMs: number): boolean {
  if (ban.untilMs !== null && ban.untilMs <= nowMs) return false;
  return (
    (ban.personId !== null && ban.personId === comer.personId) ||
    (ban.deviceHash !== null && ban.deviceHash === comer.deviceHash) ||
    (ban.address !== null && ban.address === comer.address)
  );
}
