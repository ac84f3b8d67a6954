// What I can do together with somebody who is here, as things stand: the first is the obvious one.
import type { Person, World } from '../../world/World.ts';
import { type PersonVerb, personVerbs } from './personVerbs.ts';

/** Reads signals. */
export function verbsFor(world: World, person: Person): PersonVerb[] {
  const { personId, availability, connected, avatarNumber } = person;
  const conversation = world.talk.conversation.value;
  const theirs = world.talk.conversations.value.find(({ members }) => members.includes(personId));
  const withMe = conversation?.members.some((member) => member.personId === personId) === true;
  return personVerbs({
    ...{ availability, connected, withMe },
    mayInvite: conversation !== undefined && conversation.role !== 'listener',
    closed: !withMe && theirs?.state === 'closed',
    blocked: world.hosting.blocks.value.has(personId),
    // a guest is told where somebody is only of those in the area
    outOfReach: world.confinedTo.value !== undefined && !withMe && !world.areaOfAvatar.value.has(avatarNumber),
  });
}
