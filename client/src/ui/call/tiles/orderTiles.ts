// Which tiles a call has and in which order: slides and screens first, then who stands on the stage, then who shows a picture, then the rest, each as they came.
import type { ConversationMember } from '@comptoir/shared/protocol/talk';

export interface TileOf {
  as: 'camera' | 'screen' | 'slides';
  personId: string;
}

export interface TileFacts {
  member: ConversationMember;
  /** This browser has them in the call. */
  hasScreen: boolean;
  hasCamera: boolean;
}

export const keyOfTile = ({ as, personId }: TileOf): string => `${as} ${personId}`;

/**
 * Listeners have no tile: they are neither heard nor seen. Who turns a camera on moves up, who speaks does not: tiles must not jump.
 * @param slidesBy whoever shows slides in this talk, I too
 */
export function orderTiles(all: readonly TileFacts[], myId: string | undefined, slidesBy?: string): TileOf[] {
  const others = all.filter(
    ({ member }) => member.personId !== myId && !member.apart && member.role !== 'listener' && member.role !== 'audience',
  );
  const rank = ({ member, hasCamera }: TileFacts): number => (member.role === 'speaker' ? 0 : hasCamera ? 1 : 2);
  return [
    ...(slidesBy === undefined ? [] : [{ as: 'slides' as const, personId: slidesBy }]),
    ...others.filter(({ hasScreen }) => hasScreen).map(({ member }): TileOf => ({ as: 'screen', personId: member.personId })),
    ...others.sort((a, b) => rank(a) - rank(b)).map(({ member }): TileOf => ({ as: 'camera', personId: member.personId })),
  ];
}
