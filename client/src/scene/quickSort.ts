// Sorts what is drawn by depth as the language does it, which notices what is in order already: between two frames nearly everything is.
import type Phaser from 'phaser';

/** The engine's list of objects, of which its types leave out a part. */
interface Drawn {
  list: { _depth: number }[];
  sortChildrenFlag: boolean;
  depthSort(): void;
}

/** Before the first frame. What has the same depth stays in the order in which it was added. */
export function quickSort(scene: Phaser.Scene): void {
  const drawn = scene.children as unknown as Drawn;
  drawn.depthSort = () => {
    if (!drawn.sortChildrenFlag) return;
    drawn.sortChildrenFlag = false;
    drawn.list.sort((a, b) => a._depth - b._depth);
  };
}
