import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { groundOf } from '@comptoir/shared/map/Ground';
import type { QuestionView, StageView, TalkSummary } from '@comptoir/shared/protocol/auditorium';
import { expect, test } from 'vitest';
import { hallShows } from './hallShow.ts';
import { type Person, World } from './World.ts';

const TALK: TalkSummary = { talk: 't', auditorium: 'hall', title: 'Rivers', language: 'en', startedMs: 0, speakers: ['lea'], audience: 3 };
const STAGE = {
  talk: 't',
  auditorium: 'hall',
  title: 'Rivers',
  hands: ['bob', 'ada'],
  floor: [{ personId: 'cem', video: false }],
} as unknown as StageView;

function worldWith(stage: StageView | undefined): World {
  const world = new World('office', groundOf(drawnOffice('...')));
  world.people.value = new Map([['lea', { personId: 'lea', name: 'Lea' } as Person]]);
  world.auditorium.talks.value = [TALK];
  world.auditorium.stage.value = stage;
  return world;
}
const screenOf = (world: World) => hallShows(world, 0)[0]?.screen;

test('[T120] from elsewhere one sees that a talk is on: its title and who speaks, no hands', () => {
  expect(hallShows(worldWith(undefined), 0)).toEqual([
    { auditorium: 'hall', screen: { kind: 'title', text: 'Rivers', below: 'Lea' }, speakers: ['lea'], floor: [], hands: [] },
  ]);
});

test('[T122] in it: the slide that is shown, the chapter, and before both the question that is pinned', () => {
  const world = worldWith(STAGE);
  const { auditorium } = world;
  auditorium.chapters.value = [
    { id: '1', title: 'Springs', atMs: 0 },
    { id: '2', title: '', atMs: 9 },
  ];
  expect(screenOf(world)).toEqual({ kind: 'title', text: 'Rivers', below: 'Springs' });
  auditorium.slides.value = { id: 's', url: '', name: 'r.pdf', by: 'lea', page: 2, pages: 9 };
  const picture = {} as HTMLCanvasElement;
  auditorium.slidePicture.value = { of: 's', page: 1, picture };
  // the page before is not what is shown
  expect(screenOf(world)?.kind).toBe('title');
  auditorium.slidePicture.value = { of: 's', page: 2, picture };
  expect(screenOf(world)).toEqual({ kind: 'slide', text: 'Rivers', below: '3 / 9', picture });
  auditorium.questions.value = new Map([['q', { text: 'Why?', name: 'Bob', pinned: true } as QuestionView]]);
  expect(screenOf(world)).toEqual({ kind: 'question', text: 'Why?', below: 'Bob' });
});

test('[T123] hands in their order, and who has the floor', () => {
  expect(hallShows(worldWith(STAGE), 0)[0]).toMatchObject({ hands: ['bob', 'ada'], floor: ['cem'], speakers: ['lea'] });
});
