// What the call of now tells the model: written by whoever attends it, read by own media, UI and keys.
import type { Signal } from '@preact/signals-core';
import type { AnnouncementState, ParticipantModel } from './CallModel.ts';

export interface CallFacts {
  participants: Signal<readonly ParticipantModel[]>;
  transport: Signal<'mesh' | 'sfu' | undefined>;
  stage: Signal<{ active: string | undefined; presenter: string | undefined }>;
  /** How many hear me now. */
  hearers: Signal<number>;
  /** May I be heard where I am? Listeners and audience may not. */
  maySpeak: Signal<boolean>;
  /** And seen, with my camera and with a screen? */
  mayShow: Signal<{ camera: boolean; screen: boolean }>;
  /** On a stage: whoever comes is expected, and a window behind one's slides is no absence. */
  isOnStage: Signal<boolean>;
  /** Somebody came while I was hidden: closed until I answer. */
  isHeldShut: Signal<boolean>;
  lowData: Signal<boolean>;
  /** What the announcement of now is to me. */
  announcement: Signal<AnnouncementState>;
  /** I do not want to hear it. */
  isAnnouncementDown: Signal<boolean>;
  /** Mine goes out: my microphone is everybody's, and my conversation hears me by it. */
  isAnnouncing: Signal<boolean>;
  /** Mine, and I closed the microphone in the middle of it. */
  isAnnouncementShut: Signal<boolean>;
  /** How loud my conversation is beside an announcement, 0 to 1. */
  conversationGain: Signal<number>;
}
