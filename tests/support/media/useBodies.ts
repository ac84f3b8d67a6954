// Voices and ears for people inside a whole office: synthetic participants of whatever call they are in, ended with each test.
import { afterEach, beforeEach } from 'vitest';
import type { Inside } from '../enterOffice.ts';
import { Synthetic, type SyntheticParticipant } from './Synthetic.ts';

export const callOf = (person: Inside) => person.world.talk.conversation.peek()?.call ?? undefined;

export const memberOf = (viewer: Inside, { id }: Inside) =>
  viewer.world.talk.conversation.peek()?.members.find(({ personId }) => personId === id);

/** @returns gives somebody a voice and ears; `epoch`: which call they say they mean, their own when absent */
export function useBodies(): (person: Inside, epoch?: () => number) => SyntheticParticipant {
  let synthetic: Synthetic;
  const bodies: SyntheticParticipant[] = [];
  // a process for each test: an engine that got stuck in one says nothing about the next
  beforeEach(() => {
    synthetic = new Synthetic();
  });
  afterEach(() => {
    for (const body of bodies.splice(0)) body.end();
    return synthetic.close();
  });
  return (person, epoch) => {
    const body = synthetic.add(person.id, (signal) => person.signalling.toServer(epoch?.() ?? callOf(person)?.epoch ?? 0, signal));
    person.signalling.onServer((_epoch, signal) => body.receive(signal));
    bodies.push(body);
    return body;
  };
}
