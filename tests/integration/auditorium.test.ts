// Talks with real clients: who is in one, who leads it, who speaks, and that everybody is told the same.
import { sinceStart } from '@comptoir/server/auditorium/LiveTalk';
import type { Ask, RequestName } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { enterAs, granted, linkFromCommand, refusalOf } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { actsOf } from '../support/hosting.ts';
import { areaAt, drawHall, mapOf, seatAt, withTiles } from '../support/smallMaps.ts';
import { endTalks } from '../support/talkHall.ts';
import { circleOf, standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const tableSeat = (name: string, x: number, table: string) => {
  const seat = seatAt(name, { x, y: 4 }, 'down');
  return { ...seat, properties: [...seat.properties, { name: 'table', type: 'string', value: table }] };
};
const map = mapOf(drawHall(40, 20), [
  areaAt('stage', { x: 2, y: 2, width: 14, height: 4 }, { conversation: 'stage', auditorium: 'hall', start: true }),
  areaAt('rows', { x: 2, y: 6, width: 14, height: 12 }, { conversation: 'audience', auditorium: 'hall', start: true }),
  areaAt('lounge', { x: 26, y: 2, width: 8, height: 5 }, { lounge: 'hall' }),
  tableSeat('seat-1', 28, 'table-1'),
  tableSeat('seat-2', 31, 'table-2'),
  areaAt('den', { x: 25, y: 10, width: 12, height: 6 }, { start: true }),
]);
const office = useOffice({}, withTiles({ 'office.tmj': map }));
afterEach(() => endTalks(office));

const raise = (): never => {
  throw new Error('is there');
};
const stageOf = (person: Inside) => person.world.auditorium.stage.peek();
const viewOf = (person: Inside) => person.world.talk.conversation.peek();
const roleOf = (person: Inside) => viewOf(person)?.role;
const speakers = (person: Inside): string[] => viewOf(person)?.members.map(({ personId }) => personId) ?? [];

const enterAt = (start: 'stage' | 'rows' | 'den', ...names: string[]): Promise<Inside[]> =>
  Promise.all(names.map((name) => office.enter(name, { start })));

/** On the stage, and leads a talk. */
async function startTalk(): Promise<Inside> {
  const lea = await office.enter('Lea', { start: 'stage' });
  await granted(lea, 'startTalk', { title: 'Rivers', language: 'en' });
  await until(() => roleOf(lea) === 'speaker' && stageOf(lea) !== undefined, 'Lea leads a talk');
  return lea;
}

/** In the rows of a talk. */
async function listen(...names: string[]): Promise<Inside[]> {
  const people = await enterAt('rows', ...names);
  await until(() => people.every((one) => stageOf(one) !== undefined && roleOf(one) === 'audience'), 'they listen');
  return people;
}

describe('a talk', () => {
  it('[T1] begins on the stage, and everybody in the hall is in it', async () => {
    const out = await office.enter('Out', { start: 'den' });
    const [ada = out, bob = out] = await enterAt('rows', 'Ada', 'Bob');
    await Promise.all([standAt(ada, 5, 8), standAt(bob, 6, 8)]);
    await until(() => circleOf(ada).length === 2, 'they talk in the rows');
    expect(await refusalOf(ada, 'startTalk', { title: 'Rivers', language: 'en' })).toBe('notOnStage');
    const lea = await office.enter('Lea', { start: 'stage' });
    for (const [title, why] of [
      ['  ', 'textEmpty'],
      ['x'.repeat(tuning.talkTitleLength + 1), 'textTooLong'],
    ] as const)
      expect(await refusalOf(lea, 'startTalk', { title, language: 'en' })).toBe(why);
    await granted(lea, 'startTalk', { title: 'Rivers', language: 'en' });
    await until(() => roleOf(ada) === 'audience' && roleOf(bob) === 'audience', 'they listen');
    expect(roleOf(lea)).toBe('speaker');
    await until(() => viewOf(ada)?.call?.transport === 'sfu', 'there is a call');
    expect(speakers(ada)).toEqual([lea.id]);
    expect(await refusalOf(lea, 'startTalk', { title: 'More', language: 'en' })).toBe('talkOn');
    await until(() => stageOf(lea)?.audience === 2 && stageOf(bob)?.audience === 2, 'everybody knows how many listen');
    expect(stageOf(bob)).toMatchObject({ title: 'Rivers', leaders: [lea.id], hands: [], myHand: 0, mayStage: true });
    expect(new Set((await granted(lea, 'whoListens', {})).people)).toEqual(new Set([ada.id, bob.id]));
    // T12
    await until(() => out.world.auditorium.talks.peek()[0]?.audience === 2, 'who is outside knows, too');
    expect(out.world.auditorium.talks.peek()).toMatchObject([{ title: 'Rivers', speakers: [lea.id] }]);
    const late = await office.enter('Late');
    await until(() => late.world.auditorium.talks.peek().length === 1, 'and whoever comes in');
    await granted(lea, 'endTalk', {});
    await until(() => [ada, bob, lea].every((one) => one.world.auditorium.over.peek()?.title === 'Rivers'), 'it is over');
    await until(() => [ada, bob, lea].every((one) => stageOf(one) === undefined), 'for everybody who was in it');
    expect(out.world.auditorium.over.peek()).toBeUndefined();
    await until(() => out.world.auditorium.talks.peek().length === 0, 'nothing is left of it');
    // before and after, the rows are a place like any other
    await until(() => circleOf(ada).length === 2, 'they talk in the rows again');
  });

  it('[T2] is led by whoever began it, whom they ask to, and hosts of the office; others do nothing to it', async () => {
    const lea = await startTalk();
    const [ada = lea, bob = lea] = await listen('Ada', 'Bob');
    const out = await office.enter('Out', { start: 'den' });
    const leads: readonly { [R in RequestName]: [R, Ask<R>] }[RequestName][] = [
      ['endTalk', {}],
      ['changeTalk', { title: 'Mine' }],
      ['leadTalk', { personId: bob.id, leads: true }],
      ['hushSpeaker', { personId: lea.id }],
      ['bringUp', { personId: lea.id, up: false }],
      ['lowerHand', { personId: bob.id }],
      ['giveFloor', { personId: bob.id, video: false }],
      ['takeFloor', { personId: ada.id }],
    ];
    for (const [name, ask] of leads) {
      expect([name, await refusalOf(bob, name, ask)]).toEqual([name, 'notLeading']);
      expect([name, await refusalOf(out, name, ask)]).toEqual([name, 'noTalk']);
    }
    expect(await refusalOf(out, 'raiseHand', { up: true })).toBe('noTalk');
    expect(await refusalOf(lea, 'leadTalk', { personId: out.id, leads: true })).toBe('notHere');
    expect(await refusalOf(lea, 'leadTalk', { personId: lea.id, leads: false })).toBe('notAllowed');
    await granted(lea, 'leadTalk', { personId: ada.id, leads: true });
    await until(() => stageOf(bob)?.leaders.join() === [lea.id, ada.id].join(), 'everybody knows who leads');
    await granted(ada, 'changeTalk', { title: 'Rivers and lakes', language: 'fr', anonymous: true });
    await until(() => stageOf(bob)?.title === 'Rivers and lakes', 'the title is another');
    expect(stageOf(bob)).toMatchObject({ language: 'fr', anonymous: true, openStage: true });
    await granted(ada, 'leadTalk', { personId: lea.id, leads: false });
    expect(await refusalOf(lea, 'changeTalk', { title: 'Mine' })).toBe('notLeading');
    const hana = await office.enter('Hana', { start: 'rows', invite: await linkFromCommand(office, 'host') });
    await until(() => stageOf(hana) !== undefined, 'a host comes');
    await granted(hana, 'changeTalk', { title: 'By the house' });
    await granted(hana, 'endTalk', {});
  });
});

describe('hands and the floor', () => {
  it('[T7] five hands are in the same order for everybody, each knows their own place, and hands of people who left vanish', async () => {
    const lea = await startTalk();
    const people = await listen('Ada', 'Bob', 'Cem', 'Dan', 'Eva');
    const [ada = lea, bob = lea, cem = lea, dan = lea, eva = lea] = people;
    const inOrder = [dan, ada, eva, cem, bob];
    for (const person of inOrder) await granted(person, 'raiseHand', { up: true });
    const ids = inOrder.map(({ id }) => id);
    const everybody = [lea, ...people];
    const all = (...hands: string[]) => everybody.every((one) => stageOf(one)?.hands.join() === hands.join());
    await until(() => all(...ids), 'one order for all');
    expect(inOrder.map((person) => stageOf(person)?.myHand)).toEqual([1, 2, 3, 4, 5]);
    expect(stageOf(lea)).toMatchObject({ handCount: 5, myHand: 0 });
    // at once for whoever does it
    await granted(eva, 'raiseHand', { up: false });
    await until(() => stageOf(eva)?.myHand === 0 && stageOf(lea)?.hands.length === 4, 'her own is down', 200);
    await granted(lea, 'lowerHand', { personId: ada.id });
    await standAt(cem, 17, 12);
    await until(() => [lea, ada, bob, dan, eva].every((one) => stageOf(one)?.hands.join() === [dan.id, bob.id].join()), 'two are left');
    expect(stageOf(bob)?.myHand).toBe(2);
    expect(await refusalOf(lea, 'raiseHand', { up: true })).toBe('notAllowed');
  });

  it('[T16] only a raised hand is given the floor, which takes it down; leaders and whoever has it give it back', async () => {
    const lea = await startTalk();
    const [ada = lea, bob = lea] = await listen('Ada', 'Bob');
    expect(await refusalOf(lea, 'giveFloor', { personId: ada.id, video: false })).toBe('noHand');
    for (const person of [ada, bob]) await granted(person, 'raiseHand', { up: true });
    await granted(lea, 'giveFloor', { personId: ada.id, video: true });
    await until(() => ada.world.auditorium.floor.peek()?.given === true, 'Ada is told', 300);
    expect(ada.world.auditorium.floor.peek()).toEqual({ given: true, video: true, by: lea.id });
    await until(() => [lea, ada, bob].every((one) => stageOf(one)?.floor[0]?.personId === ada.id), 'everybody is told');
    expect(stageOf(bob)).toMatchObject({ hands: [bob.id], myHand: 1, floor: [{ personId: ada.id, video: true }] });
    expect(viewOf(bob)?.members).toMatchObject([{ personId: lea.id }, { personId: ada.id, role: 'speaker', floor: true }]);
    expect(stageOf(bob)?.audience).toBe(1);
    expect(await refusalOf(bob, 'takeFloor', { personId: ada.id })).toBe('notLeading');
    await granted(ada, 'takeFloor', { personId: ada.id });
    await until(() => roleOf(ada) === 'audience' && speakers(bob).join() === lea.id, 'given back');
    await granted(lea, 'giveFloor', { personId: bob.id, video: false });
    await granted(lea, 'takeFloor', { personId: bob.id });
    await until(() => bob.world.auditorium.floor.peek()?.given === false, 'taken from Bob');
    expect(bob.world.auditorium.floor.peek()).toEqual({ given: false, video: false, by: lea.id });
  });
});

describe('the stage', () => {
  it('[T5] leaders close a microphone, ask somebody down and up again, and close the stage to whoever walks on it', async () => {
    const lea = await startTalk();
    const [sam = lea, ada = lea] = await listen('Sam', 'Ada');
    await standAt(sam, 9, 3);
    await until(() => roleOf(sam) === 'speaker', 'Sam speaks');
    sam.signalling.publishing({ microphone: true, camera: false, screen: false });
    await until(() => viewOf(ada)?.members.some(({ personId, microphone }) => personId === sam.id && microphone) === true, 'Sam is heard');
    await granted(lea, 'hushSpeaker', { personId: sam.id });
    await until(() => viewOf(ada)?.members.every(({ microphone }) => !microphone) === true, 'and no longer');
    await until(() => sam.world.hosting.muted.peek()?.by === lea.id, 'Sam is told who did it');
    expect(await refusalOf(lea, 'hushSpeaker', { personId: ada.id })).toBe('notHere');
    await granted(lea, 'bringUp', { personId: sam.id, up: false });
    await until(() => roleOf(sam) === 'audience' && stageOf(sam)?.mayStage === false, 'Sam listens from the stage');
    await granted(lea, 'bringUp', { personId: sam.id, up: true });
    await until(() => roleOf(sam) === 'speaker' && stageOf(sam)?.mayStage === true, 'Sam speaks again');
    await granted(lea, 'changeTalk', { openStage: false });
    await until(() => stageOf(ada)?.mayStage === false, 'Ada knows');
    await standAt(ada, 11, 3);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect([roleOf(sam), roleOf(ada)]).toEqual(['speaker', 'audience']);
    await granted(lea, 'bringUp', { personId: ada.id, up: true });
    await until(() => roleOf(ada) === 'speaker', 'Ada was asked up');
  });

  it('[T8] keeps the place of a speaker whose connection breaks, shows it, and has them back', async () => {
    const lea = await startTalk();
    const [sam = lea, ada = lea] = await listen('Sam', 'Ada');
    await standAt(sam, 9, 3);
    await until(() => roleOf(sam) === 'speaker' && speakers(ada).includes(sam.id), 'Sam speaks');
    const lost = () => viewOf(ada)?.members.find(({ personId }) => personId === sam.id)?.lost;
    const seen: (boolean | undefined)[] = [];
    const end = ada.world.talk.conversation.subscribe(() => seen.push(lost()));
    const socket = office.open.room().clientOf.get(sam.id)?.ref as unknown as WebSocket | undefined;
    socket?.terminate();
    await until(() => seen.includes(true), 'Ada sees that Sam is lost');
    await until(() => lost() === false, 'Sam is back');
    end();
    expect(seen.every((is) => is !== undefined)).toBe(true);
    await until(() => stageOf(sam)?.talk === stageOf(ada)?.talk && roleOf(sam) === 'speaker', 'and knows it');
  });

  it('[T8] goes on where it was after the office was closed for a moment, with whoever is in its hall', async () => {
    const [ada] = await enterAt('rows', 'Ada');
    const room = office.open.room();
    const settings = { title: 'Rivers', language: 'en', anonymous: false, openStage: true, programme: [] };
    const kept = { id: 'kept-talk', auditorium: 'hall', settings, startedMs: Date.now() - 600_000, leaders: [ada?.id ?? ''] };
    const talk = room.auditorium.resume(kept, Math.floor(room.tickNow()));
    expect(sinceStart(talk ?? raise(), Math.floor(room.tickNow()), tuning.tickMs) / 1000).toBeCloseTo(600, 0);
    expect(room.auditorium.resume(kept, Math.floor(room.tickNow()))).toBeUndefined();
    expect(room.auditorium.resume({ ...kept, auditorium: 'other' }, Math.floor(room.tickNow()))).toBeUndefined();
    await until(() => ada !== undefined && stageOf(ada)?.talk === 'kept-talk', 'Ada is in it');
    expect(ada && stageOf(ada)).toMatchObject({ title: 'Rivers', leaders: [ada?.id], startedMs: kept.startedMs });
    await granted(ada ?? raise(), 'endTalk', {});
  });
});

describe('guests and hosts', () => {
  it('[T3] whoever may be in the rows only hears the talk, and is told of no other one', async () => {
    const guest = await office.enter('Guest', { invite: await linkFromCommand(office, 'visitor', 'rows') });
    const other = await office.enter('Other', { invite: await linkFromCommand(office, 'visitor', 'lounge') });
    const lea = await startTalk();
    await until(() => roleOf(guest) === 'audience' && stageOf(guest)?.title === 'Rivers', 'the guest listens');
    expect(speakers(guest)).toEqual([lea.id]);
    expect(guest.world.auditorium.talks.peek()).toHaveLength(1);
    expect(other.world.auditorium.talks.peek()).toEqual([]);
    await granted(lea, 'endTalk', {});
    await until(() => guest.world.auditorium.over.peek()?.title === 'Rivers', 'it is over');
    expect(guest.world.auditorium.over.peek()?.lounge).toBeNull();
  });

  it('[T13] afterwards everybody is asked to the lounge, and a pinned question has a table there', async () => {
    const lea = await startTalk();
    const [ada = lea, bob = lea] = await listen('Ada', 'Bob');
    const { question } = await granted(ada, 'askQuestion', { text: 'Why?', anonymous: false });
    await granted(lea, 'pinQuestion', { question });
    await granted(bob, 'block', { personId: ada.id, blocked: true });
    await granted(lea, 'endTalk', {});
    await until(() => ada.world.auditorium.over.peek() !== undefined, 'Ada is told');
    expect(ada.world.auditorium.over.peek()).toEqual({
      page: expect.stringMatching(/^\/t\/[\w-]+$/),
      title: 'Rivers',
      lounge: 'lounge',
      tables: [{ question, text: 'Why?', seat: 'seat-1' }],
    });
    // T23: not the question of somebody from whom he is apart
    await until(() => bob.world.auditorium.over.peek()?.lounge === 'lounge', 'Bob is told');
    expect(bob.world.auditorium.over.peek()?.tables).toEqual([]);
    await granted(bob, 'block', { personId: ada.id, blocked: false });
  });

  it('[T11] a host ends it like any conversation: everybody is warned, and it is over for all', { timeout: 40_000 }, async () => {
    const lea = await startTalk();
    const [ada = lea, sam = lea] = await listen('Ada', 'Sam');
    await standAt(sam, 6, 3);
    await until(() => speakers(ada).length === 2, 'Sam speaks, too');
    const hana = await enterAs(office, 'host', 'Hana');
    await granted(hana, 'endConversation', { number: viewOf(ada)?.number ?? 0 });
    await until(() => ada.world.hosting.ending.peek()?.by === hana.id, 'Ada is warned');
    expect(roleOf(lea)).toBe('speaker');
    await until(
      () => [lea, ada].every((one) => one.world.auditorium.over.peek()?.title === 'Rivers'),
      'it is over',
      tuning.endingMs + 2000,
    );
    expect(await actsOf(hana)).toContain('Hana · endConversation · Lea, Sam');
    await new Promise((resolve) => setTimeout(resolve, tuning.calmMs + tuning.dwellMs));
    // P33: not back together where they stand
    expect(circleOf(lea)).toEqual([]);
  });
});
