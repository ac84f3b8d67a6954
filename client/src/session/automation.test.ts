import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { ConversationMember, ConversationView } from '@comptoir/shared/protocol/talk';
import { signal } from '@preact/signals-core';
import { expect, it } from 'vitest';
import type { Actions } from '../actions.ts';
import type { CallModel } from '../media/CallModel.ts';
import { World } from '../world/World.ts';
import { buildAutomation } from './automation.ts';

const member = (personId: string, role: ConversationMember['role']): ConversationMember => ({
  ...{ personId, role, microphone: false, camera: false, screen: false, hidden: false, lost: false },
});

function conversationOf(role: ConversationView['role'], members: ConversationMember[], kind: ConversationView['kind'] = 'talk') {
  const world = new World('office', groundOf(drawnOffice('....\n....')));
  world.myId.value = 'me';
  world.talk.conversation.value = {
    ...{ id: 't1', number: 3, kind, state: 'amongUs', place: { kind: 'near' }, role, members, call: null, large: false },
  };
  const call = { transport: signal(undefined), announcement: signal('none') } as unknown as CallModel;
  const parts = { version: '1', officeId: 'office', actions: {} as Actions, call, frame: () => ({ fps: 0, stepMs: 0 }) };
  return buildAutomation({ ...parts, world: () => world }).snapshot().conversation;
}

it('says of a talk who speaks, and of its audience me', () => {
  const noor = member('noor', 'speaker');
  expect(conversationOf('audience', [noor])).toMatchObject({ kind: 'talk', role: 'audience', members: ['noor'], listeners: ['me'] });
  expect(conversationOf('speaker', [noor, member('me', 'speaker')])).toMatchObject({
    role: 'speaker',
    members: ['noor', 'me'],
    listeners: [],
  });
});

it('says of a circle who is in it and who listens', () => {
  const all = [member('ada', 'member'), member('me', 'listener')];
  expect(conversationOf('listener', all, 'bubble')).toMatchObject({ members: ['ada'], listeners: ['me'] });
});
