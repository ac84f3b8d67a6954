// What a stage asks of me now: to begin a talk, my part in the one that is on, where to stay after it. In map and list.
import type { World } from '../../world/World.ts';
import { RoleCard } from './RoleCard.tsx';
import { StartTalkCard } from './StartTalkCard.tsx';
import { ShelfCard } from './shelf/ShelfCard.tsx';
import { TalkOverCard } from './TalkOverCard.tsx';

export function StageCards({ world }: { world: World }) {
  // one thing at a time: beginning another talk, and those of before, wait until this one has been left
  if (world.auditorium.over.value) return <TalkOverCard world={world} />;
  return (
    <>
      <StartTalkCard world={world} />
      <RoleCard world={world} />
      <ShelfCard world={world} />
    </>
  );
}
