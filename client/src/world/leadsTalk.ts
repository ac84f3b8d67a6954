// Whether I lead the talk I am in, by the same rule as the server.
import type { World } from './World.ts';

/** Whoever began it or was made to lead it, and hosts of the office who are in it. Reads signals. */
export function leadsTalk({ auditorium, myId, me }: World): boolean {
  const stage = auditorium.stage.value;
  const id = myId.value;
  if (!stage || id === undefined) return false;
  return stage.leaders.includes(id) || ['host', 'admin'].includes(me.value?.rank ?? '');
}
