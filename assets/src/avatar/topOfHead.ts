// How tall a person is drawn: where a name tag may begin.
import type { Appearance } from '@comptoir/shared/people';
import { drawHead, HEAD_SHIFT, loweringOf, topRow } from './drawFrame.ts';
import type { Side } from './frames.ts';
import { FEET_Y, STANCES } from './frames.ts';

/** Px from the feet line up to the outline above hair or head covering; standing unless `seated` is given with the side that is shown. */
export function topOfHead(appearance: Appearance, seated?: Side): number {
  const side = seated ?? 'down';
  const lowering = loweringOf(appearance, { ...STANCES['down-0'], side, seated: seated !== undefined });
  return FEET_Y - (topRow(drawHead(appearance, side, 'calm')) + HEAD_SHIFT + lowering - 1);
}
