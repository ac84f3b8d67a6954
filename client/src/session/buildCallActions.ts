// The verbs of calls that keys have too. In a talk they say why a device stays closed.
import type { ReadonlySignal } from '@preact/signals-core';
import type { CallActions } from '../actions.ts';
import type { CallModel } from '../media/CallModel.ts';
import type { ToastQueue } from '../ui/kit/ToastQueue.ts';
import { maySend, stageRole } from '../world/stageRole.ts';
import type { World } from '../world/World.ts';
import { type ClosedHere, closedToast } from './closedToast.ts';

/** @param hand raises mine: what a note offers to whoever would like to speak */
export function buildCallActions(
  call: CallModel,
  world: ReadonlySignal<World | undefined>,
  toasts: ToastQueue,
  hand: () => void,
): CallActions {
  const closedHere = (why: ClosedHere): void => toasts.add(closedToast(why, world.peek(), hand));
  /** T52: why it stays closed; what is open may always be closed. */
  const reason = (kind: 'microphone' | 'camera' | 'screen'): ClosedHere | undefined => {
    const here = world.peek();
    const view = here?.talk.conversation.peek();
    const myId = here?.myId.peek();
    const role = stageRole(view, myId);
    if (!here || role === undefined || maySend(view, here.auditorium.stage.peek(), myId)[kind]) return undefined;
    return role === 'audience' ? 'listens' : kind === 'screen' ? 'stageOnly' : 'voiceOnly';
  };
  const unless = (why: ClosedHere | undefined, run: () => void): void => (why ? closedHere(why) : run());
  const isAnnouncing = (): boolean =>
    ['speaking', 'connecting'].includes(call.announcement.peek()) &&
    world.peek()?.hosting.announcement.peek()?.by === world.peek()?.myId.peek();
  return {
    toggleMicrophone: () =>
      unless(call.microphone.peek() === 'off' && !isAnnouncing() ? reason('microphone') : undefined, () => call.toggleMicrophone()),
    toggleCamera: () => unless(call.camera.peek() === 'off' ? reason('camera') : undefined, () => call.toggleCamera()),
    present: () => {
      if (call.screen.peek()) call.stopSharing();
      else unless(reason('screen'), () => void call.shareScreen());
    },
    pushToTalk: (held) => unless(held && !isAnnouncing() ? reason('microphone') : undefined, () => call.pushToTalk(held)),
    talkToEcho: () => void call.echo.ask(),
  };
}
