// The tables as Kysely sees them; portable column types only: text ids, whole numbers, times in ms since 1970.
import type { Kysely } from 'kysely';

export interface Tables {
  persons: {
    personId: string;
    /** Null for somebody without cookies (a bot). */
    deviceHash: string | null;
    name: string;
    trade: string;
    /** encodeAppearance of shared/people.ts */
    appearance: string;
    rank: string;
    createdMs: number;
    seenMs: number;
  };
  positions: {
    personId: string;
    office: string;
    /** World units (1/16 px). */
    x: number;
    y: number;
    direction: number;
    seat: string | null;
    availability: number;
    atMs: number;
  };
  visits: { visitId: string; office: string; personId: string; arrivedMs: number; leftMs: number | null };
  counters: { office: string; day: string; name: string; count: number };
  secrets: { name: string; value: string };
}

export type Db = Kysely<Tables>;
