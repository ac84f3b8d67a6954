// Pure rules of an announcement in a browser: what stands of it now, and how loud everything is meanwhile.
import type { AnnouncementView } from '@comptoir/shared/protocol/hosting';
import { tuning } from '@comptoir/shared/tuning';
import type { AnnouncementState, LinkState } from './CallModel.ts';
import { gainOfDb } from './gains.ts';

/** ready: links are made · on: the voice goes out. */
export const phaseAt = (
  { fromTick, untilTick }: Pick<AnnouncementView, 'fromTick' | 'untilTick'>,
  tick: number,
): 'ready' | 'on' | 'over' => (tick < fromTick ? 'ready' : tick < untilTick ? 'on' : 'over');

/** Of each who listens: so long the media server needs for one more connection, and more. */
const SPREAD_MS = 5;
/** Left for being connected before the first word. */
const CONNECT_MS = 2000;

/**
 * ms to wait before asking for it: were all to ask in one moment, the host's own connection would stand among hundreds.
 * @param people in the office · @param inMs until the host begins · @param chance 0 to 1
 */
export const waitBeforeAsking = (people: number, inMs: number, chance: number): number =>
  Math.max(0, Math.min(people * SPREAD_MS, inMs - CONNECT_MS)) * chance;

/** One announcement, under however many epochs. */
export const nameOf = ({ by, fromTick }: Pick<AnnouncementView, 'by' | 'fromTick'>): string => `${by} ${fromTick}`;

/** To somebody who listens. */
export const listeningState = (link: LinkState, isTurnedDown: boolean): AnnouncementState =>
  isTurnedDown ? 'turnedDown' : link === 'connected' || link === 'failed' ? (link === 'connected' ? 'heard' : 'failed') : 'connecting';

/** To the host. */
export const speakingState = (link: LinkState, phase: ReturnType<typeof phaseAt>, hasMicrophone: boolean): AnnouncementState =>
  link === 'failed' ? 'failed' : link === 'connected' && hasMicrophone && phase === 'on' ? 'speaking' : 'connecting';

/**
 * K44: does my voice go to everybody now, and by that way only? My conversation hears me until there is that way, however late it is; once
 * it was, a line that comes back is waited for.
 */
export const goesToEverybody = (link: LinkState, phase: ReturnType<typeof phaseAt>, didBefore: boolean): boolean =>
  phase === 'on' && (link === 'connected' || (didBefore && link !== 'failed'));

export interface HearingFacts {
  phase: ReturnType<typeof phaseAt>;
  /** Something of the voice comes in. */
  delivers: boolean;
  isTurnedDown: boolean;
  /** How loud I want this person, 0 to 1.5. */
  volume: number;
}

/** K45: how loud the voice is, and by how much my conversation is turned down for it. */
export function gainsOf({ phase, delivers, isTurnedDown, volume }: HearingFacts): { voice: number; conversation: number } {
  const voice = isTurnedDown ? 0 : volume;
  return { voice, conversation: phase === 'on' && delivers && voice > 0 ? gainOfDb(tuning.announceDuckDb) : 1 };
}
