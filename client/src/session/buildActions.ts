// The person's verbs, done: each one changes my avatar at once where that is allowed, and asks the server.

import { standUpPlace } from '@comptoir/shared/map/reach';
import type { Direction, Gait } from '@comptoir/shared/movement';
import { encodeAppearance } from '@comptoir/shared/people';
import { isRefused, type Refusal } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { computed, type ReadonlySignal, type Signal } from '@preact/signals-core';
import type { Actions, CallActions, Outcome, Panel, Target, WalkResult } from '../actions.ts';
import type { Connection } from '../net/Connection.ts';
import { sendSlides } from '../net/sendSlides.ts';
import { nextAct } from '../world/nextAct.ts';
import type { World } from '../world/World.ts';
import { buildCardActions } from './buildCardActions.ts';
import { buildChannelActions } from './buildChannelActions.ts';
import { buildPanelActions } from './buildPanelActions.ts';
import { buildStageActions } from './buildStageActions.ts';
import { type BuiltTalk, buildTalkActions } from './buildTalkActions.ts';
import { findWay, isShutTarget } from './findWay.ts';

export interface ActionParts {
  world: ReadonlySignal<World | undefined>;
  connection: () => Connection | undefined;
  panel: Signal<Panel | undefined>;
  view: Signal<'map' | 'list'>;
  call: CallActions;
  leave(): void;
  /** Called with what a refused action should say. */
  refused(refusal: Refusal): void;
  /** A choice that outlasts this visit. */
  remember(choice: { name: string; trade: string; appearance: string } | { view: 'map' | 'list' }): void;
}

const MOST_ZOOM = 4;
const now = (): number => performance.now();

/** Whoever walks with others strolls, so that they stay together; in a hurry they walk. */
function gaitNow<G extends Gait>(world: World, wished: G): G | 'stroll' | 'walk' {
  if (world.talk.conversation.peek()?.place.kind !== 'walk') return wished;
  return wished === 'run' ? 'walk' : wished === 'walk' ? 'stroll' : wished;
}

export function buildActions(parts: ActionParts): { actions: Actions; accepted: BuiltTalk['accepted'] } {
  const inside = (): { world: World; connection: Connection } | undefined => {
    const world = parts.world.peek();
    const connection = parts.connection();
    return world && connection && world.myId.peek() !== undefined ? { world, connection } : undefined;
  };
  const tickOf = (world: World): number => world.clock.tick(now());

  const standUp = (world: World): void => {
    const { map } = world.ground.peek();
    const seat = map.seats.find((candidate) => candidate.id === world.own.seat);
    if (seat) world.own.standUp(standUpPlace(seat, world.ownGrid.peek(), world.own.rank), tickOf(world));
  };

  /** Asked for again, an open chat takes the focus. */
  const wishToWrite = (): void => {
    const talk = parts.world.peek()?.talk;
    if (talk) talk.wishesToWrite.value++;
  };

  const say = (refusal: Refusal): { refused: Refusal } => {
    parts.refused(refusal);
    return { refused: refusal };
  };

  async function walkTo(target: Target, gait: 'walk' | 'run' | 'stroll' = 'walk'): Promise<WalkResult> {
    const here = inside();
    if (!here) return { arrived: false, x: 0, y: 0 };
    const { world, connection } = here;
    let place: { x: number; y: number } | undefined;
    if ('person' in target) {
      const answer = await connection.request('whereIs', { personId: target.person });
      if (isRefused(answer)) {
        parts.refused(answer.refused);
        return { arrived: false, x: world.own.x, y: world.own.y };
      }
      place = answer;
    }
    if (isShutTarget(world, target, place)) {
      parts.refused('backstage');
      return { arrived: false, x: world.own.x, y: world.own.y };
    }
    if (world.own.seat !== undefined) standUp(world);
    const way = findWay(world, target, place);
    if (!way) {
      parts.refused('blocked');
      return { arrived: false, x: world.own.x, y: world.own.y };
    }
    const end = await walkAlong(world, way, gaitNow(world, gait));
    return { arrived: end, x: world.own.x, y: world.own.y };
  }

  /** Long ways go in legs of the most corners the server walks at once. */
  async function walkAlong(world: World, way: { x: number; y: number }[], gait: 'walk' | 'run' | 'stroll'): Promise<boolean> {
    for (let from = 0; from < way.length; from += tuning.maxWaypoints) {
      const end = await world.own.follow(way.slice(from, from + tuning.maxWaypoints), gait, tickOf(world));
      if (end !== 'arrived') return false;
    }
    return true;
  }

  async function sit(seatId: string): Promise<Outcome> {
    const here = inside();
    if (!here) return { refused: 'notHere' };
    const { world, connection } = here;
    if (world.own.seat === seatId) return { ok: true };
    const walked = await walkTo({ seat: seatId });
    if (!walked.arrived) return { refused: 'blocked' };
    const answer = await connection.request('sit', { seat: seatId });
    if (isRefused(answer)) return say(answer.refused);
    world.own.put(answer, tickOf(world), answer.direction as Direction, seatId);
    return { ok: true };
  }

  async function use(thingId: string): Promise<Outcome> {
    const here = inside();
    if (!here) return { refused: 'notHere' };
    const { world, connection } = here;
    const thing = world.ground.peek().map.things.find(({ id }) => id === thingId);
    if (thing?.use === 'echo' && world.echo.peek()?.perch.id === thingId) {
      parts.call.talkToEcho();
      return { ok: true };
    }
    if (thing?.use === 'echo' || world.surroundings.peek().thing?.id !== thingId) {
      const walked = await walkTo({ object: thingId });
      if (!walked.arrived) return { refused: 'blocked' };
    }
    // it listens by itself, and the office is not told
    if (thing?.use === 'echo') return { ok: true };
    if (thing?.use === 'board') {
      parts.panel.value = 'invite';
      return { ok: true };
    }
    const answer = await connection.request('use', { thing: thingId });
    return isRefused(answer) ? say(answer.refused) : { ok: true };
  }

  const openChat = (): void => {
    wishToWrite();
    parts.panel.value = 'chat';
  };
  const channels = buildChannelActions({ ...{ world: parts.world, inside, openChat }, refused: parts.refused });
  const talk = buildTalkActions({
    ...{ world: parts.world, inside, openChat, readUpTo: channels.readUpTo },
    walkToPerson: (person) => walkTo({ person }),
    refused: parts.refused,
  });

  const act = computed(() => {
    const world = parts.world.value;
    const next = world && world.myId.value !== undefined ? nextAct(world) : undefined;
    switch (next?.kind) {
      case undefined:
        return null;
      case 'thing':
        return () => void use(next.thing.id);
      case 'person':
        return () => void talk.actions.approach(next.personId);
      case 'offer':
        return next.offer.run;
      case 'seat':
        return () => void sit(next.seat.id);
      case 'desk':
        return () => actions.noteFor(next.owner);
      case 'lounge':
        return () => void actions.stage.stay();
    }
  });

  const actions: Actions = {
    talk: talk.actions,
    channels: channels.actions,
    call: parts.call,
    stage: buildStageActions({
      ...{ world: parts.world, walkTo, sit },
      ask: (name, question) => actions.ask(name, question),
      emote: (emote) => actions.emote(emote),
    }),
    hold(held) {
      const here = inside();
      if (!here) return;
      const { world } = here;
      if (held && world.own.seat !== undefined) standUp(world);
      world.own.hold(held && { direction: held.direction, gait: gaitNow(world, held.gait) }, tickOf(world));
    },
    walkTo,
    async beThere(target) {
      const here = inside();
      if (!here) return { refused: 'notHere' };
      const { world, connection } = here;
      const ask =
        'person' in target
          ? ({ kind: 'person', id: target.person } as const)
          : 'area' in target
            ? ({ kind: 'area', id: target.area } as const)
            : ({ kind: 'thing', id: target.object } as const);
      const answer = await connection.request('beThere', ask);
      if (isRefused(answer)) return say(answer.refused);
      world.own.put(answer, tickOf(world), answer.direction as Direction, undefined);
      return { ok: true };
    },
    sit,
    stand() {
      const here = inside();
      if (here) standUp(here.world);
    },
    use,
    act,
    emote(emote) {
      const here = inside();
      if (!here) return;
      here.world.ownEmote = { kind: emote, untilMs: now() + tuning.emoteMs };
      here.world.changes++;
      here.connection.send('emote', { emote });
    },
    setAvailability(availability) {
      inside()?.connection.send('availability', { availability });
    },
    async setProfile({ name, trade, appearance }) {
      const here = inside();
      if (!here) return { refused: 'notHere' };
      const answer = await here.connection.request('profile', { name, trade, appearance: encodeAppearance(appearance) });
      if (isRefused(answer)) return answer;
      parts.remember({ name: answer.name, trade: answer.trade, appearance: encodeAppearance(appearance) });
      return { ok: true };
    },
    zoomBy(steps) {
      const world = parts.world.peek();
      if (!world) return;
      if (steps < 0 && world.zoom.peek() <= 1) world.overview.value = true;
      else if (steps > 0 && world.overview.peek()) world.overview.value = false;
      else world.zoom.value = Math.min(MOST_ZOOM, Math.max(1, world.zoom.peek() + Math.sign(steps)));
    },
    toggleOverview() {
      const world = parts.world.peek();
      if (world) world.overview.value = !world.overview.peek();
    },
    toggleList() {
      parts.view.value = parts.view.peek() === 'map' ? 'list' : 'map';
      parts.remember({ view: parts.view.peek() });
    },
    openPanel(panel) {
      if (panel === 'chat') wishToWrite();
      parts.panel.value = panel;
    },
    ...buildPanelActions({
      ...{ world: parts.world, panel: parts.panel },
      ask: (name, question) => actions.ask(name, question),
      sendApplause: (reaction, n) => inside()?.connection.send('applaud', { reaction, n }),
    }),
    ...buildCardActions({ world: parts.world, sit }),
    async sendSlides(pdf, about, onShare, signal) {
      const ticket = inside()?.connection.ticket;
      return ticket === undefined ? { failed: 'notSpeaking' } : sendSlides({ pdf, ...about, ticket }, onShare, signal);
    },
    leave: parts.leave,
    previewMeeting: async (when) => (await parts.connection()?.request('previewAppointment', when)) ?? { refused: 'notHere' },
    async ask(name, question) {
      const answer = (await parts.connection()?.request(name, question)) ?? { refused: 'notHere' as const };
      if (isRefused(answer)) parts.refused(answer.refused);
      return answer;
    },
  };
  return { actions, accepted: talk.accepted };
}
