// What a stage asks of me now: to begin a talk, my part in the one that is on, where to stay after it. In map and list.
import type { World } from '../../world/World.ts';
import { RoleCard } from './RoleCard.tsx';
import { StartTalkCard } from './StartTalkCard.tsx';
import { ShelfCard } from './shelf/ShelfCard.tsx';
import { TalkOverCard } from './TalkOverCard.tsx';

export function StageCards({ world }: { world: World }) {
  return (
    <>
      <StartTalkCard world={world} />
      <RoleCard world={world} />
      <TalkOverCard world={world} />
      <ShelfCard world={world} />
    </>
  );
}
