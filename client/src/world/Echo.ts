// Echo, the parrot that repeats what one says: what everybody of this browser sees of it. An object, not a person; written by media.
import type { Thing } from '@comptoir/shared/map/OfficeMap';

/**
 * dwelling: the ring fills · asking: it needs the microphone · listening: say something · hearing: I speak · repeating: it speaks ·
 * company: quiet, because somebody else is here.
 */
export type EchoPhase = 'dwelling' | 'asking' | 'listening' | 'hearing' | 'repeating' | 'company';

/** Before whose perch I stand. */
export interface EchoView {
  perch: Thing;
  phase: EchoPhase;
}
