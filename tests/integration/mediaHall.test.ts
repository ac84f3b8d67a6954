// Talks on the media server: what an audience is shown, over two workers, with listeners that decrypt and count every packet.
import { setTimeout as sleep } from 'node:timers/promises';
import type { MediaRights } from '@comptoir/server/media/MediaRouter';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventually, type SyntheticParticipant } from '../support/media/Synthetic.ts';
import { ALL, useMedia } from '../support/media/useMedia.ts';

/** Three people fill a worker: more listeners are carried by the other. */
const stage = useMedia({ workers: 2, isHall: true, listenersPerWorker: 3 });
beforeEach(() => stage.open());

const voice = { as: 'microphone', mark: 'a', packetsPerS: 50, bytes: 80 } as const;
const picture = { as: 'camera', mark: 'A', packetsPerS: 60, bytes: 900 } as const;
const layered = { ...picture, layers: ['l', 'm', 'h'] } as const;
const SEATED = { publish: [], receive: 'stage' } as const;
const SILENCE = 127;
const SPEECH = 20;

function join(name: string, rights: MediaRights = ALL): SyntheticParticipant {
  const person = stage.join(name, rights);
  person.comesBack = true;
  return person;
}

const arrives = (at: SyntheticParticipant, mark: string, atLeast = 25): Promise<void> =>
  eventually(`${mark} arrives at ${at.id}`, async () => (await at.marked(mark)) >= atLeast);

function seat(...names: string[]): SyntheticParticipant[] {
  return names.map((name) => {
    const listener = join(name, SEATED);
    listener.subscribe();
    return listener;
  });
}
/** With one who speaks they fill the first worker before anybody sits down. */
const fillHome = (): SyntheticParticipant[] => ['x', 'y'].map((name) => join(name));
const seen = ({ slots }: SyntheticParticipant): string[] =>
  slots.flatMap(({ kind, from }) => (kind === 'video' && from ? [`${from.personId} ${from.as}`] : [])).sort();

describe('the audience of a talk', () => {
  it('[K48] over two workers everybody gets the voice and the picture, nothing lost, each in the layer that they show', async () => {
    const ada = join('ada');
    const listeners = seat('b', 'c', 'd', 'e');
    const [near, , far] = listeners as [SyntheticParticipant, SyntheticParticipant, SyntheticParticipant];
    ada.publish(voice);
    ada.publish(layered);
    for (const listener of listeners) {
      await arrives(listener, 'a', 50);
      await arrives(listener, 'Am', 50);
    }
    expect(stage.media.loads().map(({ seated }) => seated)).toEqual([3, 2]);
    const lastAt = async (at: SyntheticParticipant) => (await at.lineOf('ada', 'camera'))?.last;
    for (const [listener, active, mark] of [
      [far, 'high', 'Ah'],
      [near, 'low', 'Al'],
      [far, 'low', 'Al'],
    ] as const) {
      listener.wantStage({ active, second: 'low', screen: 'high' });
      await eventually(`${listener.id} gets ${mark}`, async () => (await lastAt(listener)) === mark);
    }
    for (const listener of listeners) {
      expect(await listener.lineOf('ada', 'camera')).toMatchObject({ jumps: 0, lost: 0 });
      expect(await listener.lineOf('ada', 'microphone')).toMatchObject({ jumps: 0, lost: 0 });
    }
    // lips and voice: both are reported by the server's clock
    const [sound, lips] = [await far.lineOf('ada', 'microphone'), await far.lineOf('ada', 'camera')];
    expect(Math.abs((sound?.report?.ntpMs ?? 0) - (lips?.report?.ntpMs ?? Number.NaN))).toBeLessThan(2500);
    far.wantStage({ active: 'none', second: 'none', screen: 'none' });
    await eventually('nothing is shown', () => seen(far).length === 0);
    await sleep(200);
    const before = await far.marked('Al');
    await arrives(far, 'a', (await far.marked('a')) + 25);
    expect(await far.marked('Al')).toBe(before);
  });

  it('[K46] sees who speaks and who did before, and a screen instead as soon as there is one; a cough changes nothing', async () => {
    const speakers = ['ada', 'bob', 'cem'].map((name) => join(name)) as [SyntheticParticipant, SyntheticParticipant, SyntheticParticipant];
    const [ada, bob, cem] = speakers;
    const [far] = seat('f', 'g') as [SyntheticParticipant];
    for (const [n, speaker] of speakers.entries()) {
      speaker.publish({ ...voice, mark: 'abc'[n] ?? '', level: SILENCE });
      speaker.publish({ ...picture, mark: 'ABC'[n] ?? '' });
    }
    for (const mark of 'abc') await arrives(far, mark);
    ada.speak(SPEECH);
    await eventually('ada is heard, and shown', () => (stage.spoken.get('ada') ?? 0) > 300 && far.stage?.active === 'ada');
    ada.speak(SILENCE);
    cem.speak(SPEECH);
    await sleep(400);
    cem.speak(SILENCE);
    await sleep(1000);
    expect(far.stage?.active).toBe('ada');
    cem.speak(SPEECH);
    await eventually('cem is shown, and ada who spoke before', () => far.stage?.active === 'cem' && far.stage.presenter === 'ada');
    expect(seen(far)).toEqual(['ada camera', 'cem camera']);
    await arrives(far, 'C');
    stage.media.present(stage.callId, 'bob');
    await eventually('who shows slides is shown', () => seen(far).join() === 'bob camera,cem camera');
    ada.publish({ ...picture, as: 'screen', mark: 'S' });
    await arrives(far, 'S');
    expect(seen(far)).toEqual(['ada screen', 'cem camera']);
    expect(far.stage).toEqual({ active: 'cem', presenter: 'ada' });
    expect((stage.spoken.get('cem') ?? 0) / ((stage.spoken.get('ada') ?? 0) + 1)).toBeGreaterThan(1);
    expect(stage.spoken.has('bob')).toBe(false);
    await eventually('the links are good', () => [...stage.links.values()].join() === 'good,good,good');
    bob.end();
    await eventually('that of bob is lost', () => stage.links.get('bob') === 'lost');
  });

  it('[K4] may publish what it likes, at whichever worker: nothing of it goes on to anybody', async () => {
    fillHome();
    const ada = join('ada');
    const [far, forged] = seat('f', 'g') as [SyntheticParticipant, SyntheticParticipant];
    ada.subscribe();
    ada.publish(voice);
    forged.publish({ ...voice, mark: 'e' });
    forged.publish({ ...picture, mark: 'E' });
    ada.want([{ personId: 'g', as: 'camera', quality: 'high' }]);
    await eventually('the forged voice is sent', async () => ((await forged.sent('microphone'))?.packets ?? 0) > 50);
    await arrives(far, 'a', 50);
    for (const body of [ada, far]) expect([await body.marked('e'), await body.marked('E')]).toEqual([0, 0]);
    expect(seen(far)).toEqual([]);
    // K49: the floor from the seat, without another connection
    stage.grant('g', { publish: ['microphone'], receive: 'stage' });
    await arrives(far, 'e');
    await arrives(ada, 'e');
    stage.grant('g', SEATED);
    await sleep(200);
    const heard = await far.marked('e');
    await arrives(far, 'a', (await far.marked('a')) + 25);
    expect(await far.marked('e')).toBe(heard);
    expect(await far.marked('E')).toBe(0);
  });

  it.each(['near', 'far'])('[K49] who steps onto the stage hears on while they get lines for everybody (%s)', async (where) => {
    if (where === 'far') fillHome();
    const ada = join('ada');
    const [eve] = seat('eve') as [SyntheticParticipant];
    ada.publish(voice);
    await arrives(eve, 'a', 50);
    const few = eve.slots.length;
    stage.grant('eve', ALL);
    await eventually('she has more lines', () => eve.slots.length > few);
    const before = await eve.marked('a');
    const beganMs = performance.now();
    await sleep(500);
    // by both connections for a moment: at least one packet every 20 ms
    expect((await eve.marked('a')) - before).toBeGreaterThan((performance.now() - beganMs) / 20 - 10);
    for (const name of 'bcdef') {
      const speaker = join(name);
      speaker.publish({ ...picture, mark: name });
    }
    eve.want([...'bcdef'].map((personId) => ({ personId, as: 'camera', quality: 'low' }) as const));
    for (const name of 'bcdef') await arrives(eve, name);
    eve.publish({ ...voice, mark: 'e' });
    ada.subscribe();
    await arrives(ada, 'e');
  });
});

describe('a worker that is killed', () => {
  it('[K48] carried listeners: they begin anew, and the others notice nothing', async () => {
    fillHome();
    const ada = join('ada');
    const bob = join('bob');
    const [far, further] = seat('f', 'g') as [SyntheticParticipant, SyntheticParticipant];
    bob.subscribe();
    ada.publish(voice);
    ada.publish(picture);
    for (const body of [far, further]) await arrives(body, 'A');
    await arrives(bob, 'a');
    const [, pid] = stage.media.pids();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await eventually('they are told', () => far.closed.length > 0 && further.closed.length > 0);
    for (const body of [far, further]) {
      await eventually(`${body.id} has lines again`, () => body.slots.some(({ from }) => from !== null));
      await eventually(`${body.id} hears`, async () => ((await body.lineOf('ada', 'microphone'))?.packets ?? 0) > 50);
      await eventually(`${body.id} sees`, async () => ((await body.lineOf('ada', 'camera'))?.packets ?? 0) > 50);
    }
    expect(stage.died).toEqual([]);
    expect(bob.closed).toEqual([]);
    expect(await bob.lineOf('ada', 'microphone')).toMatchObject({ lost: 0, jumps: 0 });
  });

  it('[K6] carried those who speak: the call is over for everybody, and begins anew', async () => {
    fillHome();
    const ada = join('ada');
    const [far] = seat('f') as [SyntheticParticipant];
    ada.publish(voice);
    await arrives(far, 'a');
    const [pid] = stage.media.pids();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    const dead = stage.callId;
    await eventually('the call is over', () => stage.died.includes(dead));
    stage.open();
    fillHome();
    const again = join('ada');
    const [ears] = seat('f') as [SyntheticParticipant];
    again.publish({ ...voice, mark: 'n' });
    await arrives(ears, 'n');
  });
});
