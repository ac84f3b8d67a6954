// Recording a talk with real clients: who is asked, when it begins, and that nobody speaks into it who has not agreed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { granted, refusalOf } from '../support/door.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { endTalks, enterHall, HALL_MAPS, startTalk, wireOf } from '../support/talkHall.ts';
import { meetAt, standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({}, HALL_MAPS);
afterEach(() => endTalks(office));

const recordingOf = (person: Inside) => person.world.auditorium.recording.peek()?.view;
const roleOf = (person: Inside) => person.world.talk.conversation.peek()?.role;
const talkIdOf = (person: Inside): string => person.world.auditorium.stage.peek()?.talk ?? '';
/** A busy server now and then puts somebody's first walk back. */
const goUp = (person: Inside): Promise<void> => standAt(person, 7, 3).catch(() => standAt(person, 7, 3));
const statusOf = (talk: string) => office.open.room().parts.recordings.stateOf(talk);

describe('a recording', () => {
  it('[T100] is asked for by a leader, shown to all, and begins when everybody on the stage has agreed', async () => {
    const lea = await startTalk(office);
    const [ada, bob] = (await enterHall(office, 'Ada', 'Bob')) as [Inside, Inside];
    await goUp(ada);
    await until(() => roleOf(ada) === 'speaker', 'Ada is on the stage');
    expect(await refusalOf(ada, 'record', { on: true })).toBe('notLeading');
    await granted(lea, 'record', { on: true });
    await until(() => recordingOf(ada)?.mine === 'asked', 'Ada is asked');
    await until(() => recordingOf(bob)?.state === 'asking', 'Bob sees it');
    expect(recordingOf(bob)).toMatchObject({ mine: 'none', agreed: 1, waiting: 1, refused: 0 });
    expect(await refusalOf(bob, 'agreeRecording', { yes: true })).toBe('notAsked');
    expect(statusOf(talkIdOf(lea))).toBe('none');
    const wire = wireOf(office, bob);
    await granted(ada, 'agreeRecording', { yes: false });
    await until(() => recordingOf(lea)?.refused === 1, 'one does not want to');
    // nobody is named
    expect(wire.bytes()).not.toContain(ada.id);
    wire.end();
    expect(statusOf(talkIdOf(lea))).toBe('none');
    await granted(ada, 'agreeRecording', { yes: true });
    await until(() => recordingOf(bob)?.state === 'on', 'it is on');
    expect(statusOf(talkIdOf(lea))).toBe('recording');
    const talk = talkIdOf(lea);
    expect(existsSync(join(office.open.dataDir, 'recordings', talk))).toBe(true);
    await granted(lea, 'record', { on: false });
    await until(() => recordingOf(bob) === undefined, 'it is over');
    expect(statusOf(talk)).not.toBe('recording');
  });

  it('[T101] while it is on whoever walks on the stage only listens until they agree', async () => {
    const lea = await startTalk(office);
    const [ada] = (await enterHall(office, 'Ada')) as [Inside];
    await granted(lea, 'record', { on: true });
    await until(() => recordingOf(lea)?.state === 'on', 'it is on');
    await goUp(ada);
    await until(() => recordingOf(ada)?.mine === 'asked', 'Ada is asked');
    expect(roleOf(ada)).toBe('audience');
    await granted(ada, 'agreeRecording', { yes: false });
    await until(() => recordingOf(ada)?.mine === 'refused', 'she said no');
    expect(roleOf(ada)).toBe('audience');
    await granted(ada, 'agreeRecording', { yes: true });
    await until(() => roleOf(ada) === 'speaker', 'she speaks');
    // takes it back: from now on nothing of hers
    await granted(ada, 'agreeRecording', { yes: false });
    await until(() => roleOf(ada) === 'audience', 'she speaks no more');
    expect(recordingOf(lea)?.state).toBe('on');
    await granted(lea, 'record', { on: false });
    await until(() => roleOf(ada) === 'speaker', 'nothing holds her back');
  });

  it('[T102] the floor is given with a yes, and a no gives the hand back', async () => {
    const lea = await startTalk(office);
    const [ada, bob] = (await enterHall(office, 'Ada', 'Bob')) as [Inside, Inside];
    await granted(lea, 'record', { on: true });
    await until(() => recordingOf(lea)?.state === 'on', 'it is on');
    for (const one of [ada, bob]) await granted(one, 'raiseHand', { up: true });
    await granted(lea, 'giveFloor', { personId: ada.id, video: false });
    await until(() => recordingOf(ada)?.mine === 'asked', 'Ada is asked');
    expect(roleOf(ada)).toBe('audience');
    await granted(ada, 'agreeRecording', { yes: true });
    await until(() => roleOf(ada) === 'speaker', 'Ada has the floor');
    await granted(lea, 'giveFloor', { personId: bob.id, video: false });
    await until(() => recordingOf(bob)?.mine === 'asked', 'Bob is asked');
    await granted(bob, 'agreeRecording', { yes: false });
    await until(() => bob.world.auditorium.stage.peek()?.myHand === 0, 'his hand is down');
    expect(roleOf(bob)).toBe('audience');
  });

  it('[T103] ends with its talk, and is nowhere but in talks', async () => {
    const [eve, noor] = await Promise.all([office.enter('Eve'), office.enter('Noor')]);
    await meetAt(20, 12, eve, noor);
    expect(await refusalOf(eve, 'record', { on: true })).toBe('notRecordedHere');
    expect(await refusalOf(eve, 'agreeRecording', { yes: true })).toBe('noTalk');
    const lea = await startTalk(office);
    const talk = talkIdOf(lea);
    await granted(lea, 'record', { on: true });
    await until(() => statusOf(talk) === 'recording', 'it is on');
    await granted(lea, 'endTalk', {});
    await until(() => statusOf(talk) !== 'recording', 'it is over');
    expect(await refusalOf(eve, 'withdrawRecording', { talk: 'nobody' })).toBe('notThere');
  });

  it('[T104] whoever comes back, by a lost line or another page, need not agree again', async () => {
    const lea = await startTalk(office);
    const [ada] = (await enterHall(office, 'Ada')) as [Inside];
    await granted(lea, 'record', { on: true });
    await goUp(ada);
    await until(() => recordingOf(ada)?.mine === 'asked', 'Ada is asked');
    await granted(ada, 'agreeRecording', { yes: true });
    await until(() => roleOf(ada) === 'speaker', 'she speaks');
    const again = await office.enter('Ada', { ticket: ada.ticket });
    await until(() => recordingOf(again)?.mine === 'agreed' && roleOf(again) === 'speaker', 'she speaks on');
  });

  it('[T105] when the disk is full the talk goes on, the recording is kept, and only who leads is told', async () => {
    const { media } = office.open.room().parts.calls;
    const openCall = vi.spyOn(media, 'openCall');
    const lea = await startTalk(office);
    const [bob] = (await enterHall(office, 'Bob')) as [Inside];
    await granted(lea, 'record', { on: true });
    await until(() => recordingOf(bob)?.state === 'on', 'it is on');
    const talk = talkIdOf(lea);
    const [, events] = openCall.mock.calls.findLast(([callId]) => callId.startsWith(talk)) ?? [];
    events?.tapeStopped?.('noRoom');
    await until(() => lea.world.auditorium.recordingProblem.peek() === 'diskFull', 'Lea is told');
    await until(() => recordingOf(bob) === undefined, 'it is over');
    expect(bob.world.auditorium.recordingProblem.peek()).toBeUndefined();
    expect([roleOf(lea), roleOf(bob)]).toEqual(['speaker', 'audience']);
    expect(existsSync(join(office.open.dataDir, 'recordings', talk))).toBe(true);
    openCall.mockRestore();
  });

  it('[T106] a speaker who is alone with a recording has a call, and it ends with it', async () => {
    const lea = await startTalk(office);
    const callOf = () => lea.world.talk.conversation.peek()?.call;
    expect(callOf()).toBeNull();
    await granted(lea, 'record', { on: true });
    await until(() => callOf()?.transport === 'sfu', 'she is recorded');
    await granted(lea, 'record', { on: false });
    await until(() => callOf() === null, 'nobody hears her');
  });

  it('[T108] a talk that begins with the wish to be recorded asks whoever comes up, and says so to everybody', async () => {
    const [lea, eve] = (await Promise.all([office.enter('Lea'), office.enter('Eve')])) as [Inside, Inside];
    await standAt(lea, 5, 3);
    await until(() => office.place(lea).isStill && office.place(lea).y < 6 * 32, 'Lea stands on the stage');
    await granted(lea, 'startTalk', { title: 'Rivers', language: 'en', record: true });
    await until(() => recordingOf(lea)?.state === 'on', 'it is on');
    await until(() => eve.world.auditorium.talks.peek()[0]?.recorded === true, 'Eve knows before she goes there');
    const talk = talkIdOf(lea);
    await granted(lea, 'endTalk', {});
    await until(() => lea.world.auditorium.over.peek()?.recorded === talk, 'its page is named');
  });

  it('[T109] whoever is in a recording may be taken out of it afterwards, nobody else', async () => {
    const lea = await startTalk(office);
    const [bob] = (await enterHall(office, 'Bob')) as [Inside];
    await granted(lea, 'record', { on: true });
    await until(() => recordingOf(bob)?.state === 'on', 'it is on');
    const talk = talkIdOf(lea);
    await granted(lea, 'endTalk', {});
    await until(() => statusOf(talk) !== 'recording', 'it is over');
    const shownTo = async (one: Inside) => (await granted(one, 'pastTalks', {})).list.find((past) => past.talk === talk);
    expect((await shownTo(lea))?.withdrawUntilMs).toBeGreaterThan(Date.now() + 6 * 86_400_000);
    expect(await shownTo(bob)).toMatchObject({ recording: { state: expect.any(String) } });
    expect((await shownTo(bob))?.withdrawUntilMs).toBeUndefined();
    expect(await refusalOf(bob, 'withdrawRecording', { talk })).toBe('notThere');
    await granted(lea, 'withdrawRecording', { talk });
    expect((await shownTo(lea))?.withdrawUntilMs).toBeUndefined();
  });
});
