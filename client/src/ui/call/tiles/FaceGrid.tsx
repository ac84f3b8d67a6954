// Face to face: everybody as large as the window allows.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { gridOf } from './layoutTiles.ts';
import { keyOfTile, type TileOf } from './orderTiles.ts';
import { Tile } from './Tile.tsx';

const GAP_PX = 12;

export function FaceGrid({ world, tiles }: { world: World; tiles: readonly TileOf[] }) {
  const box = useRef<HTMLDivElement>(null);
  const size = useSignal({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = (): void => {
      size.value = { width: element.clientWidth, height: element.clientHeight };
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  const grid = gridOf(tiles.length, size.value.width, size.value.height, GAP_PX);
  return (
    <div
      ref={box}
      class="face-grid"
      style={{ '--tile-width': `${grid.width}px`, '--tile-height': `${grid.height}px`, '--columns': grid.columns, gap: `${GAP_PX}px` }}
    >
      {tiles.map((tile) => (
        <Tile key={keyOfTile(tile)} world={world} tile={tile} />
      ))}
    </div>
  );
}
