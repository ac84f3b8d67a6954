// The agenda as the office has it now: asked for when it is shown, and again whenever something of it changes.
import type { AppointmentAnswers, OccurrenceView } from '@comptoir/shared/protocol/appointments';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';

export type AgendaAnswer = AppointmentAnswers['appointments'];

export interface AskedAgenda {
  /** Undefined: not here yet. */
  answer: AgendaAnswer | undefined;
  failed: boolean;
  again(): void;
  /** I'm coming, or not any more: shown at once. */
  come(occurrence: OccurrenceView, isComing: boolean): Promise<void>;
}

export function useAgenda(world: World): AskedAgenda {
  const { app } = useUi();
  const answer = useSignal<AgendaAnswer | undefined>(undefined);
  const failed = useSignal(false);
  const round = useSignal(0);
  const told = world.agenda.next.value;
  useEffect(() => {
    let isWanted = true;
    void app.actions.ask('appointments', {}).then((given) => {
      if (!isWanted) return;
      failed.value = isRefused(given);
      if (!isRefused(given)) answer.value = given;
    });
    return () => {
      isWanted = false;
    };
  }, [told, round.value]);
  return {
    answer: answer.value,
    failed: failed.value,
    again: () => {
      round.value++;
    },
    async come({ id, occurrence }, isComing) {
      const given = await app.actions.ask('coming', { appointment: id, occurrence, coming: isComing });
      const known = answer.peek();
      if (isRefused(given) || !known) return;
      const next = known.next.map((one) =>
        one.id === id && one.occurrence === occurrence ? { ...one, mine: isComing, count: given.count } : one,
      );
      answer.value = { ...known, next };
    },
  };
}
