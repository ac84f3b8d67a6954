// The rights of people over all that this server keeps: given to them, and erased with them.

import type { SentFiles } from '../files/SentFiles.ts';
import type { Rights } from '../http/rightsRoutes.ts';
import type { KeptCard } from '../office/cards.ts';
import { newId } from '../ops/identity.ts';
import { type InstanceKey, openText } from '../ops/sealText.ts';
import type { Recordings } from '../recording/Recordings.ts';
import { exportMe } from '../rights/exportMe.ts';
import { zipParts } from '../rights/zipParts.ts';
import type { KeptSlides } from '../slides/KeptSlides.ts';
import type { Store } from '../store/openStore.ts';
import { type ErasingParts, erasePerson } from './erasePerson.ts';
import { lineOf } from './lineOf.ts';
import { cardSeal } from './OfficeCards.ts';
import { deskNoteSeal } from './OfficeDesks.ts';

export interface RightsParts extends ErasingParts {
  store: Store;
  instanceKey: InstanceKey;
  files: Pick<SentFiles, 'remove' | 'pathOf'>;
  recordings: Pick<Recordings, 'forget' | 'isIn' | 'replayOf'>;
  keptSlides: Pick<KeptSlides, 'remove' | 'pathOf'>;
}

export function rightsOfAll(parts: RightsParts): Rights {
  const { store, instanceKey, files, recordings, keptSlides } = parts;
  return {
    isKnown: async (personId) => (await store.persons.find({ personId })) !== undefined,
    hasAccount: async (personId) => (await store.accounts.ofPerson({ personId })) !== undefined,
    export(personId) {
      const nowMs = Date.now();
      const mine = exportMe(
        {
          store,
          opened: {
            card(sealed) {
              const text = openText(instanceKey, sealed, cardSeal(personId));
              return text === undefined ? undefined : (JSON.parse(text) as KeptCard);
            },
            deskNote: (sealed, noteId) => openText(instanceKey, sealed, deskNoteSeal(noteId)),
          },
          openLine: (stored) => lineOf(instanceKey, stored),
          talks: {
            isRecorded: (talk) => recordings.isIn(talk, personId) && recordings.replayOf(talk) !== undefined,
            hasSlides: (talk, document) => keptSlides.pathOf(talk, document) !== undefined,
            slidesPath: (talk, document) => keptSlides.pathOf(talk, document),
          },
          pathOf: (fileId) => files.pathOf(fileId),
        },
        personId,
        nowMs,
      );
      return zipParts(mine, nowMs);
    },
    async erase(personId) {
      await store.erasures.begin({ erasureId: newId(), personId, askedMs: Date.now() });
      await erasePerson(parts, personId);
    },
  };
}
