// Who talks with whom, with real clients: what the server decides is what everybody is told.
import type { Point } from '@comptoir/shared/geometry';
import { WIRE } from '@comptoir/shared/protocol/walks';
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { type Inside, until } from '../support/enterOffice.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { circleOf, listenersOf, meetAt, standAt, talkTogether } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();
const talks = () => office.open.room().talk.talks;
const serverCircle = (person: Inside): string[] =>
  [...(talks().talkers.get(person.id)?.conversation?.members.keys() ?? [])].toSorted((a, b) => a.localeCompare(b));
const stateOf = (person: Inside) => person.world.talk.conversation.peek()?.state;

describe('meeting', () => {
  it('[B4] two who stop beside each other talk, see their ring, and part when one walks away', async () => {
    const ada = await office.enter('Ada');
    const bob = await office.enter('Bob');
    await standAt(ada, 37, 30);
    expect(circleOf(ada)).toEqual([]);
    await standAt(bob, 38, 30);
    await until(() => talkTogether(ada, bob), 'they talk');
    const view = ada.world.talk.conversation.peek();
    expect(view).toMatchObject({ kind: 'bubble', state: 'amongUs', role: 'member', call: { transport: 'mesh' }, large: false });
    await until(() => ada.world.ownRing?.number === view?.number, 'Ada sees her own ring');
    await until(() => [...ada.world.avatars.values()].some(({ ring }) => ring?.number === view?.number), "Ada sees Bob's ring");
    await standAt(bob, 43, 31);
    await until(() => circleOf(ada).length === 0 && circleOf(bob).length === 0, 'they have parted');
    await until(() => ada.world.ownRing === undefined, 'the ring is gone');
  });

  it('[B17] after walking about, everybody is told what the server holds', async () => {
    const random = seededRandom(7);
    const people = await Promise.all(['Ada', 'Bob', 'Cyril', 'Dora', 'Emil', 'Fay', 'Gus', 'Hal'].map((name) => office.enter(name)));
    for (let round = 0; round < 4; round++) {
      await Promise.all(
        people.map(async (person) => {
          const tile = { x: 36 + Math.floor(random() * 8), y: 29 + Math.floor(random() * 4) };
          await person.actions.walkTo({ x: (tile.x + 0.5) * 32, y: (tile.y + 0.5) * 32 }, random() < 0.5 ? 'run' : 'walk');
        }),
      );
      await until(() => people.every((person) => circleOf(person).join() === serverCircle(person).join()), 'all know what is so');
      for (const a of people) for (const b of people) expect(circleOf(a).includes(b.id)).toBe(circleOf(b).includes(a.id));
    }
    await until(() => people.some((person) => circleOf(person).length > 1), 'some of them talk');
  });
});

describe('doors', () => {
  it('[B12] behind a closed door one is told so, knocks, and is let in', async () => {
    const [ada, bob, cyril] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Cyril')];
    await meetAt(37, 30, ada, bob);
    expect(await ada.actions.talk.setState('closed')).toEqual({ ok: true });
    await until(() => stateOf(bob) === 'closed', 'Bob knows of the door');
    await standAt(cyril, 39, 30);
    await until(() => cyril.world.talk.beside.peek()?.reason === 'closed', 'Cyril is told');
    expect(await cyril.actions.talk.ask('knock', ada.id)).toEqual({ ok: true });
    await until(() => ada.world.talk.asks.peek().length === 1 && bob.world.talk.asks.peek().length === 1, 'both are asked');
    const ask = bob.world.talk.asks.peek()[0];
    expect(ask).toMatchObject({ kind: 'knock', from: cyril.id });
    expect(await bob.actions.talk.answer(ask?.id ?? '', 'yes')).toEqual({ ok: true });
    await until(() => talkTogether(ada, bob, cyril), 'Cyril is in');
    expect(ada.world.talk.asks.peek()).toEqual([]);
    expect(cyril.world.talk.myAsks.peek()).toEqual([]);
  });

  it('[B11] out loud, whoever stands near hears, and everybody sees who does', async () => {
    const [ada, bob, cyril] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Cyril')];
    await meetAt(37, 30, ada, bob);
    expect(await ada.actions.talk.setState('outLoud')).toEqual({ ok: true });
    await standAt(cyril, 41, 31);
    await until(() => listenersOf(ada).includes(cyril.id) && listenersOf(bob).includes(cyril.id), 'the members see Cyril listen');
    await until(() => cyril.world.talk.conversation.peek()?.role === 'listener', 'Cyril knows it, too');
    expect(cyril.world.talk.conversation.peek()?.call?.transport).toBe('sfu');
    expect(circleOf(cyril)).toEqual(circleOf(ada));
    await ada.actions.talk.setState('amongUs');
    await until(() => cyril.world.talk.conversation.peek() === undefined, 'Cyril hears no more');
    expect(listenersOf(ada)).toEqual([]);
  });

  it('[B5] goodbye is at once, and lasts', async () => {
    const [ada, bob, cyril] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Cyril')];
    await meetAt(37, 30, ada, bob, cyril);
    ada.actions.talk.goodbye.peek()?.();
    await until(() => circleOf(ada).length === 0 && talkTogether(bob, cyril), 'Ada has left');
    await until(() => ada.world.talk.beside.peek()?.reason === 'goodbye', 'Ada is told why she is not taken back');
    expect(circleOf(ada)).toEqual([]);
    expect(await ada.actions.talk.approach(bob.id)).toEqual({ ok: true });
    await until(() => talkTogether(ada, bob, cyril), 'Ada came back by herself');
  });
});

describe('asking first', () => {
  it('[B2] a desk stays silent until a yes, which opens a conversation where both are', async () => {
    const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
    const desk = ada.world.ground.peek().map.seats.find((seat) => seat.desk !== undefined && seat.tileX > 12 && seat.tileY > 20);
    await ada.actions.sit(desk?.id ?? '');
    await until(() => office.occupant(ada).seat !== undefined, 'Ada sits at her desk');
    await standAt(bob, 37, 30);
    expect(await bob.actions.talk.approach(ada.id)).toEqual({ ok: true });
    await until(() => ada.world.talk.asks.peek()[0]?.kind === 'talk', 'Ada is asked');
    await ada.actions.talk.answer(ada.world.talk.asks.peek()[0]?.id ?? '', 'yes');
    await until(() => talkTogether(ada, bob), 'they talk from afar');
    expect(ada.world.talk.conversation.peek()?.place).toEqual({ kind: 'desk' });
  });

  it('[B12] "in five minutes" is told to the asker', async () => {
    const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
    await standAt(ada, 37, 30);
    await standAt(bob, 43, 30);
    ada.actions.setAvailability('focused');
    await until(() => office.occupant(ada).availability === 'focused', 'Ada is focused');
    await bob.actions.talk.ask('talk', ada.id);
    await until(() => ada.world.talk.asks.peek().length === 1, 'Ada is asked');
    await ada.actions.talk.answer(ada.world.talk.asks.peek()[0]?.id ?? '', 'inFive');
    await until(() => bob.world.talk.answered.peek()?.inFive === true, 'Bob knows');
    expect(bob.world.talk.answered.peek()).toMatchObject({ yes: false, person: ada.id });
  });
});

describe('the list', () => {
  it('[L5] who looks at it is told of all conversations, others are not', async () => {
    const [ada, bob, cyril] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Cyril')];
    cyril.digest.value = 'areas';
    await meetAt(37, 30, ada, bob);
    await until(() => cyril.world.talk.conversations.peek().some(({ members }) => members.includes(ada.id)), 'Cyril reads of them', 4000);
    const [summary] = cyril.world.talk.conversations.peek();
    expect(summary).toMatchObject({ kind: 'bubble', state: 'amongUs', area: 'square', walking: false, listeners: 0 });
    expect(new Set(summary?.members)).toEqual(new Set([ada.id, bob.id]));
    expect(ada.world.talk.conversations.peek()).toEqual([]);
  });
});

describe('walking together', () => {
  it('[B19] whoever said yes comes along without sending anything', async () => {
    const [ada, bob, cyril] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Cyril')];
    await standAt(cyril, 40, 32);
    await meetAt(37, 30, ada, bob);
    expect(await ada.actions.talk.ask('walk')).toEqual({ ok: true });
    await until(() => bob.world.talk.asks.peek().length === 1, 'Bob is asked');
    await bob.actions.talk.answer(bob.world.talk.asks.peek()[0]?.id ?? '', 'yes');
    await until(() => bob.world.talk.conversation.peek()?.place.kind === 'walk', 'they walk together');
    const sent = sentBy(bob);
    for (const [x, y] of [
      [42, 30],
      [36, 31],
      [42, 31],
    ] as const)
      await ada.actions.walkTo({ x: (x + 0.5) * 32, y: (y + 0.5) * 32 }, 'stroll');
    const apart = (a: Point | undefined, b: Point): number => (a ? Math.hypot(a.x - b.x, a.y - b.y) : Number.POSITIVE_INFINITY);
    // beside Ada, as a third person sees it, and as Bob's own page does
    await until(() => {
      bob.draw();
      const there = office.place(bob);
      return there.isStill && apart(office.place(ada), there) <= 64 && apart(cyril.sees(bob), there) < 4 && apart(bob.place, there) < 4;
    }, 'Bob stands beside Ada');
    expect(sent()).toBe(0);
    expect(talkTogether(ada, bob)).toBe(true);
    // a key of his own: he goes on by himself, and is not put back
    bob.hold(4);
    await until(() => talks().talkers.get(bob.id)?.conversation?.followers?.has(bob.id) !== true, 'Bob has left the formation');
    bob.letGo();
    await until(() => office.place(bob).isStill, 'Bob stands');
    await until(() => Math.hypot(bob.place.x - office.place(bob).x, bob.place.y - office.place(bob).y) < 1, 'where he believes');
  });
});

/** How many messages of walking somebody sent since. */
function sentBy(person: Inside): () => number {
  let sent = 0;
  const { connection } = person;
  const sendBytes = connection.sendBytes.bind(connection);
  connection.sendBytes = (type, bytes) => {
    if (type === WIRE.walk || type === WIRE.renew) sent++;
    sendBytes(type, bytes);
  };
  return () => sent;
}

it('[B3] nobody is ambushed where they arrive', async () => {
  const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
  const fromMs = performance.now();
  await until(() => performance.now() - fromMs > tuning.dwellMs * 3, 'they stood there for a while');
  expect([circleOf(ada), circleOf(bob)]).toEqual([[], []]);
});
