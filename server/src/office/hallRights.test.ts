// What goes through of whom in a hall, and whom its green room takes.
import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { approach } from './approach.ts';
import { answerAsk, newAsks, openAsk } from './asks.ts';
import type { Conversation } from './Conversation.ts';
import { callRules, rightsOf, transportNeeded } from './calls.ts';
import { HALL_AREAS, hallOf, talkIn } from './testHall.ts';
import { type DrawnArea, HALL, TalkTest } from './testTalk.ts';

describe('what is sent and received', () => {
  const SENDS = { microphone: true, camera: true, screen: true };
  const rights = (talk: Conversation, personId: string) => rightsOf(talk, personId, SENDS, 0);

  it('[T6] nothing goes through of the audience; from a seat the voice, a picture if it was given with the floor, and never a screen', () => {
    const test = new TalkTest(HALL, HALL_AREAS);
    const hall = hallOf();
    const talk = talkIn(test, hall);
    test.enter('lea', 5, 2);
    test.enter('ada', 5, 10);
    test.wait(200);
    expect(rights(talk, 'lea')?.publish).toEqual(['microphone', 'camera', 'screen', 'screenAudio']);
    expect(rights(talk, 'ada')?.publish).toEqual([]);
    for (const [video, publish] of [
      [false, ['microphone']],
      [true, ['microphone', 'camera']],
    ] as const) {
      hall.floor.set('ada', { video });
      test.wait(200);
      expect(rights(talk, 'ada')?.publish).toEqual(publish);
    }
    hall.floor.delete('ada');
    test.wait(200);
    expect(rights(talk, 'ada')?.publish).toEqual([]);
    expect(rights(talk, 'out')).toBeUndefined();
  });

  it('[T3] of whom somebody is apart from nothing reaches them, and the others hear both', () => {
    const test = new TalkTest(HALL, HALL_AREAS);
    const talk = talkIn(test);
    test.enter('lea', 5, 2);
    test.enter('ada', 5, 10);
    test.wait(200);
    const areApart = (one: string, other: string): boolean => [one, other].includes('lea') && [one, other].includes('ada');
    expect(rightsOf(talk, 'ada', SENDS, 0, areApart)?.except).toEqual(['lea']);
    expect(transportNeeded(talk, new Set(), callRules, areApart)).toBe('sfu');
  });
});

describe('the green room', () => {
  const GREEN: DrawnArea = { name: 'green', from: [22, 1], to: [28, 6], conversation: 'meeting', backstage: 'hall' };
  const withGreen = [...HALL_AREAS, GREEN];

  it('[T14] takes whoever leads or has spoken, and others by a yes of somebody inside, who are told why not', () => {
    const test = new TalkTest(HALL, withGreen);
    for (const [name, x, y] of [
      ['lea', 5, 2],
      ['sam', 7, 2],
      ['ada', 5, 10],
    ] as const)
      test.enter(name, x, y);
    const talk = talkIn(test);
    test.wait(200);
    for (const [name, y] of [
      ['lea', 3],
      ['sam', 4],
      ['ada', 5],
    ] as const)
      test.walk(name, 24, y);
    test.wait(tuning.dwellMs + 300);
    expect(test.circle('lea')).toEqual(['lea', 'sam']);
    expect(test.circle('ada')).toEqual([]);
    const room = test.talker('lea').conversation;
    expect(test.besides.at(-1)).toMatchObject({ who: 'ada', beside: { reason: 'backstage', number: room?.number } });
    expect(approach(test.floor, test.talker('ada'), test.talker('lea'), test.tick)).toEqual({ refused: 'closed' });
    const asks = newAsks(() => 'ask');
    const asked = openAsk(test.floor, asks, test.talker('ada'), 'knock', 'lea', test.tick);
    if ('refused' in asked) throw new Error(asked.refused);
    answerAsk(test.floor, asks, asked.ask, test.talker('lea'), 'yes', test.tick);
    test.wait(200);
    expect(test.circle('ada')).toEqual(['ada', 'lea', 'sam']);
    expect(talk.members.size).toBe(0);
  });

  it('[T14] is a meeting room like any other while no talk is on', () => {
    const test = new TalkTest(HALL, withGreen);
    test.enter('ada', 24, 3);
    test.wait(300);
    expect(test.circle('ada')).toEqual(['ada']);
  });
});
