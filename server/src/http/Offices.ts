// What the HTTP routes need to know of the running offices and their maps; app.ts implements it.
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import type { OfficeFacts, OfficeSummary } from '@comptoir/shared/protocol/http';

export interface Offices {
  list(): OfficeSummary[];
  /** Undefined when there is no such office. */
  facts(officeId: string): OfficeFacts | undefined;
  /** Why an office of this name could not be opened, in one sentence: its map is broken. */
  problem(officeId: string): string | undefined;
  /** Several processes: there is such an office, and nobody runs it at this moment. Asked of those without facts. */
  isOpening?(officeId: string): boolean;
  /** Of an office that is just being opened or handed over: waits a moment for it. */
  whenOpen?(officeId: string): Promise<OfficeFacts | undefined>;
  /** The office this person is in now, connected. */
  hereOf(personId: string): string | undefined;
  /** Why newcomers cannot be taken now, in one sentence; undefined when they can. */
  notReady(): string | undefined;
  /** People can be taken, but not all is as it should be, in one sentence. */
  note?(): string | undefined;
}

export interface Maps {
  mapOf(officeId: string): OfficeMap | undefined;
  /** Absolute path of a file that maps may show, asked for as `/maps/<path>`; undefined for anything else. */
  file(path: string): string | undefined;
}
