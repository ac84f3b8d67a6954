// Writes what the server says of the door and of hosts into world.hosting.
import type { DoorServerMessages } from '@comptoir/shared/protocol/door';
import type { HostingServerMessages } from '@comptoir/shared/protocol/hosting';
import { batch } from '@preact/signals-core';
import type { World } from '../world/World.ts';

type Sink = {
  [T in keyof (DoorServerMessages & HostingServerMessages)]: (message: (DoorServerMessages & HostingServerMessages)[T]) => void;
};

export function takeHosting(world: World): Sink {
  const { hosting } = world;
  return {
    knocked(knock) {
      hosting.knocks.value = [...hosting.knocks.peek().filter(({ id }) => id !== knock.id), knock];
    },
    knockGone({ knock }) {
      hosting.knocks.value = hosting.knocks.peek().filter(({ id }) => id !== knock);
    },
    muted(muted) {
      hosting.muted.value = muted;
    },
    ending(ending) {
      hosting.ending.value = ending.untilTick === null ? undefined : ending;
    },
    gathering(gathering) {
      hosting.gathering.value = gathering ?? undefined;
    },
    announcement(announcement) {
      hosting.announcement.value = announcement ?? undefined;
    },
    notice(notice) {
      hosting.notice.value = notice;
    },
    blocks(ids) {
      hosting.blocks.value = new Set(ids);
      // what they said a moment ago goes too
      for (const id of ids) world.talk.bubbles.delete(id);
      world.changes++;
    },
    openReports({ count }) {
      hosting.openReports.value = count;
    },
  };
}

/** After each welcome everything that still stands is told anew. */
export function forgetHosting({ hosting }: World): void {
  batch(() => {
    hosting.knocks.value = [];
    hosting.ending.value = undefined;
    hosting.gathering.value = undefined;
    hosting.announcement.value = undefined;
    hosting.notice.value = undefined;
    hosting.muted.value = undefined;
    hosting.blocks.value = new Set();
    hosting.openReports.value = 0;
  });
}
