// Talks with real clients: who is in one, who speaks, and that everybody is told the same.
import { describe, expect, it } from 'vitest';
import { type Inside, until } from '../support/enterOffice.ts';
import { areaAt, drawHall, mapOf, seatAt, withTiles } from '../support/smallMaps.ts';
import { circleOf, standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const map = mapOf(drawHall(40, 20), [
  areaAt('stage', { x: 2, y: 2, width: 14, height: 4 }, { conversation: 'stage', auditorium: 'hall' }),
  areaAt('rows', { x: 2, y: 6, width: 14, height: 12 }, { conversation: 'audience', auditorium: 'hall' }),
  areaAt('den', { x: 30, y: 5, width: 3, height: 2 }, { start: true }),
  seatAt('seat-1', { x: 4, y: 9 }, 'up'),
]);
const office = useOffice({}, withTiles({ 'office.tmj': map }));

const stageOf = (person: Inside) => person.world.auditorium.stage.peek();
const roleOf = (person: Inside) => person.world.talk.conversation.peek()?.role;

/** A leader on the stage, and a talk. */
async function startTalk(name = 'Lea', title = 'Rivers'): Promise<Inside> {
  const lea = await office.enter(name);
  await standAt(lea, 5, 3);
  expect(await lea.connection.request('startTalk', { title, language: 'en' })).toMatchObject({ ok: true });
  return lea;
}

describe('a talk', () => {
  it('[T1] begins on the stage, and everybody in the hall is in it', async () => {
    const [ada, bob, out] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Out')];
    await Promise.all([standAt(ada, 5, 10), standAt(bob, 6, 10), standAt(out, 25, 10)]);
    await until(() => circleOf(ada).length === 2, 'they talk in the rows');
    expect(await ada.connection.request('startTalk', { title: 'Rivers', language: 'en' })).toEqual({ refused: 'notOnStage' });
    const lea = await startTalk();
    await until(() => roleOf(ada) === 'audience' && roleOf(bob) === 'audience', 'they listen');
    expect(roleOf(lea)).toBe('speaker');
    await until(() => ada.world.talk.conversation.peek()?.call?.transport === 'sfu', 'there is a call');
    expect(circleOf(ada)).toEqual([ada.id, lea.id].toSorted((a, b) => a.localeCompare(b)));
    expect(await lea.connection.request('startTalk', { title: 'More', language: 'en' })).toEqual({ refused: 'talkOn' });
    await until(() => stageOf(lea)?.audience === 2 && stageOf(bob)?.audience === 2, 'everybody knows how many listen');
    expect(stageOf(bob)).toMatchObject({ title: 'Rivers', leaders: [lea.id], hands: [], myHand: 0, mayStage: true });
    await until(() => out.world.auditorium.talks.peek()[0]?.audience === 2, 'who is outside knows, too');
    expect(out.world.auditorium.talks.peek()).toMatchObject([{ title: 'Rivers', speakers: [lea.id] }]);
    expect(await lea.connection.request('endTalk', {})).toEqual({ ok: true });
    await until(() => [ada, bob, lea].every((one) => one.world.auditorium.over.peek()?.title === 'Rivers'), 'it is over');
    await until(() => stageOf(ada) === undefined && out.world.auditorium.talks.peek().length === 0, 'nothing is left of it');
  });
});
