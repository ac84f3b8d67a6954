// Words of tests about talks: a small office with a hall, a talk in it, and what goes over somebody's wire.
import { granted } from './door.ts';
import { type Inside, until } from './enterOffice.ts';
import { areaAt, drawHall, mapOf, withTiles } from './smallMaps.ts';
import { standAt } from './talking.ts';
import type { OfficeUnderTest } from './useOffice.ts';

/** Whoever comes in stands in the rows already. */
export const HALL_MAPS = withTiles({
  'office.tmj': mapOf(drawHall(40, 20), [
    areaAt('stage', { x: 2, y: 2, width: 14, height: 4 }, { conversation: 'stage', auditorium: 'hall' }),
    areaAt('rows', { x: 2, y: 6, width: 14, height: 12 }, { conversation: 'audience', auditorium: 'hall', start: true }),
  ]),
});

/** A leader on the stage, and a talk that has begun. */
export async function startTalk(office: OfficeUnderTest, name = 'Lea', title = 'Rivers'): Promise<Inside> {
  const lea = await office.enter(name);
  await standAt(lea, 5, 3);
  // a busy server may walk her last steps a moment later
  await until(() => office.place(lea).isStill && office.place(lea).y < 6 * 32, `${name} stands on the stage`);
  await granted(lea, 'startTalk', { title, language: 'en' });
  await until(() => lea.world.auditorium.stage.peek() !== undefined, `${name} leads a talk`);
  return lea;
}

/** Everything that the server sends to this person from now on, as it goes out. */
export function wireOf(office: OfficeUnderTest, { id }: Inside): { bytes(): string; end(): void } {
  const client = office.open.room().clientOf.get(id);
  if (!client) throw new Error('nobody of this id is connected');
  const socket = client.ref as unknown as { send(data: Uint8Array, ...rest: unknown[]): void };
  const send = socket.send.bind(socket);
  const sent: string[] = [];
  socket.send = (data, ...rest) => {
    sent.push(Buffer.from(data).toString('latin1'));
    send(data, ...rest);
  };
  return {
    bytes: () => sent.join('\n'),
    end: () => {
      socket.send = send;
    },
  };
}

/** In the rows, and told of the talk that is on. */
export async function enterHall(office: OfficeUnderTest, ...names: string[]): Promise<Inside[]> {
  const people = await Promise.all(names.map((name) => office.enter(name)));
  await until(() => people.every((one) => one.world.auditorium.stage.peek() !== undefined), 'all are in the talk');
  return people;
}

/** So that the next test finds an empty stage. */
export function endTalks(office: OfficeUnderTest): void {
  const room = office.open.room();
  for (const talk of room.auditorium.talks()) room.auditorium.end(talk, Math.floor(room.tickNow()));
}
