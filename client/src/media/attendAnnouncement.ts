// Follows the server's word on an announcement: hears it, or speaks it, beside whatever conversation I am in.
import type { AnnouncementView } from '@comptoir/shared/protocol/hosting';
import type { ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { computed, effect, type Signal, untracked } from '@preact/signals-core';
import { reconcile } from '../lib/reconcile.ts';
import { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import { gainsOf, goesToEverybody, listeningState, nameOf, phaseAt, speakingState, waitBeforeAsking } from './announcementRules.ts';
import type { WayParts } from './announcementWays.ts';
import type { CallFacts } from './CallFacts.ts';
import type { Signalling } from './CallModel.ts';
import type { Devices } from './Devices.ts';
import type { Inbox } from './Inbox.ts';
import type { IceServers } from './iceServers.ts';

export interface AnnouncementAttendance {
  world: World;
  signalling: Signalling;
  devices: Devices;
  facts: CallFacts;
  ice: IceServers;
  fromServer: Inbox<ServerMediaSignal>;
  volumeOf(personId: string): Signal<number>;
  /** False: every packet is sent, also in silence. */
  discontinuous(): boolean;
  load(): Promise<typeof import('./openCall.ts')>;
}

/** So late at most does my conversation stop to hear me, or is it turned down. */
const LOOK_MS = 50;

/** With an epoch: I am in its call. */
type Attended = AnnouncementView & { epoch: number };
type Ways = Awaited<ReturnType<AnnouncementAttendance['load']>>;

export function attendAnnouncement(scope: Scope, attendance: AnnouncementAttendance): void {
  const { world, signalling, devices, facts, ice, load } = attendance;
  const { announcement } = world.hosting;
  let last: string | undefined;
  // what I turned down, or shut, stays so when a media worker dies or my line is cut
  scope.onEnd(
    effect(() => {
      const name = announcement.value && nameOf(announcement.value);
      if (name === undefined || name === last) return;
      last = name;
      facts.isAnnouncementDown.value = false;
      facts.isAnnouncementShut.value = false;
    }),
  );

  const enter = (id: string | undefined, aborted: AbortSignal): (() => void) | undefined => {
    const view = announcement.peek();
    if (id === undefined || view === undefined || view.epoch === null) return undefined;
    const attended: Attended = { ...view, epoch: view.epoch };
    const isMine = view.by === world.myId.peek();
    const visit = new Scope();
    facts.announcement.value = 'connecting';
    devices.sound.open();
    if (isMine) {
      visit.onEnd(() => devices.microphone.release('announcement'));
      void devices.openMicrophone('announcement').then((isOpen) => {
        // microphoneProblem says why; nobody waits for a voice that does not come
        if (!isOpen && !visit.ended) signalling.endAnnouncement();
      });
    }
    void Promise.all([load(), ice.get()]).then(
      ([ways, iceServers]) => {
        if (aborted.aborted) return;
        const common: WayParts = { iceServers, send: (signal) => signalling.toServer(attended.epoch, signal) };
        const going: Going = { attendance, ways, common };
        if (isMine) return untracked(() => speak(visit, attended, going));
        const inMs = (attended.fromTick - tickOf(world)) * tuning.tickMs;
        const timer = setTimeout(() => hear(visit, attended, going), waitBeforeAsking(world.people.peek().size, inMs, Math.random()));
        visit.onEnd(() => clearTimeout(timer));
      },
      (error: unknown) => console.warn('An announcement cannot be heard.', error),
    );
    return () => {
      visit.end();
      facts.announcement.value = 'none';
      facts.isAnnouncing.value = false;
      facts.conversationGain.value = 1;
    };
  };
  const id = computed(() => {
    const view = announcement.value;
    return view === undefined || view.epoch === null ? undefined : `${nameOf(view)} ${view.epoch}`;
  });
  scope.onEnd(reconcile(id, enter, (error) => console.error(error)));
}

interface Going {
  attendance: AnnouncementAttendance;
  ways: Ways;
  common: WayParts;
}

const tickOf = (world: World): number => world.clock.tick(performance.now());

function hear(visit: Scope, view: Attended, { attendance, ways, common }: Going): void {
  const { world, devices, facts, fromServer, volumeOf } = attendance;
  const heard = new ways.HeardAnnouncement({ ...common, epoch: view.epoch, sound: devices.sound });
  visit.onEnd(() => heard.end());
  visit.onEnd(fromServer.open(view.epoch, (signal) => heard.receive(signal)));
  const volume = volumeOf(view.by);
  visit.every(LOOK_MS, () => {
    heard.look();
    const { delivers, link } = heard;
    const isTurnedDown = facts.isAnnouncementDown.peek();
    const phase = phaseAt(view, tickOf(world));
    const gains = gainsOf({ phase, delivers, isTurnedDown, volume: volume.peek() });
    heard.setGain(gains.voice);
    facts.conversationGain.value = gains.conversation;
    facts.announcement.value = listeningState(link, isTurnedDown);
  });
}

function speak(visit: Scope, view: Attended, { attendance, ways, common }: Going): void {
  const { world, devices, facts, fromServer, discontinuous } = attendance;
  const spoken = new ways.SpokenAnnouncement({ ...common, discontinuous: discontinuous(), lowData: facts.lowData.peek() });
  visit.onEnd(() => spoken.end());
  visit.onEnd(fromServer.open(view.epoch, (signal) => spoken.receive(signal)));
  const { track } = devices.microphone;
  visit.onEnd(
    effect(() => {
      const now = track.value;
      untracked(() => spoken.carry(now));
    }),
  );
  visit.onEnd(effect(() => spoken.setOpen(facts.isAnnouncing.value && !facts.isAnnouncementShut.value)));
  visit.every(LOOK_MS, () => {
    spoken.look();
    const phase = phaseAt(view, tickOf(world));
    facts.isAnnouncing.value = goesToEverybody(spoken.link, phase, facts.isAnnouncing.peek());
    facts.announcement.value = speakingState(spoken.link, phase, track.peek() !== undefined);
  });
}
