// P82: whoever is inside as a person with an account is signed in to it on their device; who is not any more is out.
import { CLOSE } from '@comptoir/shared/protocol/http';
import { tuning } from '@comptoir/shared/tuning';
import { hashDevice } from '../ops/identity.ts';
import type { OfficeRoom } from './OfficeRoom.ts';
import { putOut } from './putOut.ts';

export class OfficeSessions {
  readonly #room: OfficeRoom;
  #lookedMs = 0;

  constructor(room: OfficeRoom) {
    this.#room = room;
  }

  /** They may have been signed out by another process, or by command. */
  eachSecond(): void {
    // the store says by itself what went wrong
    if (performance.now() - this.#lookedMs >= tuning.signedOutLookMs) this.look().catch(() => undefined);
  }

  /** Puts out whoever is not signed in any more. */
  async look(): Promise<void> {
    this.#lookedMs = performance.now();
    const { clientOf, floor, parts } = this.#room;
    const clients = new Map(clientOf);
    const comers = [...clients].map(([personId, { auth }]) => ({
      personId,
      deviceHash: auth?.deviceId === undefined ? undefined : hashDevice(auth.deviceId),
    }));
    for (const personId of await parts.store.accounts.signedOut({ comers })) {
      const occupant = floor.office.occupants.get(personId);
      // they may have come in again meanwhile, by another device
      if (occupant && clientOf.get(personId) === clients.get(personId)) putOut(this.#room, occupant, CLOSE.signedOut);
    }
  }
}
