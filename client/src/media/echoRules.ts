// Pure rules of Echo the parrot: who stands before it, and what it does next.
import type { Point } from '@comptoir/shared/geometry';
import type { AreaIndex } from '@comptoir/shared/map/areas';
import type { Thing } from '@comptoir/shared/map/OfficeMap';
import { reachesThing } from '@comptoir/shared/map/reach';
import { tuning } from '@comptoir/shared/tuning';
import type { EchoPhase } from '../world/Echo.ts';

/** It repeats at most so much, the last of it. */
export const ECHO_MS = 3000;
/** A voice is noticed a moment after it began: that moment is repeated too. */
export const LEAD_MS = 400;
/** Without walls around the perch, whoever is nearer than this is company. */
const COMPANY_PX = 160;

export interface Room {
  areas: AreaIndex;
  perch: Thing;
}

const middleOf = ({ shape }: Thing): Point => ({ x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 });

/** Is that place (feet, px) in the room of the perch? */
function isInRoom({ areas, perch }: Room, feet: Point): boolean {
  const middle = middleOf(perch);
  const room = areas.at(middle.x, middle.y)[0];
  if (room !== undefined) return areas.at(feet.x, feet.y).includes(room);
  return Math.hypot(feet.x - middle.x, feet.y - middle.y) < COMPANY_PX;
}

/** K32: within reach, not through a wall. */
export const standsBefore = (room: Room, feet: Point): boolean => reachesThing(feet, room.perch) && isInRoom(room, feet);

/** K32: nobody else is in the room. */
export const isAlone = (room: Room, others: readonly Point[]): boolean => !others.some((feet) => isInRoom(room, feet));

export interface EchoState {
  phase: EchoPhase;
  /** Since when, ms. */
  sinceMs: number;
}

export interface EchoFacts {
  /** I stand still before the perch. */
  isHere: boolean;
  /** Nobody else is in the room, and I talk with nobody. */
  isAlone: boolean;
  /** The browser gave the microphone already: no need to ask. */
  isAllowed: boolean;
  /** The microphone is open for Echo. */
  isOpen: boolean;
  isSpeaking: boolean;
  /** What was heard is being played, or about to be. */
  isPlaying: boolean;
}

/** K32: what Echo does now; undefined: nobody is before it. */
export function nextEcho(before: EchoState | undefined, facts: EchoFacts, nowMs: number): EchoState | undefined {
  if (!facts.isHere) return undefined;
  const phase = nextPhase(before, facts, nowMs);
  return before?.phase === phase ? before : { phase, sinceMs: nowMs };
}

function nextPhase(before: EchoState | undefined, facts: EchoFacts, nowMs: number): EchoPhase {
  if (!facts.isAlone) return 'company';
  const passedMs = nowMs - (before?.sinceMs ?? nowMs);
  switch (before?.phase) {
    case undefined:
    case 'company':
      return 'dwelling';
    case 'dwelling':
      if (facts.isOpen) return 'listening';
      if (passedMs < tuning.dwellMs) return 'dwelling';
      return facts.isAllowed ? 'listening' : 'asking';
    case 'asking':
      return facts.isOpen ? 'listening' : 'asking';
    case 'listening':
      if (!facts.isAllowed) return 'asking';
      return facts.isSpeaking ? 'hearing' : 'listening';
    case 'hearing':
      return facts.isSpeaking && passedMs < ECHO_MS ? 'hearing' : 'repeating';
    case 'repeating':
      return facts.isPlaying ? 'repeating' : 'listening';
  }
}

/** How much of the end of a recording is repeated, ms. */
export const repeatedMs = (spokenMs: number): number => Math.min(ECHO_MS, spokenMs + LEAD_MS);
