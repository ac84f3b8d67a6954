// What a note says when a device of mine stays closed in a talk, with the hand where that helps.
import type { Toast } from '../ui/kit/ToastQueue.ts';
import type { World } from '../world/World.ts';

/** Why something of mine stays closed in a talk: I listen · the floor was given without a picture · screens are shown on the stage. */
export type ClosedHere = 'listens' | 'voiceOnly' | 'stageOnly';

export function closedToast(why: ClosedHere, world: World | undefined, hand: () => void): Omit<Toast, 'id'> {
  if (why !== 'listens') return { key: `stage.${why}` };
  const isUp = (world?.auditorium.stage.peek()?.myHand ?? 0) > 0;
  return isUp ? { key: 'stage.listensHandUp' } : { key: 'stage.listens', act: { label: 'call.raiseHand', run: hand } };
}
