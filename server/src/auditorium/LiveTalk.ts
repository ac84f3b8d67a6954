// A talk that is on in an auditorium, as the rules see it. Plain data, changed by the rules beside it; its people are its conversation's members.

/** What a leader may set. */
export interface TalkSettings {
  title: string;
  language: string;
  /** Questions may be asked without a name. */
  anonymous: boolean;
  /** Whoever walks on the stage speaks; otherwise only those in `broughtUp`. */
  openStage: boolean;
  /** Titles of chapters as they are planned. */
  programme: string[];
}

export interface LiveTalk {
  /** Of its conversation too. */
  id: string;
  /** Trait `auditorium` of its stage and its audience. */
  auditorium: string;
  settings: TalkSettings;
  startedTick: number;
  /** ms since 1970. */
  startedMs: number;
  /** personIds, whoever began it first. */
  leaders: string[];
  /** Raised hands, in their order: personId -> tick. */
  hands: Map<string, number>;
  /** Whoever speaks from their seat. */
  floor: Map<string, { video: boolean }>;
  /** personIds whom a leader took the stage from, or asked up. */
  sentDown: Set<string>;
  broughtUp: Set<string>;
  /** Whoever has spoken on the stage. */
  spoke: Set<string>;
  /** It is being recorded: only these speak, who have agreed. */
  recorded?: ReadonlySet<string>;
  /** It is, or somebody is being asked. */
  isToBeRecorded?: true;
}

/** What is known of a talk as it begins, or goes on after the office was closed. */
export type KeptTalk = Pick<LiveTalk, 'id' | 'auditorium' | 'settings' | 'startedTick' | 'startedMs' | 'leaders'>;

export const newTalk = (kept: KeptTalk): LiveTalk => ({
  ...kept,
  ...{ hands: new Map(), floor: new Map(), sentDown: new Set(), broughtUp: new Set(), spoke: new Set() },
});

/** ms since it began, as questions and chapters are stamped. */
export const sinceStart = ({ startedTick }: LiveTalk, nowTick: number, tickMs: number): number =>
  Math.max(0, Math.round((nowTick - startedTick) * tickMs));
