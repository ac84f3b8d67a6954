// Recording a meeting room: who is asked, what is taped when, and what is told of it to whom.
import type { RecordingView } from '@comptoir/shared/protocol/recording';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TalkRecord } from '../auditorium/TalkRecord.ts';
import type { TapeOrder, TapeProblem } from '../media/tapeFormat.ts';
import type { Conversation } from '../office/Conversation.ts';
import { callRules, transportNeeded } from '../office/calls.ts';
import { OfficeMeetingRecordings } from './OfficeMeetingRecordings.ts';

const NAMES: Record<string, string> = { ada: 'Ada', bob: 'Bob', eve: 'Eve', noor: 'Noor' };

let room: Conversation;
let meetings: OfficeMeetingRecordings;
/** What the media server tapes now. */
let tape: TapeOrder | undefined;
let stopTape: (problem: TapeProblem) => void;
let takesTapes: boolean;
let views: Map<string, RecordingView | null>;
let told: { people: readonly string[]; type: string; message: unknown }[];
let kept: TalkRecord | undefined;
let nowMs: number;

const newRoom = (kind: Conversation['kind'] = 'meeting'): Conversation => ({
  ...{ id: 'room', number: 1, kind, state: 'amongUs', place: { kind: 'area', area: 'attic' }, area: 0, bornTick: 0 },
  ...{ members: new Map(), listeners: new Map(), admitted: new Map() },
});

beforeEach(() => {
  room = newRoom();
  tape = undefined;
  takesTapes = true;
  views = new Map();
  told = [];
  kept = undefined;
  nowMs = 1000;
  let ids = 0;
  meetings = new OfficeMeetingRecordings({
    conversationOf: (personId) => (room.members.has(personId) ? room : undefined),
    nameOf: (personId) => NAMES[personId] ?? '',
    titleOf: (area, language) => `${area} (${language})`,
    recordings: {
      begin: (id, beganMs) => (takesTapes ? { dir: `/tapes/${id}`, beganMs } : undefined),
      ...{ consent: () => undefined, note: () => undefined, stopped: () => undefined, end: async () => undefined },
    },
    record(_conversation, order, onStopped = () => undefined) {
      tape = order;
      stopTape = onStopped;
    },
    changed: (conversation) => meetings.membersChanged(conversation),
    tell(people, type, message) {
      told.push({ people, type, message });
      if (type === 'recording') for (const one of people) views.set(one, message as RecordingView | null);
    },
    keep: (record) => {
      kept = record;
    },
    newId: () => `recording-${++ids}`,
    nowMs: () => nowMs,
    keptDays: () => 90,
  });
});

const come = (...people: string[]): void => {
  for (const personId of people) room.members.set(personId, { personId, role: 'member', sinceTick: 0 });
  meetings.membersChanged(room);
};
const go = (personId: string): void => {
  room.members.delete(personId);
  meetings.membersChanged(room);
};
const ask = (personId: string, on = true) => meetings.record(personId, { on });
const say = (personId: string, yes: boolean) => meetings.agree(personId, { yes });

describe('recording a meeting room', () => {
  it('[T140] anybody in it asks, anybody ends it, and nobody else; in a bubble nothing is recorded', () => {
    come('ada', 'bob');
    expect(ask('eve')).toEqual({ refused: 'notRecordedHere' });
    expect(say('bob', true)).toEqual({ refused: 'notAsked' });
    expect(ask('ada')).toEqual({ ok: true });
    say('bob', true);
    expect(tape?.people).toEqual(['ada', 'bob']);
    expect(room.recorded).toBe(true);
    expect(ask('bob', false)).toEqual({ ok: true });
    expect([tape, room.recorded]).toEqual([undefined, undefined]);
    expect([views.get('ada'), views.get('bob')]).toEqual([null, null]);
    room = newRoom('bubble');
    come('ada', 'bob');
    expect(ask('ada')).toEqual({ refused: 'notRecordedHere' });
  });

  it('[T141] begins when the last one in it has agreed; a no is told as no answer, to whoever asked as well', () => {
    come('ada', 'bob', 'eve');
    ask('ada');
    expect(views.get('bob')).toMatchObject({ of: 'meeting', state: 'asking', by: 'ada', mine: 'asked', agreed: 1, waiting: 2 });
    const before = views.get('ada');
    say('eve', false);
    expect(views.get('eve')?.mine).toBe('refused');
    expect(views.get('ada')).toBe(before);
    say('bob', true);
    expect(views.get('ada')).toMatchObject({ state: 'asking', agreed: 2, waiting: 1, refused: 0 });
    expect(tape).toBeUndefined();
    say('eve', true);
    expect(views.get('eve')).toMatchObject({ state: 'on', agreed: 3, waiting: 0 });
    expect(tape?.people).toEqual(['ada', 'bob', 'eve']);
  });

  it('[T141] whoever asked and leaves before it began takes the question along; and nothing is left of it', () => {
    come('ada', 'bob');
    ask('ada');
    go('ada');
    expect(views.get('bob')).toBeNull();
    expect([tape, kept]).toEqual([undefined, undefined]);
    expect(told.some(({ type }) => type === 'meetingRecorded')).toBe(false);
  });

  it('[T142] it rests from the moment somebody comes in until they agree or are gone, and need not be agreed to twice', () => {
    come('ada');
    ask('ada');
    come('bob');
    expect(tape).toBeUndefined();
    expect(views.get('ada')).toMatchObject({ state: 'paused' });
    expect(views.get('bob')).toMatchObject({ mine: 'asked' });
    say('bob', false);
    expect(tape).toBeUndefined();
    go('bob');
    expect(views.get('bob')).toBeNull();
    expect(tape?.people).toEqual(['ada']);
    come('eve');
    say('eve', true);
    const taping = tape;
    expect(taping?.people).toEqual(['ada', 'eve']);
    go('eve');
    come('eve');
    // one tape, and no hole in it
    expect(tape).toBe(taping);
    expect(views.get('eve')).toMatchObject({ state: 'on', mine: 'agreed' });
    say('ada', false);
    expect(tape).toBeUndefined();
  });

  it('[T144] its call is on the media server as long as it lasts, of somebody alone as well, and while it rests', () => {
    const transport = () => transportNeeded(room, new Set(), callRules);
    come('ada', 'bob');
    expect(transport()).toBe('mesh');
    ask('ada');
    expect(transport()).toBe('mesh');
    say('bob', true);
    expect(transport()).toBe('sfu');
    go('bob');
    expect(transport()).toBe('sfu');
    come('eve');
    expect([tape, transport()]).toEqual([undefined, 'sfu']);
    ask('eve', false);
    expect(transport()).toBe('mesh');
  });

  it('[T145] what stays names who is in it, where and who asked; another recording in the same room is another one', () => {
    come('ada', 'bob');
    ask('ada');
    say('bob', true);
    nowMs = 61_000;
    go('bob');
    go('ada');
    expect(kept).toMatchObject({
      ...{ id: 'recording-1', meeting: { area: 'attic' }, leaders: { ada: 'Ada' }, speakers: { ada: 'Ada', bob: 'Bob' } },
      ...{ startedMs: 1000, endedMs: 61_000, settings: { title: 'attic (en)', language: 'en' }, podcast: false },
    });
    expect(told.at(-1)).toEqual({ people: ['ada', 'bob'], type: 'meetingRecorded', message: { talk: 'recording-1' } });
    come('ada', 'eve');
    meetings.record('ada', { on: true, language: 'fr' });
    say('eve', true);
    expect(kept).toMatchObject({
      id: 'recording-2',
      speakers: { ada: 'Ada', eve: 'Eve' },
      endedMs: null,
      settings: { title: 'attic (fr)' },
    });
  });

  it('[T147] when it stops by itself everybody in the room is told why, and what there is stays', () => {
    come('ada', 'bob');
    ask('ada');
    say('bob', true);
    stopTape('noRoom');
    expect(told.find(({ type }) => type === 'recordingProblem')).toMatchObject({
      people: ['ada', 'bob'],
      message: { problem: 'diskFull' },
    });
    expect(kept?.endedMs).toBe(nowMs);
    takesTapes = false;
    ask('bob');
    say('ada', true);
    expect(told.at(-1)).toMatchObject({ type: 'recordingProblem', message: { problem: 'failed' } });
    expect([views.get('ada'), room.recorded]).toEqual([null, undefined]);
  });

  it('[T142] in any order of asking, coming, agreeing, refusing and going, nobody unasked is ever taped, and nothing while one of them is there', () => {
    const people = Object.keys(NAMES);
    let taped = 0;
    for (let seed = 1; seed <= 300; seed++) {
      let state = seed;
      const below = (most: number): number => {
        state = (state * 48_271) % 2_147_483_647;
        return state % most;
      };
      room = { ...newRoom(), id: `room-${seed}` };
      tape = undefined;
      /** As the people themselves would tell it: who said yes, and did not take it back, since this recording was asked for. */
      let yes = new Set<string>();
      for (let step = 0; step < 80; step++) {
        const who = people[below(people.length)] ?? 'ada';
        const deed = below(8);
        const wasAsked = views.get(who) ?? null;
        if (deed < 2) come(who);
        else if (deed === 2) go(who);
        else if (deed < 6 && room.members.has(who)) {
          if ('ok' in say(who, deed !== 5)) yes[deed === 5 ? 'delete' : 'add'](who);
        } else if (deed === 6 && room.members.has(who) && wasAsked === null) {
          yes = new Set([who]);
          ask(who);
        } else if (deed === 7 && below(5) === 0) ask(who, false);
        if (!tape) continue;
        taped++;
        for (const personId of room.members.keys()) expect(yes, `${personId}, seed ${seed}, step ${step}`).toContain(personId);
        const { people: order = [] } = tape;
        for (const personId of room.members.keys()) expect(order).toContain(personId);
        // whoever is in the order and not in the room sends nothing; they have agreed as well
        for (const personId of order) expect(yes).toContain(personId);
      }
      for (const personId of people) go(personId);
      expect(tape).toBeUndefined();
    }
    expect(taped).toBeGreaterThan(1000);
  });
});
