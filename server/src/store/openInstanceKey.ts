// The key that private texts of this database are sealed with: given, or the one in the data folder; another one than before stops the start.

import { StartProblem } from '../ops/StartProblem.ts';
import { findInstanceKey, fingerprintOf, type InstanceKey, keyFileOf, makeInstanceKey } from '../ops/sealText.ts';
import type { Store } from './openStore.ts';

const NAME = 'instance key';

interface Settings {
  dataDir: string;
  instanceKey: InstanceKey | undefined;
}

/** Throws a StartProblem when it is not the one with which what is there was sealed. */
export async function openInstanceKey({ secrets }: Pick<Store, 'secrets'>, { dataDir, instanceKey }: Settings): Promise<InstanceKey> {
  const given = instanceKey ?? findInstanceKey(dataDir);
  const before = await secrets.find({ name: NAME });
  if (!given && before !== undefined)
    throw new StartProblem(
      `The key of private texts is missing: put ${keyFileOf(dataDir)} back from a backup, or set INSTANCE_KEY. A new one would leave them unreadable.`,
    );
  const key = given ?? makeKey(dataDir);
  if ((await secrets.agree({ name: NAME, value: fingerprintOf(key) })) !== fingerprintOf(key))
    throw new StartProblem(
      instanceKey
        ? 'INSTANCE_KEY is not the key that private texts in this database were sealed with: set that one.'
        : `${keyFileOf(dataDir)} is not the key that private texts in this database were sealed with: put that one back, or set INSTANCE_KEY.`,
    );
  return key;
}

function makeKey(dataDir: string): InstanceKey {
  try {
    return makeInstanceKey(dataDir);
  } catch (err) {
    throw new StartProblem(`The key of private texts cannot be written: ${err instanceof Error ? err.message : err}.`);
  }
}
