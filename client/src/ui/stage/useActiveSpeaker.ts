// Who is large to whoever listens to a talk: the server chooses, and sends the picture of nobody else.
import { stageRole } from '../../world/stageRole.ts';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';

/** Undefined outside of a talk, while nobody speaks in it, and for whoever is on the stage: they see the hall. */
export function useActiveSpeaker(world: World): string | undefined {
  const { app } = useUi();
  const view = world.talk.conversation.value;
  const myId = world.myId.value;
  const role = stageRole(view, myId);
  if (!view || role === undefined || role === 'stage') return undefined;
  const speakers = view.members.flatMap((member) => (member.role === 'speaker' && member.personId !== myId ? [member.personId] : []));
  const { active } = app.call.stage.value;
  return speakers.find((personId) => personId === active) ?? speakers[0];
}
