// One tile: a person, or a screen that they show.
import type { World } from '../../../world/World.ts';
import { SlidesTile } from '../../stage/slides/SlidesTile.tsx';
import type { TileOf } from './orderTiles.ts';
import { PersonTile } from './PersonTile.tsx';
import { ScreenTile } from './ScreenTile.tsx';

export function Tile({ world, tile, large }: { world: World; tile: TileOf; large?: boolean }) {
  if (tile.as === 'slides') return <SlidesTile world={world} large={large === true} />;
  return tile.as === 'screen' ? (
    <ScreenTile world={world} personId={tile.personId} large={large === true} />
  ) : (
    <PersonTile world={world} personId={tile.personId} large={large === true} />
  );
}
