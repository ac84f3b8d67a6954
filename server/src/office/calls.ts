// Which way the call of a conversation goes, mesh or media server, and when that changes. Pure; times in office ticks.
import type { TrackKind } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import type { Conversation, ConversationMember, Sends } from './Conversation.ts';

export type Transport = 'mesh' | 'sfu';

/** Nothing is to go between these two. */
export type AreApart = (one: string, other: string) => boolean;
export const nobodyIs: AreApart = () => false;

export interface CallRules {
  meshMost: number;
  backToMeshTicks: number;
  /** How long the media server keeps a call that moved to the mesh. */
  overlapTicks: number;
}

export const callRules: CallRules = {
  meshMost: tuning.meshMax,
  backToMeshTicks: tuning.backToMeshMs / tuning.tickMs,
  overlapTicks: tuning.overlapMs / tuning.tickMs,
};

/** Where a call stands. */
export interface CallCourse {
  transport: Transport;
  /** On the media server, while a mesh would do: since when. */
  fewSinceTick?: number;
}

/**
 * What this conversation needs now; 'none' while nobody could hear anybody.
 * @param troubled whose mesh failed, or was too much for their machine, in this visit
 * @param areApart who does not hear whom, both ways: only the media server can see to that
 */
export function transportNeeded(
  conversation: Conversation,
  troubled: ReadonlySet<string>,
  { meshMost }: CallRules,
  areApart: AreApart = nobodyIs,
): Transport | 'none' {
  const members = [...conversation.members.values()];
  const speakers = members.filter(({ role }) => role !== 'audience').length;
  // T106: a speaker who is alone with a recording is heard by it
  const isRecorded = conversation.hall?.recorded !== undefined || conversation.recorded === true;
  const fewest = isRecorded && speakers > 0 ? 1 : 2;
  if ((speakers === 0 && !conversation.hall) || members.length + conversation.listeners.size < fewest) return 'none';
  // a hall's call goes on, whoever speaks and whoever is apart
  if (conversation.hall) return 'sfu';
  const people = [...conversation.members.keys(), ...conversation.listeners.keys()];
  const isAnybodyApart = areApart !== nobodyIs && people.some((one) => people.some((other) => areApart(one, other)));
  if (isAnybodyApart && people.length === 2 && !isRecorded) return 'none';
  const isMany = members.length > meshMost || speakers < members.length || conversation.listeners.size > 0;
  return isMany || isAnybodyApart || isRecorded || conversation.kind === 'talk' || members.some(({ personId }) => troubled.has(personId))
    ? 'sfu'
    : 'mesh';
}

/** K1, K2: to the media server at once, back only when the mesh would have done for a while. Undefined: no call. */
export function nextCourse(
  before: CallCourse | undefined,
  needed: Transport | 'none',
  nowTick: number,
  rules: CallRules,
): CallCourse | undefined {
  if (needed === 'none') return undefined;
  if (needed === 'sfu' || before === undefined || before.transport === 'mesh') return { transport: needed };
  const fewSinceTick = before.fewSinceTick ?? nowTick;
  return nowTick - fewSinceTick >= rules.backToMeshTicks ? { transport: 'mesh' } : { transport: 'sfu', fewSinceTick };
}

/** What one person may do in a call on the media server. */
export interface CallRights {
  publish: readonly TrackKind[];
  receive: 'nothing' | 'sound' | 'stage' | 'all';
  /** Of whom nothing reaches them. */
  except?: readonly string[];
}

function publishes({ microphone, camera, screen }: Sends): TrackKind[] {
  return [
    ...(microphone ? (['microphone'] as const) : []),
    ...(camera ? (['camera'] as const) : []),
    ...(screen ? (['screen', 'screenAudio'] as const) : []),
  ];
}

/** K4, T6: of what somebody says they send, what their part lets through: of an audience nothing, from a seat no screen. */
export function sentBy({ role, floor }: Pick<ConversationMember, 'role' | 'floor'>, sends: Sends): Sends {
  if (role === 'audience') return { microphone: false, camera: false, screen: false };
  return floor ? { microphone: sends.microphone, camera: sends.camera && floor.video, screen: false } : sends;
}

/** Who can be heard or seen in it: in a hall a few of many. */
export const publishersOf = ({ members }: Conversation): string[] =>
  [...members.values()].filter(({ role }) => role !== 'audience').map(({ personId }) => personId);

/** K4, K5, P37: undefined for somebody who is neither in the conversation nor hears it. */
export function rightsOf(
  conversation: Conversation,
  personId: string,
  sends: Sends,
  nowTick: number,
  areApart: AreApart = nobodyIs,
  publishers: readonly string[] = publishersOf(conversation),
): CallRights | undefined {
  const member = conversation.members.get(personId);
  const listener = conversation.listeners.get(personId);
  const apart = areApart === nobodyIs ? [] : publishers.filter((other) => areApart(personId, other));
  const except = apart.length > 0 ? { except: apart } : {};
  // K46: whoever looks at a stage, speaking from a seat or not
  const isSeated = member?.role === 'audience' || member?.floor !== undefined;
  if (member) return { publish: publishes(sentBy(member, sends)), receive: isSeated ? 'stage' : 'all', ...except };
  return listener && { publish: [], receive: nowTick >= listener.hearsFromTick ? 'sound' : 'nothing', ...except };
}

export const isSameRights = (a: CallRights | undefined, b: CallRights | undefined): boolean =>
  a?.receive === b?.receive && a?.publish.join() === b?.publish.join() && a?.except?.join() === b?.except?.join();
