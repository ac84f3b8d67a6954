// What the call of now tells the model: written by whoever attends it, read by own media, UI and keys.
import type { Signal } from '@preact/signals-core';
import type { ParticipantModel } from './CallModel.ts';

export interface CallFacts {
  participants: Signal<readonly ParticipantModel[]>;
  transport: Signal<'mesh' | 'sfu' | undefined>;
  /** How many hear me now. */
  hearers: Signal<number>;
  /** May I be heard where I am? Listeners and audience may not. */
  maySpeak: Signal<boolean>;
  /** Somebody came while I was hidden: closed until I answer. */
  isHeldShut: Signal<boolean>;
  lowData: Signal<boolean>;
}
