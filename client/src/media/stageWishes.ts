// What a listener of a talk wishes of the pictures there: by part and not by person, so that hundreds of browsers say nothing when somebody else speaks.
import type { Quality, StageWishes } from '@comptoir/shared/protocol/talk';

export const FIRST_STAGE_WISHES: StageWishes = { active: 'medium', second: 'low', screen: 'high' };

/** Somebody whose pictures may be shown; undefined: the page has not said yet. */
export interface Shown {
  personId: string;
  shownSize(as: 'camera' | 'screen'): Quality | 'none' | undefined;
  /** Do they send a picture of this kind? */
  sends(as: 'camera' | 'screen'): boolean;
}

const ORDER = ['none', 'low', 'medium', 'high'] as const;

/** K47. Of what nobody sends, or has said how to show, it is as before. */
export function stageWishes(before: StageWishes, people: readonly Shown[], active: string | undefined): StageWishes {
  const largest = (of: readonly Shown[], as: 'camera' | 'screen', known: Quality | 'none'): Quality | 'none' => {
    const sizes = of.filter((one) => one.sends(as)).map((one) => one.shownSize(as));
    const said = sizes.filter((size) => size !== undefined);
    return said.length === 0 ? known : (ORDER[Math.max(...said.map((size) => ORDER.indexOf(size)))] ?? known);
  };
  return {
    active: largest(
      people.filter(({ personId }) => personId === active),
      'camera',
      before.active,
    ),
    second: largest(
      people.filter(({ personId }) => personId !== active),
      'camera',
      before.second,
    ),
    screen: largest(people, 'screen', before.screen),
  };
}
