// The verbs of calls that keys have too.
import type { CallActions } from '../actions.ts';
import type { CallModel } from '../media/CallModel.ts';

export const buildCallActions = (call: CallModel): CallActions => ({
  toggleMicrophone: () => call.toggleMicrophone(),
  toggleCamera: () => call.toggleCamera(),
  present: () => (call.screen.peek() ? call.stopSharing() : void call.shareScreen()),
  pushToTalk: (held) => call.pushToTalk(held),
  talkToEcho: () => void call.echo.ask(),
});
