// Which panel stands at the left: one at a time, and a dialog or a moved focus leaves it as it was.
import type { Panel } from '../../actions.ts';

export type SlotPanel = 'people' | 'chat' | 'whoHears' | 'talk';

const isSlot = (panel: Panel): panel is SlotPanel => panel === 'people' || panel === 'chat' || panel === 'whoHears' || panel === 'talk';

/** @param before what stood there */
export function chooseSlot(panel: Panel | undefined, before: SlotPanel | undefined): SlotPanel | undefined {
  if (panel === undefined) return undefined;
  return isSlot(panel) ? panel : before;
}
