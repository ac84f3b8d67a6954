// Availability: set by the person, by a desk seat (focused) and by idleness (away).
import type { Seat } from '@comptoir/shared/map/OfficeMap';
import type { Availability } from '@comptoir/shared/people';
import type { Occupant } from './Office.ts';

/** The person's own choice: it ends what a desk or idleness had set. */
export function chooseAvailability(occupant: Occupant, availability: Availability): void {
  occupant.availability = availability;
  occupant.idle = false;
  delete occupant.availabilityBefore;
}

/** Five minutes without a sign of life make an available or focused person away; the next sign brings the choice back. */
export function setIdle(occupant: Occupant, idle: boolean): void {
  if (idle === occupant.idle) return;
  if (idle) {
    if (occupant.availability === 'away' || occupant.availability === 'doNotDisturb') return;
    occupant.idle = true;
    occupant.availabilityBefore ??= occupant.availability;
    occupant.availability = 'away';
    return;
  }
  occupant.idle = false;
  const atDesk = occupant.seat?.desk !== undefined;
  occupant.availability = atDesk ? 'focused' : (occupant.availabilityBefore ?? 'available');
  if (!atDesk) delete occupant.availabilityBefore;
}

/** Sitting at a desk sets focused (from available only); leaving it brings back what was before. */
export function availabilityOfSeat(occupant: Occupant, seat: Seat | undefined): void {
  if (seat?.desk !== undefined) {
    if (occupant.availability !== 'available') return;
    occupant.availabilityBefore = 'available';
    occupant.availability = 'focused';
  } else if (!occupant.idle && occupant.availabilityBefore !== undefined) {
    occupant.availability = occupant.availabilityBefore;
    delete occupant.availabilityBefore;
  }
}
