// Brings the cardboard people of the demo office to life, each in their place by the wall clock, so that everybody sees the same.
import type { Ring } from '@comptoir/shared/conversation';
import { type Appearance, DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import { effect } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { CutOut, Demo } from '../world/Demo.ts';
import type { Person, World } from '../world/World.ts';
import { ASKER, castTalk, SPEAKER } from './castTalk.ts';
import { CUT_OUTS, type CutOutName, DEMO_LINES, type DemoLine, hourAt, LOOP_S, poseAt, stepAt } from './demoScript.ts';
import { type DemoWord, TALK_LINES } from './demoTalk.ts';
import { findStage } from './findStage.ts';

/** Names on the crowd wire begin at 1 and rise; these are never used there. */
const FIRST_NUMBER = 65_000;
const RING_NUMBER = 65_000;
const LOOK_MS = 250;
const LINE_MS = 3600;

const LOOKS: Record<CutOutName, Appearance> = {
  illustrator: { ...DEFAULT_APPEARANCE, skin: 4, hair: 'locs', hairColor: 0, top: 'overall', topColor: 6, bottomColor: 1 },
  developer: { ...DEFAULT_APPEARANCE, skin: 1, hair: 'side', hairColor: 4, glasses: true, top: 'hoodie', topColor: 2 },
  translator: { ...DEFAULT_APPEARANCE, skin: 3, head: 'hijab', headColor: 5, top: 'cardigan', topColor: 9, bottom: 'longSkirt' },
  photographer: { ...DEFAULT_APPEARANCE, skin: 2, hair: 'curly', hairColor: 2, beard: 'short', top: 'shirt', topColor: 4, bag: true },
};

const secondOf = (nowMs: number): number => (nowMs / 1000) % LOOP_S;

/** @param say a sentence in the language of the page; `demo.who.<name>` are their names */
export function startDemo(scope: Scope, world: World, say: (key: DemoLine['key'] | DemoWord | `demo.who.${CutOutName}`) => string): void {
  const ground = world.ground.peek();
  const stage = findStage(ground);
  const talk = castTalk(ground, FIRST_NUMBER + CUT_OUTS.length, say);
  const people = CUT_OUTS.map(
    (name, i): Person => ({
      personId: `cut-out ${name}`,
      name: '',
      trade: 'DEMO',
      appearance: LOOKS[name],
      availability: 'available',
      rank: 'visitor',
      avatarNumber: FIRST_NUMBER + i,
      connected: true,
      cutOut: true,
    }),
  );
  /** Two of flesh and blood need no cardboard. */
  const isOver = (): boolean => realPeople(world) > 1;
  const demo: Demo = {
    castAt(nowMs) {
      if (isOver()) return [];
      const second = secondOf(nowMs);
      const inHall = talk?.castAt(second, world.own.seat) ?? [];
      if (!stage) return inHall;
      const walking = CUT_OUTS.flatMap((name, i): CutOut[] => {
        const person = people[i];
        if (!person) return [];
        const { x, y, direction, moving, ring } = poseAt(name, second);
        const shown: Ring | undefined = ring && { ...ring, number: RING_NUMBER, room: false, walking: false };
        return [{ person: named(person, say(`demo.who.${name}`)), x: stage.x + x, y: stage.y + y, direction, moving, ring: shown }];
      });
      return [...walking, ...inHall];
    },
    hourAt: (nowMs) => hourAt(secondOf(nowMs)),
    stepAt: (nowMs) => (isOver() ? 'left' : stepAt(secondOf(nowMs))),
    talkAt: (nowMs) => (isOver() ? undefined : talk?.showAt(secondOf(nowMs))),
    hall: talk?.hall,
  };
  world.demo = demo;
  scope.onEnd(() => {
    delete world.demo;
  });
  let before = secondOf(Date.now());
  scope.every(LOOK_MS, () => {
    const second = secondOf(Date.now());
    const { bubbles } = world.talk;
    const isDue = ({ at }: { at: number }): boolean => at > before && at <= second;
    const speak = (id: string, text: string): void => void bubbles.set(id, { text, untilMs: performance.now() + LINE_MS });
    if (!isOver() && stage) for (const { who, key } of DEMO_LINES.filter(isDue)) speak(`cut-out ${who}`, say(key));
    if (!isOver() && talk) for (const { who, key } of TALK_LINES.filter(isDue)) speak(who === 'speaker' ? SPEAKER : ASKER, say(key));
    before = second;
    world.changes++;
  });
  scope.onEnd(
    effect(() => {
      if (realPeople(world) > 1)
        for (const id of [SPEAKER, ASKER, ...CUT_OUTS.map((who) => `cut-out ${who}`)]) world.talk.bubbles.delete(id);
    }),
  );
}

/** Who is really here: whose connection is lost is not. Reads a signal. */
function realPeople(world: World): number {
  let count = 0;
  for (const { connected } of world.people.value.values()) if (connected) count++;
  return count;
}

/** A person is replaced as a whole when something about them changes: tags are drawn anew by that. */
function named(person: Person, name: string): Person {
  if (person.name !== name) person.name = name;
  return person;
}
