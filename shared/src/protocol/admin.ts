// What admins set and see of a whole server, and what everybody may read of it over HTTP.
import * as v from 'valibot';
import { tuning } from '../tuning.ts';

/** In both languages of the pages; one that is empty is read in the other. */
export interface HouseTexts {
  en: string;
  fr: string;
}

/** What somebody accepts by coming in; another text has another version. */
export interface Charter extends HouseTexts {
  version: string;
}

/** GET of it, without being anybody. */
export const HOUSE_PATH = '/api/house';

export interface HouseFacts {
  /** Null: nothing has to be accepted. */
  charter: Charter | null;
  /** Whom those write to who are not let in; empty: nothing is said of it. */
  appeal: HouseTexts;
}

const words = v.pipe(v.string(), v.maxLength(tuning.houseTextLength * 4));

export const adminRequests = {
  /** The charter, or whom those write to who are not let in. Empty in both: there is none. */
  setHouseText: v.strictObject({ name: v.picklist(['charter', 'appeal']), en: words, fr: words }),
} as const;

export interface AdminAnswers {
  setHouseText: { ok: true } & HouseFacts;
}
