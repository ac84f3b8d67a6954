import { describe, expect, it } from 'vitest';
import { answer, isAsked, mayRecord, maySpeakRecorded, mineOf, newConsent, recordingView } from './recording.ts';

const seen = (speakers: string[], waiting: string[] = []) => ({ speakers, waiting, isOn: false, recordedMs: 0, keptDays: 90 });

describe('consent to a recording', () => {
  it('[T100] begins when the last one who speaks has agreed, and not with an empty stage', () => {
    const consent = newConsent('lea');
    expect(mayRecord(consent, ['lea', 'ada'])).toBe(false);
    expect(recordingView(consent, seen(['lea', 'ada']))).toMatchObject({ state: 'asking', agreed: 1, waiting: 1, refused: 0 });
    answer(consent, 'ada', false);
    expect(mayRecord(consent, ['lea', 'ada'])).toBe(false);
    expect(recordingView(consent, seen(['lea', 'ada']))).toMatchObject({ agreed: 1, waiting: 0, refused: 1 });
    // she goes down, and nobody is named
    expect(mayRecord(consent, ['lea'])).toBe(true);
    expect(JSON.stringify(recordingView(consent, seen(['lea'])))).not.toContain('ada');
    expect(mayRecord(consent, [])).toBe(false);
  });

  it('[T101] once it has begun nobody speaks who has not agreed', () => {
    const consent = newConsent('lea');
    expect(maySpeakRecorded(undefined, 'ada')).toBe(true);
    expect(maySpeakRecorded(consent, 'ada')).toBe(true);
    consent.hasBegun = true;
    expect(maySpeakRecorded(consent, 'ada')).toBe(false);
    expect(isAsked(consent, 'ada', true)).toBe(true);
    expect(isAsked(consent, 'ada', false)).toBe(false);
    answer(consent, 'ada', true);
    expect(maySpeakRecorded(consent, 'ada')).toBe(true);
    answer(consent, 'ada', false);
    expect(maySpeakRecorded(consent, 'ada')).toBe(false);
    expect(mineOf(consent, 'ada', true)).toBe('refused');
  });

  it('[T102] the floor waits for a yes, and comes with it', () => {
    const consent = newConsent('lea');
    consent.hasBegun = true;
    consent.held.set('ada', { video: true, by: 'lea' });
    expect(mineOf(consent, 'ada', false)).toBe('asked');
    expect(answer(consent, 'ada', true)).toEqual({ video: true, by: 'lea' });
    consent.held.set('bob', { video: false, by: 'lea' });
    expect(answer(consent, 'bob', false)).toBeUndefined();
    expect(consent.held.size).toBe(0);
  });

  it('[T100] in any order of coming, agreeing and going, nobody unasked is ever recorded', () => {
    const people = ['lea', 'ada', 'bob', 'eve'];
    for (let seed = 1; seed <= 300; seed++) {
      let state = seed;
      const below = (most: number): number => {
        state = (state * 48_271) % 2_147_483_647;
        return state % most;
      };
      const consent = newConsent('lea');
      const up = new Set(['lea']);
      const said = new Map<string, boolean>([['lea', true]]);
      for (let step = 0; step < 60; step++) {
        const who = people[below(people.length)] ?? 'lea';
        const deed = below(4);
        if (deed === 0) up.add(who);
        else if (deed === 1) up.delete(who);
        else {
          answer(consent, who, deed === 2);
          said.set(who, deed === 2);
        }
        const speakers = [...up].filter((personId) => maySpeakRecorded(consent, personId));
        if (!consent.hasBegun && mayRecord(consent, speakers)) consent.hasBegun = true;
        if (!consent.hasBegun) continue;
        for (const personId of [...up].filter((one) => maySpeakRecorded(consent, one))) expect(said.get(personId)).toBe(true);
      }
    }
  });
});
