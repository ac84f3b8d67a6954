// Says when something in a folder changed and has been quiet for a moment.
import { watch } from 'node:fs';
import { filesBelow } from './findMaps.ts';
import { stampOf } from './MapReader.ts';

export interface FolderWatch {
  close(): void;
}

/** Watches are lost on network drives and run out on busy systems: the folder is also looked at this often. */
const LOOK_EVERY_MS = 2000;

const pictureOf = (folder: string): string =>
  filesBelow(folder)
    .map((path) => `${path} ${stampOf(folder, path)}`)
    .join('\n');

/** Calls `onQuiet` `quietMs` after the last change below `folder`. Keeps no process alive. */
export function watchFolder(folder: string, quietMs: number, onQuiet: () => void): FolderWatch {
  let quiet: NodeJS.Timeout | undefined;
  let known = pictureOf(folder);
  const changed = (): void => {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      known = pictureOf(folder);
      onQuiet();
    }, quietMs);
    quiet.unref();
  };
  const look = setInterval(() => {
    const now = pictureOf(folder);
    if (now === known) return;
    known = now;
    changed();
  }, LOOK_EVERY_MS);
  look.unref();
  let closeWatcher = (): void => undefined;
  try {
    const watcher = watch(folder, { recursive: true, persistent: false }, changed);
    closeWatcher = () => watcher.close();
    watcher.on('error', closeWatcher);
  } catch {
    // the regular look does it
  }
  return {
    close: () => {
      closeWatcher();
      clearTimeout(quiet);
      clearInterval(look);
    },
  };
}
