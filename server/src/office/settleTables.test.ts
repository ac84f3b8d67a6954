import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { approach } from './approach.ts';
import { setState } from './doors.ts';
import { ringOf } from './talkViews.ts';
import { sayGoodbye } from './tendTalkers.ts';
import { pair, TalkTest } from './testTalk.ts';

const CANTEEN = [
  '####################',
  '#..................#',
  '#..1......1..2..2..#',
  '#..#......#..#..#..#',
  '#..1......1.....2..#',
  '#..................#',
  '#.........d........#',
  '#..................#',
  '#..................#',
  '#..................#',
  '####################',
];

describe('tables', () => {
  it('[B1] everybody seated at one table is one conversation, whatever the distance', () => {
    const test = new TalkTest(CANTEEN);
    test.enter('ada', 3, 1);
    test.enter('bob', 10, 5);
    test.sit('ada', 3, 2);
    test.sit('bob', 10, 4);
    const tookMs = test.waitUntil(() => test.circle('ada').length === 2);
    expect(tookMs).toBeGreaterThanOrEqual(tuning.dwellMs - 100);
    expect(test.talker('ada').conversation?.place).toEqual({ kind: 'table', table: 'table-1' });
    test.wait(5000);
    expect(test.circle('bob')).toEqual(['ada', 'bob']);
  });

  it('[B1] standing within 64 px of the table joins, and stays up to 112 px', () => {
    const test = new TalkTest(CANTEEN);
    test.enter('ada', 3, 1);
    test.sit('ada', 3, 2);
    test.enter('bob', 12, 5);
    // the table's tiles reach to x = 11 * 32, y = 5 * 32
    test.put('bob', 11 * 32 + 70, 130);
    test.wait(3000);
    expect(test.circle('ada')).toEqual([]);
    test.put('bob', 11 * 32 + 30, 150);
    test.waitUntil(() => test.circle('ada').length === 2);
    test.put('bob', 11 * 32 + 100, 150);
    test.wait(3000);
    expect(test.circle('ada')).toEqual(['ada', 'bob']);
    test.put('bob', 11 * 32 + 120, 150);
    test.wait(1000);
    expect(test.circle('ada')).toEqual([]);
  });

  it('[B1] two tables are two conversations, and the one who changes tables moves over', () => {
    const test = new TalkTest(CANTEEN);
    for (const id of ['ada', 'bob', 'cyril', 'dora']) test.enter(id, 1, 1);
    test.wait(100);
    test.sit('ada', 3, 2);
    test.sit('bob', 10, 2);
    test.sit('cyril', 13, 2);
    test.sit('dora', 16, 2);
    test.wait(1500);
    expect(test.circle('ada')).toEqual(['ada', 'bob']);
    expect(test.circle('cyril')).toEqual(['cyril', 'dora']);
    test.sit('bob', 16, 4);
    test.wait(2000);
    expect(test.circle('bob')).toEqual(['bob', 'cyril', 'dora']);
    expect(test.circle('ada')).toEqual([]);
  });

  it('[B1] a conversation that sits down takes the table along, and one that gets up goes on', () => {
    const test = new TalkTest(CANTEEN);
    test.enter('ada', 2, 5);
    test.enter('bob', 3, 5);
    test.waitUntil(() => test.circle('ada').length === 2);
    const id = test.idOf('ada');
    test.sit('ada', 3, 4);
    test.wait(1000);
    expect(test.idOf('bob')).toBe(id);
    expect(test.talker('ada').conversation?.place).toEqual({ kind: 'table', table: 'table-1' });
    test.standUp('ada');
    test.wait(1000);
    test.setOut('ada', 5, 9);
    test.setOut('bob', 6, 9);
    test.wait(2000);
    expect(test.idOf('bob')).toBe(id);
    expect(test.talker('ada').conversation?.place).toEqual({ kind: 'near' });
  });

  it('[B1] whoever sits down at a table with a closed door is told', () => {
    const test = new TalkTest(CANTEEN);
    for (const id of ['ada', 'bob', 'cyril']) test.enter(id, 1, 9);
    test.sit('ada', 3, 2);
    test.sit('bob', 10, 2);
    test.wait(1500);
    setState(test.floor, test.talker('ada'), 'closed');
    test.sit('cyril', 3, 4);
    test.wait(1500);
    expect(test.circle('cyril')).toEqual([]);
    expect(test.besides).toEqual([{ who: 'cyril', beside: expect.objectContaining({ reason: 'closed' }) }]);
    setState(test.floor, test.talker('ada'), 'amongUs');
    test.wait(1500);
    expect(test.circle('cyril')).toEqual(['ada', 'bob', 'cyril']);
  });

  it('[B2] a desk stays silent, and whoever stands beside it is told to ask', () => {
    const test = new TalkTest(CANTEEN);
    test.enter('ada', 9, 6);
    test.sit('ada', 10, 6);
    const bob = test.enter('bob', 9, 6);
    test.wait(3000);
    expect(test.circle('ada')).toEqual([]);
    expect(test.besides).toEqual([{ who: 'bob', beside: expect.objectContaining({ reason: 'focused', person: 'ada' }) }]);
    expect(approach(test.floor, bob, test.talker('ada'), test.tick)).toEqual({ refused: 'askFirst' });
  });
});

const ROOMS = ['####################', '#........#.........#', '#..................#', '#........#.........#', '####################'];
const room = () => new TalkTest(ROOMS, [{ name: 'meeting-1', from: [10, 1], to: [18, 3], conversation: 'meeting' }]);

describe('rooms', () => {
  it('[A4] everybody inside is one conversation, whatever the distance, and outside none of them', () => {
    const test = room();
    test.enter('ada', 18, 1);
    test.enter('bob', 11, 3);
    test.enter('cyril', 8, 2);
    test.wait(1500);
    expect(test.circle('ada')).toEqual(['ada', 'bob']);
    expect(test.talker('ada').conversation?.place).toEqual({ kind: 'area', area: 'meeting-1' });
    expect(ringOf(test.floor.talks, test.talker('ada'))).toMatchObject({ room: true, role: 'member' });
    expect(test.circle('cyril')).toEqual([]);
    test.walk('cyril', 12, 2);
    test.wait(200);
    expect(test.circle('cyril')).toEqual(['ada', 'bob', 'cyril']);
    test.walk('cyril', 8, 2);
    test.wait(200);
    expect(test.circle('cyril')).toEqual([]);
    expect(test.circle('ada')).toEqual(['ada', 'bob']);
  });

  it('[A4] it beats a bubble, runs through nobody, and waits for a first movement', () => {
    const test = room();
    test.enter('ada', 18, 1);
    test.enter('bob', 7, 2);
    test.enter('cyril', 6, 2);
    test.wait(1500);
    expect(test.circle('bob')).toEqual(['bob', 'cyril']);
    test.walk('bob', 12, 2);
    test.wait(200);
    expect(test.circle('bob')).toEqual(['ada', 'bob']);
    test.enter('dora', 8, 2);
    test.walk('dora', 13, 2, 'run');
    expect(test.circle('dora')).toEqual([]);
    test.wait(200);
    expect(test.circle('dora')).toEqual(['ada', 'bob', 'dora']);
    test.enter('emil', 14, 1).hasMoved = false;
    test.wait(2000);
    expect(test.circle('emil')).toEqual([]);
  });

  it('[A4] a closed door keeps out whoever walks in, and is open again when all have left', () => {
    const test = room();
    test.enter('ada', 18, 1);
    test.wait(200);
    setState(test.floor, test.talker('ada'), 'closed');
    test.enter('bob', 8, 2);
    test.walk('bob', 12, 2);
    test.wait(2000);
    expect(test.circle('bob')).toEqual([]);
    expect(test.besides).toEqual([{ who: 'bob', beside: expect.objectContaining({ reason: 'closed' }) }]);
    expect(approach(test.floor, test.talker('bob'), test.talker('ada'), test.tick)).toEqual({ refused: 'closed' });
    // two outsiders inside the walls do not talk either
    test.enter('cyril', 13, 2);
    test.wait(2000);
    expect(approach(test.floor, test.talker('bob'), test.talker('cyril'), test.tick)).toEqual({ refused: 'closed' });
    test.walk('ada', 8, 2);
    test.wait(200);
    expect(test.circle('bob')).toEqual(['bob', 'cyril']);
    expect(test.talker('bob').conversation?.state).toBe('amongUs');
  });

  it('[B5] goodbye in a room lasts until one has been outside', () => {
    const test = room();
    test.enter('ada', 18, 1);
    test.enter('bob', 12, 2);
    test.wait(200);
    sayGoodbye(test.floor.talks, test.talker('bob'), test.tick);
    test.wait(2000);
    expect(test.circle('bob')).toEqual([]);
    test.walk('bob', 8, 2);
    test.wait(200);
    test.walk('bob', 12, 2);
    test.wait(200);
    expect(test.circle('bob')).toEqual(['ada', 'bob']);
  });
});

describe('lost connections', () => {
  it('[B14] out after 3 s, and back without a dwell through a door that was closed meanwhile', () => {
    const test = pair();
    test.enter('cyril', 10, 11);
    test.wait(1500);
    const id = test.idOf('ada');
    test.talker('cyril').occupant.lostTick = test.tick;
    test.wait(tuning.fadeAfterMs - 200);
    expect(test.circle('ada')).toHaveLength(3);
    test.wait(400);
    expect(test.circle('ada')).toEqual(['ada', 'bob']);
    delete test.talker('cyril').occupant.lostTick;
    test.wait(100);
    expect(test.circle('ada')).toEqual(['ada', 'bob', 'cyril']);
    expect(test.idOf('cyril')).toBe(id);
  });

  it('[B14] two who both came back talk at once', () => {
    const test = pair();
    test.talker('bob').occupant.lostTick = test.tick;
    test.wait(10_000);
    expect(test.circle('ada')).toEqual([]);
    delete test.talker('bob').occupant.lostTick;
    test.wait(100);
    expect(test.circle('ada')).toEqual(['ada', 'bob']);
  });
});
