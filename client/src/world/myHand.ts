// My raised hand, in a talk or in a meeting room.
import { stageRole } from './stageRole.ts';
import type { World } from './World.ts';

/** Where hands are raised and kept in order, for me: in the audience of a talk, and in a meeting room. Reads signals. */
export function raisesHands(world: World): boolean {
  const conversation = world.talk.conversation.value;
  if (conversation?.kind === 'meeting') return conversation.role === 'member';
  return world.auditorium.stage.value !== undefined && stageRole(conversation, world.myId.value) === 'audience';
}

/** My place among those that are raised, from 1; 0: it is down. Reads signals. */
export function myHand(world: World): number {
  const { value: conversation } = world.talk.conversation;
  if (conversation?.kind === 'meeting') return (conversation.hands ?? []).indexOf(world.myId.value ?? '') + 1;
  return world.auditorium.stage.value?.myHand ?? 0;
}
