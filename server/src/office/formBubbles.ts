// Forming by nearness and at tables: who has stood long enough beside whom. Called in every round.
import { toUnits } from '@comptoir/shared/geometry';
import type { WalkGrid } from '@comptoir/shared/movement';
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation } from './Conversation.ts';
import {
  areReunited,
  type Blocked,
  blockOf,
  calmSince,
  haveParted,
  isAdmitted,
  isCalm,
  isInTheRound,
  isStill,
  mayForm,
  shynessOf,
  ticksOf,
} from './mayTalk.ts';
import type { Nearby } from './Nearby.ts';
import { areApart } from './reachable.ts';
import { newNumber } from './ringNumbers.ts';
import { isInSight } from './sight.ts';
import { joinConversation, openConversation, startDwelling, stopDwelling, type Talker, type Talks } from './Talks.ts';
import { distanceToTable, type Spot, spotAt, type Table, type TalkPlaces } from './talkPlaces.ts';
import { areElsewhere, isKeptApart } from './visits.ts';

const JOIN = toUnits(tuning.joinPx);
const TABLE = toUnits(tuning.tablePx);
const DWELL_TICKS = ticksOf(tuning.dwellMs);

export interface Floor {
  talks: Talks;
  places: TalkPlaces;
  grid: WalkGrid;
  /** Everybody who stands still, filled by `gather`. */
  nearby: Nearby;
}

/** What somebody stands beside. */
interface Match {
  distance: number;
  conversation?: Conversation;
  /** Free as well: the two would begin one. */
  person?: Talker;
  /** Whose stillness counts with mine. */
  beside: Talker;
  table?: Table;
}

export interface Beside {
  reason: Blocked;
  number: number | undefined;
  person: string | undefined;
}

/** What somebody who stands still finds: the nearest that takes them, and the nearest that does not. */
interface Found {
  match?: Match;
  blocked?: Beside & { distance: number };
}

/** B3-B6 for everybody who stands still and is in none. @returns those who stand beside something that does not take them */
export function formBubbles(floor: Floor, nowTick: number): Map<Talker, Beside> {
  const { talks, places } = floor;
  const guests = guestsOfTables(floor, nowTick);
  talks.dueTick = Number.POSITIVE_INFINITY;
  const blocked = new Map<Talker, Beside>();
  for (const talker of talks.talkers.values()) {
    if (talker.conversation) continue;
    const spot = isStill(talker) ? spotAt(places, talker.occupant.walker) : undefined;
    if (!spot || !mayForm(talks, spot) || shynessOf(talker, nowTick)) {
      stopDwelling(talks, talker);
      continue;
    }
    const found = lookAround(floor, talker, spot, guests, nowTick);
    // found again after a cut: no dwell, and no rest
    const { match } = found;
    if (match && (isCalm(talker, nowTick) || isFoundAgain(talks, talker, match, nowTick))) dwellBeside(floor, talker, match, spot, nowTick);
    else stopDwelling(talks, talker);
    if (!match && found.blocked) blocked.set(talker, found.blocked);
  }
  return blocked;
}

function dwellBeside({ talks }: Floor, talker: Talker, match: Match, spot: Spot, nowTick: number): void {
  const { conversation, person, beside, table } = match;
  const number = conversation?.number ?? freeNumberOf(talks, person) ?? freeNumberOf(talks, talker) ?? newNumber(talks);
  startDwelling(talks, talker, number, talker.dwell?.sinceTick ?? besideSince(talker, beside, nowTick));
  const overTick = (talker.dwell?.sinceTick ?? nowTick) + DWELL_TICKS;
  if (overTick > nowTick) talks.dueTick = Math.min(talks.dueTick, overTick);
  if (conversation) {
    const isKnown = isAdmitted(conversation, talker, nowTick) || isFoundAgain(talks, talker, match, nowTick);
    const isLongEnough = hasDwelt(talker, nowTick) && nowTick - beside.occupant.walker.stillSinceTick >= DWELL_TICKS;
    if (isKnown || isLongEnough) joinConversation(talks, conversation, talker, nowTick);
    return;
  }
  if (!person) return;
  if (!areReunited(talker, person, nowTick) && !(hasDwelt(talker, nowTick) && hasDwelt(person, nowTick))) return;
  const place = table ? ({ kind: 'table', table: table.name } as const) : ({ kind: 'near' } as const);
  const begun = openConversation(talks, { kind: 'bubble', place, area: spot.area, number }, nowTick);
  joinConversation(talks, begun, person, nowTick);
  joinConversation(talks, begun, talker, nowTick);
}

/** Since both stand still and I am calm, if that was no earlier than the round before; else something else has changed now. */
function besideSince(talker: Talker, beside: Talker, nowTick: number): number {
  const since = Math.max(talker.occupant.walker.stillSinceTick, beside.occupant.walker.stillSinceTick, calmSince(talker));
  return since >= nowTick - tuning.bubbleTicks ? Math.min(since, nowTick) : nowTick;
}

/** B14: the one they lost, or somebody of the circle they lost. */
function isFoundAgain(talks: Talks, talker: Talker, { conversation, person }: Match, nowTick: number): boolean {
  if (person) return areReunited(talker, person, nowTick);
  for (const personId of conversation?.members.keys() ?? []) {
    const member = talks.talkers.get(personId);
    if (member && areReunited(talker, member, nowTick)) return true;
  }
  return false;
}

/** Of the ring that fills around somebody, unless it has become a conversation's meanwhile. */
function freeNumberOf({ numbers }: Talks, talker: Talker | undefined): number | undefined {
  const number = talker?.dwell?.number;
  return number === undefined || numbers.get(number)?.conversation ? undefined : number;
}

const hasDwelt = ({ dwell }: Talker, nowTick: number): boolean => dwell !== undefined && nowTick - dwell.sinceTick >= DWELL_TICKS;

/** Free people at each table: who sits there, and who stands within its reach. */
function guestsOfTables({ talks, places }: Floor, nowTick: number): Map<string, Talker[]> {
  const guests = new Map<string, Talker[]>();
  if (places.tables.size === 0) return guests;
  for (const talker of talks.talkers.values()) {
    if (talker.conversation || !isStill(talker)) continue;
    const { seat, walker } = talker.occupant;
    const spot = spotAt(places, walker);
    if ((spot.tables.length === 0 && seat?.table === undefined) || !mayForm(talks, spot) || shynessOf(talker, nowTick)) continue;
    for (const table of tablesOf(places, talker, spot)) {
      const there = guests.get(table.name);
      if (there) there.push(talker);
      else guests.set(table.name, [talker]);
    }
  }
  return guests;
}

/** Whoever sits at a table is at that one only. */
function tablesOf(places: TalkPlaces, { occupant: { seat, walker } }: Talker, spot: Spot): readonly Table[] {
  if (seat?.table === undefined && spot.tables.length === 0) return spot.tables;
  if (seat?.table === undefined) return spot.tables.filter((table) => distanceToTable(table, walker) <= TABLE);
  const own = places.tables.get(seat.table);
  return own ? [own] : [];
}

function lookAround(floor: Floor, talker: Talker, spot: Spot, guests: ReadonlyMap<string, Talker[]>, nowTick: number): Found {
  const found: Found = {};
  for (const table of tablesOf(floor.places, talker, spot))
    lookAtTable(floor, talker, spot, table, guests.get(table.name) ?? [], found, nowTick);
  // whoever sits at a table talks with the table
  if (talker.occupant.seat?.table !== undefined) return found;
  floor.nearby.each(talker.occupant.walker, JOIN, (other, distance) => {
    if (other !== talker && isNearer(found, distance)) lookAt(floor, talker, spot, other, distance, found, nowTick);
  });
  return found;
}

const isNearer = ({ match }: Found, distance: number): boolean => !match || distance < match.distance;

/** B1: everybody at one table, whatever the distance; at least one of them has to sit. */
function lookAtTable(
  { talks }: Floor,
  talker: Talker,
  spot: Spot,
  table: Table,
  guests: readonly Talker[],
  found: Found,
  nowTick: number,
): void {
  const distance = distanceToTable(table, talker.occupant.walker);
  const conversation = talks.ofTable.get(table.name);
  if (conversation) {
    if (isKeptApart(talks, conversation, talker.occupant)) return;
    const reason = blockOf(conversation, talker, spot.manner, nowTick);
    if (reason) block(found, { reason, number: conversation.number, person: undefined, distance });
    else if (isNearer(found, distance)) found.match = { distance, conversation, beside: talker, table };
    return;
  }
  const sits = talker.occupant.seat?.table === table.name;
  for (const other of guests) {
    if (other === talker || haveParted(talker, other) || mayNotMeet(talks, talker, other) || !isNearer(found, distance)) continue;
    if (areElsewhere(talker.occupant, other.occupant)) continue;
    if (sits || other.occupant.seat?.table === table.name) found.match = { distance, person: other, beside: other, table };
  }
}

function lookAt(
  { talks, places, grid }: Floor,
  talker: Talker,
  spot: Spot,
  other: Talker,
  distance: number,
  found: Found,
  nowTick: number,
): void {
  const { walker, seat, personId } = other.occupant;
  if (seat?.table !== undefined) return;
  if (areElsewhere(talker.occupant, other.occupant)) return;
  // B8: never across areas or walls
  if (spotAt(places, walker).area !== spot.area || !isInSight(grid, talker.occupant.walker, walker)) return;
  const { conversation } = other;
  if (conversation) {
    const { kind } = conversation.place;
    if (isKeptApart(talks, conversation, talker.occupant)) return;
    // a table takes people at the table, a walk nobody, and a desk after a yes
    if (kind === 'table' || kind === 'walk' || (kind === 'desk' && !isAdmitted(conversation, talker, nowTick))) return;
    const reason = blockOf(conversation, talker, spot.manner, nowTick);
    if (reason) block(found, { reason, number: conversation.number, person: undefined, distance });
    else if (isInTheRound(talks, conversation, talker.occupant.walker)) found.match = { distance, conversation, beside: other };
    return;
  }
  const shyness = mayNotMeet(talks, talker, other) ? 'doNotDisturb' : shynessOf(other, nowTick);
  if (!shyness && !haveParted(talker, other)) found.match = { distance, person: other, beside: other };
  else if (shyness === 'away' || shyness === 'focused' || shyness === 'doNotDisturb')
    block(found, { reason: shyness, number: undefined, person: personId, distance });
  else if (shyness === 'desk') block(found, { reason: 'focused', number: undefined, person: personId, distance });
  else if (!shyness) block(found, { reason: 'goodbye', number: undefined, person: personId, distance });
}

/** P37 */
const mayNotMeet = ({ apart }: Talks, { occupant }: Talker, other: Talker): boolean =>
  areApart(apart, occupant.personId, other.occupant.personId);

function block(found: Found, blocked: Beside & { distance: number }): void {
  if (!found.blocked || blocked.distance < found.blocked.distance) found.blocked = blocked;
}
