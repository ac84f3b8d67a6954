import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import { expect, test } from 'vitest';
import { ASKER, castTalk, SPEAKER } from './castTalk.ts';
import { LOOP_S } from './demoScript.ts';
import { speakerAt, TALK, TALK_LINES } from './demoTalk.ts';

const HALL = drawnOffice('....ssssssss....\n....ssssssss....\naaaaaaaaaaaaaaaa\naaaaaaaaaaaaaaaa');
// a seat on each tile of the rows
const SEATS = Array.from({ length: 32 }, (_, i) => {
  const [tileX, tileY] = [i % 16, 2 + Math.floor(i / 16)];
  return { id: `row-${i}`, tileX, tileY, facing: 'up' as const, feetX: tileX * 32 + 16, feetY: tileY * 32 + 20, depth: tileY * 32 };
});
const cast = castTalk(groundOf({ ...HALL, seats: SEATS }), 70_000, (key) => key);

test('[T126] forty seconds: title, three chapters, a hand, a question on the screen while they have the floor, applause; all of it marked', () => {
  const shows = Array.from({ length: LOOP_S }, (_, second) => cast?.showAt(second));
  expect(shows.filter((show) => show !== undefined)).toHaveLength(40);
  const screens = [...new Set(shows.flatMap((show) => show?.screen.text ?? []))];
  expect(screens).toEqual(['demo.talk.title', 'demo.talk.chapter1', 'demo.talk.chapter2', 'demo.talk.question', 'demo.talk.chapter3']);
  for (const show of shows) if (show) expect(show.screen.below).toMatch(/^DEMO · /);
  const hand = shows.findIndex((show) => show?.hands.includes(ASKER));
  const floor = shows.findIndex((show) => show?.floor.includes(ASKER));
  const clapping = shows.findIndex((show) => (show?.claps ?? 0) > 0);
  expect(hand).toBeLessThan(floor);
  expect(floor).toBeLessThan(clapping);
  for (const { at } of TALK_LINES) expect(at).toBeGreaterThan(TALK.from);
});

test('[T126] one on the stage, a dozen in the rows, all of cardboard; none in the seat of somebody real', () => {
  const people = cast?.castAt(20, undefined) ?? [];
  expect(people[0]?.person.personId).toBe(SPEAKER);
  const seated = people.slice(1);
  expect(seated.length).toBeGreaterThan(5);
  expect(new Set(seated.map(({ seat }) => seat?.id)).size).toBe(seated.length);
  for (const { person } of people) expect([person.trade, person.cutOut]).toEqual(['DEMO', true]);
  // a seat is left for whoever comes to see it
  expect(seated.map(({ seat }) => seat?.id)).not.toContain(cast?.hall.seat);
  const taken = seated[0]?.seat?.id;
  expect(cast?.castAt(20, taken).map(({ seat }) => seat?.id)).not.toContain(taken);
});

test('[T126] the speaker slides, and does not jump where the loop begins anew', () => {
  for (let second = 0; second < LOOP_S; second += 0.1) {
    const [now, next] = [speakerAt(second), speakerAt((second + 0.1) % LOOP_S)];
    expect(Math.hypot(next.x - now.x, next.y - now.y)).toBeLessThan(14);
  }
});

test('[T126] a map without a hall has no talk', () => {
  expect(castTalk(groundOf(drawnOffice('....\n....')), 70_000, (key) => key)).toBeUndefined();
});
