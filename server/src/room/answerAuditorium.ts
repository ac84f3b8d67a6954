// The table of talks: message or request -> rule. Parsed and counted by answerMessages.ts.
import type { auditoriumMessages, auditoriumRequests } from '@comptoir/shared/protocol/auditorium';
import type { ClientMessages } from '@comptoir/shared/protocol/messages';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import type { Occupant } from '../office/Office.ts';
import { interactionRules, takeApplauding } from './answerInteraction.ts';
import { stageRules } from './answerStage.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

type Sender = { occupant: Occupant };
type AuditoriumMessageRules = { [T in keyof typeof auditoriumMessages]: (sender: Sender, message: ClientMessages[T]) => void };
type AuditoriumRequestRules = {
  [R in keyof typeof auditoriumRequests]: (sender: Sender, ask: Ask<R>) => Answer<R> | Promise<Answer<R>>;
};

export function auditoriumMessageRules(room: OfficeRoom): AuditoriumMessageRules {
  return {
    applaud: (sender, applause) => takeApplauding(room, sender, applause),
  };
}

export function auditoriumRequestRules(room: OfficeRoom): AuditoriumRequestRules {
  return {
    ...stageRules(room),
    ...interactionRules(room),
    showSlides: ({ occupant }, ask) => room.auditorium.slides.show(occupant, ask),
    turnPage: ({ occupant }, ask) => room.auditorium.slides.turn(occupant, ask),
  };
}
