// What the pages of past talks need to know of the offices' shelves; room/replaysOfAll.ts implements it.
import type { PageLanguage } from '../pages/pageLanguage.ts';
import type { Replay } from '../replay/Replay.ts';

/** A talk that is over, with the office it was in. */
export interface PublicTalk {
  officeId: string;
  officeTitle: string;
  /** Goes into links; undefined while the office is open. */
  key: string | undefined;
  zone: string;
  /** Name of the area to stay in. */
  lounge: string | undefined;
  placeName(language: PageLanguage): string;
  /** ms since 1970; null: for ever. */
  keptUntilMs: number | null;
  replay(): Promise<Replay | undefined>;
  mayRead(key: string | undefined, deviceId: string | undefined): Promise<boolean>;
  /** Path of a document that was shown; undefined: there is none of this id. */
  slides(id: string): { path: string; name: string } | undefined;
  /** Files of the recording, once they are ready. */
  recorded(): { path: string; audioPath: string } | undefined;
  /** How far it is; undefined: there is none, or it is ready. */
  preparing(): { state: 'prepared' | 'failed'; share: number } | undefined;
  /** Until when this person can be taken out of the recording, ms since 1970; undefined: they are not in it, or it is too late. */
  leavableUntilMs(personId: string): number | undefined;
  leaveRecording(personId: string): 'ok' | 'none' | 'tooLate';
  write(written: { question: string; text: string; name: string; who: string }): Promise<'ok' | 'tooMany' | 'notThere'>;
}

/** The talks of one office that are over. */
export interface PublicShelf {
  officeTitle: string;
  /** Goes into links; undefined while the office is open. */
  key: string | undefined;
  /** Of talks that were given to its podcast, the latest first. */
  replays(): Promise<Replay[]>;
}

export interface Replays {
  /** Undefined: there is none, or not for whoever has this key. */
  shelfOf(officeId: string, key: string | undefined): PublicShelf | undefined;
  find(talk: string): PublicTalk | undefined;
  /** The office in which this talk is on, if whoever asks may read of it. */
  isOn(talk: string, key: string | undefined): { officeId: string } | undefined;
}
