// A reload, or a door from another office, is no new visit: whoever was inside is inside again, without the entrance.
import { DEFAULT_APPEARANCE, decodeAppearance } from '@comptoir/shared/people';
import { tuning } from '@comptoir/shared/tuning';
import type { Signal } from '@preact/signals-core';
import type { Entry, EntryOutcome, OfficeProblem } from '../ui/UiPort.ts';
import { isReload, keepVisit, readVisit } from './visit.ts';

export interface GoOnParts {
  visits: Storage | undefined;
  officeId: string;
  remembered: { name: string; trade: string; appearance: string };
  join(entry: Entry, ticket: string): Promise<EntryOutcome>;
  /** False as soon as the person does something else about it: they press Enter themselves, say. */
  isWanted(entry: Entry): boolean;
  /** What the entrance says meanwhile. */
  problem: Signal<OfficeProblem | undefined>;
}

/** R10: an office that is just being started anew does not answer yet. It holds the place for a while, so it is asked again as long. */
export async function goOn({ visits, officeId, remembered, join, isWanted, problem }: GoOnParts): Promise<void> {
  const visit = readVisit(visits, officeId);
  if (!visit?.inside || !(visit.crossing || isReload()) || remembered.name === '') return;
  const entry: Entry = {
    name: remembered.name,
    trade: remembered.trade,
    appearance: decodeAppearance(remembered.appearance) ?? DEFAULT_APPEARANCE,
    as: { personId: visit.personId },
  };
  if (!isWanted(entry)) return;
  keepVisit(visits, { ...visit, crossing: false });
  const untilMs = performance.now() + tuning.holdSeatMs;
  do {
    const outcome = await join(entry, visit.ticket);
    if (!('refused' in outcome) || outcome.refused !== 'unreachable' || !isWanted(entry)) return;
    problem.value = 'unreachable';
    await new Promise((again) => setTimeout(again, tuning.retryMs));
  } while (performance.now() < untilMs && isWanted(entry));
}
