// What a call needs is made ready while the ring still fills: its code, the speaker, and links that have gathered and offered, without a track or a name.
import type { Scope } from '../lib/Scope.ts';
import type { IceServers } from './iceServers.ts';
import type { MeshLink } from './MeshLink.ts';
import type { RingWatch } from './RingWatch.ts';
import type { Sound } from './Sound.ts';

const LOOK_MS = 100;
/** After they walked on, or the call took what it needed. */
const KEPT_MS = 1000;

export interface Preparation {
  rings: RingWatch;
  ice: IceServers;
  sound: Sound;
  load(): Promise<unknown>;
  make(personId: string, iceServers: RTCIceServer[]): Promise<MeshLink | undefined>;
}

/** @returns takes the link with somebody, if there is one */
export function prepareLinks(scope: Scope, { rings, ice, sound, load, make }: Preparation): (personId: string) => MeshLink | undefined {
  /** undefined while it is made. */
  const ready = new Map<string, { link: MeshLink | undefined; wantedMs: number }>();
  let endUse: (() => void) | undefined;
  const drop = (personId: string): void => {
    ready.get(personId)?.link?.end();
    ready.delete(personId);
  };
  const prepare = async (personId: string, nowMs: number): Promise<void> => {
    const entry: { link: MeshLink | undefined; wantedMs: number } = { link: undefined, wantedMs: nowMs };
    ready.set(personId, entry);
    const link = await ice.get().then(
      (servers) => make(personId, servers),
      () => undefined,
    );
    if (ready.get(personId) === entry) entry.link = link;
    else link?.end();
  };
  scope.onEnd(() => {
    endUse?.();
    for (const personId of [...ready.keys()]) drop(personId);
  });
  scope.every(LOOK_MS, () => {
    const nowMs = performance.now();
    rings.look(nowMs);
    if (rings.hasRing && !endUse) {
      endUse = sound.use();
      sound.open();
      void load().catch(() => undefined);
    } else if (!rings.hasRing) {
      endUse?.();
      endUse = undefined;
    }
    for (const personId of rings.aboutToTalkWith(nowMs)) {
      const known = ready.get(personId);
      if (known) known.wantedMs = nowMs;
      else void prepare(personId, nowMs);
    }
    for (const [personId, { wantedMs }] of ready) if (nowMs - wantedMs > KEPT_MS) drop(personId);
  });
  return (personId) => {
    const link = ready.get(personId)?.link;
    ready.delete(personId);
    return link?.isOver ? undefined : link;
  };
}
