// The tiles of my call now: the server says who is in it and who shows a screen, the browser what it has of them.
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { orderTiles, type TileOf } from './orderTiles.ts';

export function useTiles(world: World): TileOf[] {
  const { app } = useUi();
  const participants = new Map(app.call.participants.value.map((participant) => [participant.personId, participant]));
  const facts = (world.talk.conversation.value?.members ?? []).map((member) => {
    const participant = participants.get(member.personId);
    return {
      member,
      hasScreen: member.screen || participant?.screen.value !== undefined,
      hasCamera: member.camera || participant?.camera.value !== undefined,
    };
  });
  return orderTiles(facts, world.myId.value, world.auditorium.slides.value?.by);
}
