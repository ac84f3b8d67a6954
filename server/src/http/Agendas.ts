// What the pages and calendar files of meetings need to know of the offices' agendas; answerAppointments.ts implements it.
import type { NextFacts, OccurrenceView } from '@comptoir/shared/protocol/appointments';
import type { Appointment } from '../appointments/Appointment.ts';
import type { PageLanguage } from '../pages/pageLanguage.ts';

/** Of one office, as it is told outside. */
export interface PublicAgenda {
  officeId: string;
  officeTitle: string;
  /** Whether somebody with this key may read it: everybody while the office is open. */
  isShownTo(key: string | undefined): boolean;
  /** Goes into links; undefined while the office is open. */
  key: string | undefined;
  find(id: string): Appointment | undefined;
  /** The next occurrences of one meeting, with `mine` of `who`. */
  nextOfOne(id: string, most: number, who?: string): OccurrenceView[];
  factsOf(occurrence: OccurrenceView): NextFacts;
  toCalendars(): Appointment[];
  placeWords(place: string | null, language: PageLanguage): string;
  come(who: string, id: string, occurrence: string, isComing: boolean): object;
}

export interface Agendas {
  /** The agenda that holds this meeting. */
  withAppointment(id: string): PublicAgenda | undefined;
  ofOffice(officeId: string): PublicAgenda | undefined;
}
