// Puts my avatar at a start of this office, without walking.
import type { Direction } from '@comptoir/shared/movement';
import type { Connection } from '../net/Connection.ts';
import type { World } from '../world/World.ts';

export async function beAtStart(connection: Connection, world: World, start: string): Promise<void> {
  const answer = await connection.request('beThere', { kind: 'start', id: start });
  if ('ok' in answer) world.own.put(answer, world.clock.tick(performance.now()), answer.direction as Direction, undefined);
}
