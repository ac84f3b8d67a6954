import type { ConversationMember, ConversationView } from '@comptoir/shared/protocol/talk';
import { signal } from '@preact/signals-core';
import { expect, it } from 'vitest';
import { Scope } from '../lib/Scope.ts';
import type { CallModel } from '../media/CallModel.ts';
import { ToastQueue } from '../ui/kit/ToastQueue.ts';
import type { World } from '../world/World.ts';
import { buildCallActions } from './buildCallActions.ts';
import { followStage } from './followStage.ts';

const view = (id: string, role: ConversationView['role'], floor?: true): ConversationView =>
  ({
    id,
    kind: 'talk',
    role,
    members: [{ personId: 'me', role, ...(floor ? { floor } : {}) } as ConversationMember],
  }) as unknown as ConversationView;

function hall(first?: ConversationView) {
  const conversation = signal<ConversationView | undefined>(first);
  const connection = signal('online');
  const stage = signal<unknown>({ myHand: 0, floor: [] });
  const world = {
    ...{ myId: signal('me'), talk: { conversation }, auditorium: { stage }, connection },
    hosting: { announcement: signal(undefined) },
  } as unknown as World;
  return { conversation, stage, connection, world };
}

it('[T52] whoever comes into a talk, changes their part in it, or leaves it, has everything off', () => {
  const { conversation, world } = hall();
  let closed = 0;
  const scope = new Scope();
  followStage(scope, world, { closeForNow: () => void closed++ });
  conversation.value = { ...view('b1', 'member'), kind: 'bubble' };
  expect(closed).toBe(0);
  for (const [next, times] of [
    [view('t1', 'audience'), 1],
    [view('t1', 'audience'), 1],
    [view('t1', 'speaker', true), 2],
    [view('t1', 'audience'), 3],
    [view('t1', 'speaker'), 4],
    [undefined, 5],
    [view('t1', 'speaker'), 6],
  ] as const) {
    conversation.value = next;
    expect(closed).toBe(times);
  }
  scope.end();
});

it('[T52] whoever comes back from a lost connection speaks on', () => {
  const { conversation, connection, world } = hall();
  let closed = 0;
  const scope = new Scope();
  followStage(scope, world, { closeForNow: () => void closed++ });
  conversation.value = view('t1', 'speaker');
  connection.value = 'reconnecting';
  conversation.value = undefined;
  connection.value = 'online';
  conversation.value = view('t1', 'speaker');
  expect(closed).toBe(1);
  conversation.value = undefined;
  conversation.value = view('t1', 'speaker');
  expect(closed).toBe(3);
  scope.end();
});

it('[T52] also when the office itself was away, and tells everything anew', () => {
  const { conversation, connection, world } = hall();
  let closed = 0;
  const scope = new Scope();
  followStage(scope, world, { closeForNow: () => void closed++ });
  conversation.value = view('t1', 'speaker');
  connection.value = 'reconnecting';
  connection.value = 'online';
  conversation.value = undefined;
  conversation.value = view('t1', 'speaker');
  expect(closed).toBe(1);
  conversation.value = undefined;
  conversation.value = view('t1', 'speaker');
  expect(closed).toBe(3);
  scope.end();
});

function call(world: World, change: Partial<Record<'microphone' | 'camera', string>> = {}) {
  const done: string[] = [];
  const toasts = new ToastQueue();
  const model = {
    ...{ microphone: signal(change.microphone ?? 'off'), camera: signal(change.camera ?? 'off'), screen: signal(undefined) },
    announcement: signal('none'),
    toggleMicrophone: () => void done.push('microphone'),
    toggleCamera: () => void done.push('camera'),
    pushToTalk: (held: boolean) => void done.push(`push ${held}`),
    shareScreen: async () => void done.push('screen'),
  } as unknown as CallModel;
  const actions = buildCallActions(model, signal(world), toasts, () => void done.push('hand'));
  return { actions, done, said: () => toasts.shown.peek().map(({ key }) => key), toasts };
}

it('[T52] in the audience a device says why it stays closed, and offers the hand', () => {
  const { world } = hall(view('t1', 'audience'));
  const { actions, done, said, toasts } = call(world);
  actions.toggleMicrophone();
  actions.toggleCamera();
  actions.pushToTalk(true);
  actions.present();
  expect(done).toEqual([]);
  expect(said()).toEqual(['stage.listens']);
  toasts.shown.peek()[0]?.act?.run();
  expect(done).toEqual(['hand']);
});

it('[T52] what is open may be closed, and whoever has the floor opens what was given', () => {
  const { world, stage } = hall(view('t1', 'speaker', true));
  const first = call(world, { camera: 'on' });
  first.actions.toggleMicrophone();
  first.actions.toggleCamera();
  first.actions.present();
  expect(first.done).toEqual(['microphone', 'camera']);
  expect(first.said()).toEqual(['stage.stageOnly']);
  const second = call(world);
  second.actions.toggleCamera();
  expect(second.said()).toEqual(['stage.voiceOnly']);
  stage.value = { myHand: 0, floor: [{ personId: 'me', video: true }] };
  second.actions.toggleCamera();
  expect(second.done).toEqual(['camera']);
});
