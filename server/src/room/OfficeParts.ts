// What an office room is given by app.ts: its map, its limits, and the few things it asks of store, metrics and log.
import type { Ground } from '@comptoir/shared/map/Ground';
import type { Availability, Rank } from '@comptoir/shared/people';
import type { News } from '../cluster/news.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { InstanceKey } from '../ops/sealText.ts';
import type { Pushes } from '../push/Pushes.ts';
import type { Recordings } from '../recording/Recordings.ts';
import type { KeptSlides } from '../slides/KeptSlides.ts';
import type { SlideFiles } from '../slides/SlideFiles.ts';
import type { Store } from '../store/openStore.ts';
import type { House } from './House.ts';
import type { StayDays } from './KeptLines.ts';
import type { CallParts } from './OfficeCalls.ts';
import type { OfficeDoor } from './OfficeDoor.ts';
import type { PeopleAnywhere } from './peopleOfAll.ts';

/** A person's place as it outlives a restart. World units. */
export interface RememberedPlace {
  x: number;
  y: number;
  direction: number;
  seat: string | undefined;
  availability: Availability;
}

/** What the store keeps of an office; writes return at once and are on disk within a second. */
export interface OfficeMemory {
  placeOf(personId: string): Promise<RememberedPlace | undefined>;
  keepPlace(personId: string, place: RememberedPlace): void;
  /** Name, trade and appearance of a person, and the device they belong to. Resolves when they are kept. */
  keepPerson(person: { personId: string; deviceId: string | undefined; name: string; trade: string; appearance: string }): Promise<void>;
  arrived(personId: string): void;
  left(personId: string): void;
  /** `day` as dayOf gives it. */
  cupsOf(day: string): Promise<number>;
  addCup(day: string): void;
}

export interface OfficeParts {
  officeId: string;
  /** As the office opens; the map may be replaced later. */
  ground: Ground;
  timezone: string;
  memory: OfficeMemory;
  door: OfficeDoor;
  /** What admins wrote for everybody. */
  house: House;
  /** P19: somebody has another rank now, in every office of this server. */
  rankChanged(personId: string, rank: Rank): void;
  /** What the other processes of this server, if there are any, have to know at once. */
  tellProcesses(news: News): void;
  /** What the door and hosts ask of it. */
  store: Store;
  /** With what private texts are sealed before the store is given them: sealText of ops/sealText.ts. */
  instanceKey: InstanceKey;
  /** What people write to others, wherever these are. */
  people: PeopleAnywhere;
  push: Pushes;
  stayDays: StayDays;
  /** Bytes on the disk that no line and no shelf holds any more. */
  removeFiles(fileIds: readonly string[]): void;
  /** What OfficeCalls is given. */
  calls: Pick<CallParts, 'media' | 'iceServers' | 'rules'>;
  /** Of speakers, on the disk. */
  slides: SlideFiles;
  keptSlides: KeptSlides;
  recordings: Recordings;
  /** Days that a talk is kept after it ended; 0: nothing stays. */
  talkDays: number;
  /** All that lies on the disk of a talk: slides, recording. */
  removeTalkFiles(talk: string): Promise<void>;
  metrics: Metrics;
  log: Log;
  /** The office with the cardboard people. */
  isDemo: boolean;
  /** The last map of this office could not be read, in one sentence. */
  mapProblem?: string | undefined;
}
