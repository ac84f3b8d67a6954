// Copies what lies in a folder while others go on writing and deleting in it.
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface Copied {
  files: number;
}

const isGone = (err: unknown): boolean => err instanceof Error && 'code' in err && err.code === 'ENOENT';

/**
 * What is deleted meanwhile is left out; links are not followed.
 * @param takes of the names in the top folder
 */
export async function copyFiles(from: string, to: string, takes: (name: string) => boolean = () => true): Promise<Copied> {
  const entries = await readdir(from, { withFileTypes: true }).catch((err: unknown) => {
    if (isGone(err)) return [];
    throw err;
  });
  let files = 0;
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const entry of entries) {
    if (!takes(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) files += (await copyFiles(source, target)).files;
    else if (entry.isFile())
      await copyFile(source, target, constants.COPYFILE_FICLONE).then(
        () => files++,
        (err: unknown) => {
          if (!isGone(err)) throw err;
        },
      );
  }
  return { files };
}
