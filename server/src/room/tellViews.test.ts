// Hundreds in a hall: how much is told to whom when people come, and when somebody speaks.
import type { ConversationView } from '@comptoir/shared/protocol/talk';
import { beforeEach, describe, expect, it } from 'vitest';
import { hallTest } from '../auditorium/testHall.ts';
import { setBlock } from '../office/reachable.ts';
import { tellViews } from './tellViews.ts';

const MANY = 250;

describe('a full hall', () => {
  let hall: ReturnType<typeof hallTest>;
  let told: Map<string, ConversationView[]>;
  /** How many different messages those were. */
  let packed = 0;
  const count = (): number => [...told.values()].reduce((sum, views) => sum + views.length, 0);
  const tell = (): void =>
    tellViews(
      {
        talks: hall.test.floor.talks,
        tell: (people, view) => {
          packed++;
          for (const personId of people) told.set(personId, [...(told.get(personId) ?? []), view]);
        },
        told: () => undefined,
      },
      hall.conversation,
      null,
    );

  beforeEach(() => {
    hall = hallTest();
    told = new Map();
    hall.test.enter('lea', 5, 2);
    for (let n = 0; n < MANY; n++) {
      hall.test.enter(`p${n}`, 1 + (n % 20), 5 + (Math.floor(n / 20) % 14));
      hall.test.wait(120);
      tell();
    }
  });

  it('[T15] one more is nothing to the others: each was told once, of who speaks', () => {
    expect(hall.conversation.members.size).toBe(MANY + 1);
    expect(count()).toBe(MANY + 1);
    const [view] = told.get('p249') ?? [];
    expect(view).toMatchObject({ role: 'audience', audience: MANY });
    expect(view?.members.map(({ personId, role }) => [personId, role])).toEqual([['lea', 'speaker']]);
  });

  it('[T15] who speaks, opens a microphone or is gone is told to everybody', () => {
    const { test, talk } = hall;
    told.clear();
    packed = 0;
    test.talker('lea').sends = { microphone: true, camera: false, screen: false };
    tell();
    expect(count()).toBe(MANY + 1);
    // one for the stage, one for the audience
    expect(packed).toBe(2);
    talk.floor.set('p3', { video: false });
    test.wait(120);
    tell();
    expect(count()).toBe(2 * (MANY + 1));
    expect(told.get('p9')?.at(-1)?.members).toMatchObject([
      { personId: 'lea', microphone: true },
      { personId: 'p3', role: 'speaker', floor: true },
    ]);
    tell();
    expect(count()).toBe(2 * (MANY + 1));
  });

  it('[P37] whoever is apart from a speaker is told so, the others nothing', () => {
    told.clear();
    hall.test.talker('lea').sends = { microphone: true, camera: false, screen: false };
    tell();
    told.clear();
    setBlock(hall.test.floor.talks.apart, 'p7', 'lea', true, true);
    tell();
    expect([...told.keys()].toSorted((a, b) => a.localeCompare(b))).toEqual(['p7']);
    expect(told.get('p7')?.[0]?.members[0]).toMatchObject({ personId: 'lea', apart: true, microphone: false });
  });
});
