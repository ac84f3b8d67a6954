// The table of what admins do for the whole server: request -> rule. That only they ask was checked by answerMessages.ts.
import { lengthOf } from '@comptoir/shared/people';
import type { adminRequests } from '@comptoir/shared/protocol/admin';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { cleanText } from '@comptoir/shared/words';
import type { Occupant } from '../office/Office.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

type AdminRules = {
  [R in keyof typeof adminRequests]: (sender: { occupant: Occupant }, ask: Ask<R>) => Answer<R> | Promise<Answer<R>>;
};

export function adminRules(room: OfficeRoom): AdminRules {
  const { house } = room.parts;
  return {
    /** P140, P145 */
    async setHouseText({ occupant }, { name, ...texts }) {
      const en = cleanText(texts.en);
      const fr = cleanText(texts.fr);
      if (Math.max(lengthOf(en), lengthOf(fr)) > tuning.houseTextLength) return { refused: 'textTooLong' };
      const facts = await house.set(name, { en, fr });
      room.hosting.audit({
        by: occupant,
        act: name === 'charter' ? 'setCharter' : 'setAppeal',
        target: '',
        details: en + fr === '' ? 'none' : '',
      });
      return { ok: true, ...facts };
    },
  };
}
