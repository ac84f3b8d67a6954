// Whom bans keep out. Pure: what is stored of them is in store/bans.ts.

/** Who comes, as far as it is known. */
export interface Comer {
  personId?: string | undefined;
  /** hashDevice of ops/identity.ts */
  deviceHash?: string | undefined;
  /** addressKey of ops/addressKey.ts */
  address?: string | undefined;
}

interface KeepsOut {
  personId: string | null;
  deviceHash: string | null;
  address: string | null;
  /** ms since 1970; null: for ever. */
  untilMs: number | null;
  /** hashDevice, of the other devices where their account was signed in. */
  devices?: readonly string[];
}

/** What keeps out, to be looked up: there may be thousands of bans, and of people. */
export type Marks = ReadonlySet<string>;

const MARKS = ['personId', 'deviceHash', 'address'] as const;

/** Of those that hold. */
export const marksOf = (bans: Iterable<KeepsOut>, nowMs: number): Marks =>
  new Set(
    [...bans]
      .filter(({ untilMs }) => untilMs === null || untilMs > nowMs)
      .flatMap((ban) => [
        ...MARKS.flatMap((mark) => (ban[mark] === null ? [] : [`${mark} ${ban[mark]}`])),
        ...(ban.devices ?? []).map((device) => `deviceHash ${device}`),
      ]),
  );

/** P32: by any mark that is known of them. */
export const isKeptOut = (marks: Marks, comer: Comer): boolean =>
  MARKS.some((mark) => comer[mark] !== undefined && marks.has(`${mark} ${comer[mark]}`));
