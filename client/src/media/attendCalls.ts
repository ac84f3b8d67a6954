// Follows the server's word on whom I talk with: opens the call of that conversation, ends it when it changes, tells what I send.
import type { ConversationView, ServerMediaSignal } from '@comptoir/shared/protocol/talk';
import { computed, effect, type Signal, signal } from '@preact/signals-core';
import { reconcile } from '../lib/reconcile.ts';
import type { Scope } from '../lib/Scope.ts';
import { isTaped } from '../world/isTaped.ts';
import { maySend, stageRole } from '../world/stageRole.ts';
import type { World } from '../world/World.ts';
import { attendAnnouncement } from './attendAnnouncement.ts';
import type { Call } from './Call.ts';
import type { CallFacts } from './CallFacts.ts';
import type { Signalling } from './CallModel.ts';
import type { Devices } from './Devices.ts';
import { Inbox } from './Inbox.ts';
import { IceServers } from './iceServers.ts';
import { listenToAll } from './listenToAll.ts';
import type { OwnMedia } from './OwnMedia.ts';
import { hasNewcomer, type Sending } from './ownSending.ts';
import { prepareLinks } from './prepareLinks.ts';
import { RingWatch } from './RingWatch.ts';

export interface Attendance {
  world: World;
  signalling: Signalling;
  devices: Devices;
  own: OwnMedia;
  facts: CallFacts;
  /** False: every packet is sent, also in silence. */
  discontinuous(): boolean;
}

/** What a page needs for calls comes when it has the time, after what is needed to walk. */
const LOAD_AFTER_MS = 20_000;
/** So long after it was loaded a page may be the next one of somebody who was in a call. */
const FRESH_MS = 5000;

const loadCall = () => import('./openCall.ts');

export function attendCalls(scope: Scope, attendance: Attendance): void {
  const { world, signalling, devices, own, facts } = attendance;
  const { conversation } = world.talk;
  const beganMs = performance.now();
  const fromMembers = new Inbox<{ from: string; data: string }>();
  const fromServer = new Inbox<ServerMediaSignal>();
  scope.onEnd(signalling.onMember((from, epoch, data) => fromMembers.receive(epoch, { from, data }, performance.now())));
  scope.onEnd(signalling.onServer((epoch, said) => fromServer.receive(epoch, said, performance.now())));
  const ice = new IceServers(() => signalling.iceServers());
  const rings = new RingWatch(world);
  const volumes = new Map<string, Signal<number>>();
  const volumeOf = (personId: string): Signal<number> => {
    const known = volumes.get(personId) ?? signal(1);
    volumes.set(personId, known);
    return known;
  };
  const prepared = prepareLinks(scope, {
    ...{ rings, ice, sound: devices.sound, load: loadCall },
    async make(personId, iceServers) {
      const { readyLink } = await loadCall();
      const myId = world.myId.peek();
      return myId === undefined ? undefined : readyLink(myId, personId, { iceServers, discontinuous: attendance.discontinuous() });
    },
  });
  const loading = setTimeout(() => void loadCall(), LOAD_AFTER_MS);
  scope.onEnd(() => clearTimeout(loading));
  let call: Call | undefined;

  const enter = (id: string | undefined, aborted: AbortSignal): (() => void) | undefined => {
    if (id === undefined) return undefined;
    let opened: Call | undefined;
    void Promise.all([loadCall(), ice.get()]).then(
      ([{ openCall }, iceServers]) => {
        const now = conversation.peek();
        const myId = world.myId.peek();
        if (aborted.aborted || now === undefined || myId === undefined) return;
        // the last word on this conversation, also when the signal already holds another one
        const view = signal<ConversationView>(now);
        const stop = effect(() => {
          if (conversation.value?.id === id) view.value = conversation.value;
        });
        aborted.addEventListener('abort', stop);
        opened = openCall(
          {
            ...{ view, myId, facts, volumeOf, sound: devices.sound, outgoing: own.outgoing },
            distanceTo: (personId) => distanceTo(world, personId),
            ringOf: (personId) => rings.ringOf(personId, performance.now()),
          },
          {
            ...{ signalling, iceServers, fromMembers, fromServer, discontinuous: attendance.discontinuous() },
            isFresh: performance.now() - beganMs < FRESH_MS,
            prepared,
          },
        );
        call = opened;
      },
      (error: unknown) => console.warn('Calls cannot be loaded.', error),
    );
    return () => {
      opened?.end();
      if (call === opened) call = undefined;
    };
  };
  const id = computed(() => conversation.value?.id);
  scope.onEnd(reconcile(id, enter, (error) => console.error(error)));
  scope.onEnd(effect(() => countHearers(world, facts)));
  scope.onEnd(holdShutForNewcomers(attendance));
  scope.onEnd(tellPublishing(attendance));
  attendAnnouncement(scope, {
    ...{ world, signalling, devices, facts, ice, fromServer, volumeOf, load: loadCall },
    discontinuous: () => attendance.discontinuous(),
  });
  listenToAll(scope, world, devices, own, () => call?.participants ?? []);
  scope.onEnd(() => {
    facts.hearers.value = 0;
    facts.maySpeak.value = false;
    facts.isOnStage.value = false;
    facts.isHeldShut.value = false;
    own.screen.stop();
  });
  // a screen is shared with those who are here, not with the next ones
  scope.onEnd(
    effect(() => {
      if (id.value !== undefined) return () => own.screen.stop();
      return undefined;
    }),
  );
}

function distanceTo(world: World, personId: string): number | undefined {
  const place = world.placeOf(personId);
  return place && Math.hypot(place.x - world.own.x, place.y - world.own.y);
}

/** Who hears me: everybody else in it who is connected, listeners too, but for those whom nothing of me reaches. */
function countHearers(world: World, facts: CallFacts): void {
  const view = world.talk.conversation.value;
  const myId = world.myId.value;
  const may = maySend(view, world.auditorium.stage.value, myId);
  const role = stageRole(view, myId);
  const others = view?.members.filter(({ personId, lost, apart }) => personId !== myId && !lost && !apart).length ?? 0;
  facts.maySpeak.value = view !== undefined && view.call !== null && may.microphone;
  const shows = facts.mayShow.peek();
  if (shows.camera !== may.camera || shows.screen !== may.screen) facts.mayShow.value = { camera: may.camera, screen: may.screen };
  facts.isOnStage.value = role === 'stage';
  // T52: the audience of a talk is counted, not listed
  // T106: and so does a recording
  facts.hearers.value = role === 'audience' ? 0 : others + (view?.audience ?? 0) + (isTaped(world) ? 1 : 0);
}

/** K23: somebody new while I am hidden: nothing of me goes out until I answer. */
function holdShutForNewcomers({ world, own, facts }: Attendance): () => void {
  let known: ReadonlySet<string> = new Set();
  return effect(() => {
    const myId = world.myId.value;
    const members = new Set(world.talk.conversation.value?.members.map(({ personId }) => personId).filter((personId) => personId !== myId));
    const isNew = hasNewcomer(known, members);
    known = members;
    // in front of a hall others are expected: nobody is silenced because one more speaks
    if (members.size === 0 || facts.isOnStage.value) facts.isHeldShut.value = false;
    else if (isNew && own.isHidden.peek() && own.wantsToBeHeard) facts.isHeldShut.value = true;
  });
}

/**
 * The server lets through what I say that I send, and nothing else; a new call, or a new connection, is told anew.
 * So is somebody new: until then it lets through nothing of somebody hidden.
 */
function tellPublishing({ world, own, signalling }: Attendance): () => void {
  const epoch = computed(() => (world.connection.value === 'online' ? world.talk.conversation.value?.call?.epoch : undefined));
  const members = computed(() => world.talk.conversation.value?.members.map(({ personId }) => personId).join());
  const sends = computed(() => JSON.stringify(own.sending.value.sends));
  return effect(() => {
    if (members.value !== undefined && epoch.value !== undefined) signalling.publishing(JSON.parse(sends.value) as Sending['sends']);
  });
}
