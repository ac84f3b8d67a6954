// Calls on the media server, with participants that encrypt and send for real.
import { timestampDiff } from '@comptoir/server/media/packets/rtp';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventually, type SyntheticParticipant } from '../support/media/Synthetic.ts';
import type { LineCount } from '../support/media/syntheticMessages.ts';
import { ALL, useMedia } from '../support/media/useMedia.ts';

const stage = useMedia();
beforeEach(() => stage.open());

const voice = { as: 'microphone', mark: 'a', packetsPerS: 50, bytes: 80 } as const;
const picture = { as: 'camera', mark: 'a', packetsPerS: 60, bytes: 900 } as const;
const hearsOnly = { publish: [], receive: 'all' } as const;

const arrives = (at: SyntheticParticipant, mark: string, atLeast = 25): Promise<void> =>
  eventually(`${mark} arrives at ${at.id}`, async () => (await at.marked(mark)) >= atLeast);
/** Packets on their way have arrived when later ones of somebody else have. */
async function settle(at: SyntheticParticipant, mark: string): Promise<void> {
  await arrives(at, mark, (await at.marked(mark)) + 25);
}

describe('forwarding', () => {
  it('[K7] what one publishes arrives at the others, in the slot that they are told', async () => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', hearsOnly);
    bob.subscribe();
    ada.publish(voice);
    ada.publish({ ...picture, mark: 'A' });
    bob.want([{ personId: 'ada', as: 'camera', quality: 'low' }]);
    await arrives(bob, 'a');
    await arrives(bob, 'A');
    expect((await bob.lineOf('ada', 'microphone'))?.marks.a).toBeGreaterThan(0);
    expect((await bob.lineOf('ada', 'camera'))?.marks.A).toBeGreaterThan(0);
    expect(bob.slots.filter(({ from }) => from !== null)).toHaveLength(2);
  });

  it('[K7] nobody hears themselves', async () => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', ALL);
    for (const person of [ada, bob]) person.subscribe();
    ada.publish(voice);
    bob.publish({ ...voice, mark: 'b' });
    await arrives(ada, 'b');
    await arrives(bob, 'a');
    expect(await ada.marked('a')).toBe(0);
    expect(await bob.marked('b')).toBe(0);
  });

  it('[K7] sequence numbers go on through the wrap and through switches', async () => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', ALL);
    const eve = stage.join('eve', hearsOnly);
    eve.subscribe();
    ada.publish({ ...picture, mark: 'A', sequence: 65_500 });
    bob.publish({ ...picture, mark: 'B', sequence: 30_000 });
    for (const [person, mark] of [
      ['ada', 'A'],
      ['bob', 'B'],
      ['ada', 'A'],
    ] as const) {
      eve.want([{ personId: person, as: 'camera', quality: 'low' }]);
      await arrives(eve, mark, (await eve.marked(mark)) + 40);
    }
    const line = await eve.lineOf('ada', 'camera');
    expect(line).toMatchObject({ jumps: 0, lost: 0 });
  });

  it('[K7] what gets lost on the way is sent again', async () => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', hearsOnly);
    const network = await stage.badNetworkOf(bob, { lossShare: 0.05 });
    bob.subscribe();
    ada.publish({ ...picture, mark: 'A' });
    bob.want([{ personId: 'ada', as: 'camera', quality: 'low' }]);
    await arrives(bob, 'A', 300);
    expect(network.dropped).toBeGreaterThan(5);
    network.badness = {};
    await eventually('nothing is missing', async () => (await bob.lineOf('ada', 'camera'))?.lost === 0);
  });

  it('[K7] sound and picture of one person keep their common clock, within 80 ms, after a change of layer too', async () => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', hearsOnly);
    bob.subscribe();
    bob.want([{ personId: 'ada', as: 'camera', quality: 'low' }]);
    ada.publish(voice);
    ada.publish({ ...picture, mark: 'A', layers: ['l', 'm'] });
    const lines = async () => [await bob.lineOf('ada', 'microphone'), await bob.lineOf('ada', 'camera')] as const;
    /** How late a line is said to be taken, by its sender reports. */
    const lateness = (line: LineCount | undefined, perMs: number): number => {
      if (!line?.report || !line.taken) return Number.NaN;
      return line.report.ntpMs + timestampDiff(line.taken.timestamp, line.report.timestamp) / perMs - line.taken.atMs;
    };
    const apart = async (): Promise<number> => {
      const [sound, picture] = await lines();
      return Math.abs(lateness(sound, 48) - lateness(picture, 90));
    };
    await eventually('both are reported', async () => (await apart()) >= 0);
    expect(await apart()).toBeLessThan(5);
    bob.want([{ personId: 'ada', as: 'camera', quality: 'medium' }]);
    await eventually('it is the other layer', async () => (await bob.lineOf('ada', 'camera'))?.last === 'Am');
    const { report: before } = (await lines())[1] ?? {};
    await eventually('it is reported anew', async () => (await lines())[1]?.report?.timestamp !== before?.timestamp);
    expect(await apart()).toBeLessThan(80);
    // the synthetic clock is an hour late: what is passed on is the server's
    const [sound] = await lines();
    expect(Math.abs((sound?.report?.ntpMs ?? 0) - 2_208_988_800_000 - Date.now())).toBeLessThan(2500);
  });
});

describe('rights', () => {
  it('[K4] nothing of a muted person is forwarded, from the moment of the word on', async () => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', ALL);
    const eve = stage.join('eve', hearsOnly);
    eve.subscribe();
    ada.publish(voice);
    bob.publish({ ...voice, mark: 'b' });
    await arrives(eve, 'a');
    stage.grant('ada', { publish: ['camera'], receive: 'all' });
    await settle(eve, 'b');
    const before = await eve.marked('a');
    await settle(eve, 'b');
    expect(await eve.marked('a')).toBe(before);
    expect((await ada.sent('microphone'))?.packets).toBeGreaterThan(before);
    expect(eve.midOf('ada', 'microphone')).toBeUndefined();
    stage.grant('ada', ALL);
    await arrives(eve, 'a', before + 25);
  });

  it('[K4] the audience may publish what it likes: nothing of it goes on', async () => {
    const ada = stage.join('ada', ALL);
    const eve = stage.join('eve', hearsOnly);
    const bob = stage.join('bob', hearsOnly);
    bob.subscribe();
    ada.publish(voice);
    for (const as of ['microphone', 'screenAudio'] as const) eve.publish({ ...voice, as, mark: 'e' });
    eve.publish({ ...picture, mark: 'e' });
    bob.want([{ personId: 'eve', as: 'camera', quality: 'high' }]);
    await arrives(bob, 'a', 60);
    expect((await eve.sent('microphone'))?.packets).toBeGreaterThan(0);
    expect(await bob.marked('e')).toBe(0);
  });

  it('[K4] somebody who was not let in gets no answer and no packet', async () => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', hearsOnly);
    const eve = stage.join('eve');
    ada.publish(voice);
    bob.subscribe();
    eve.subscribe();
    eve.publish({ ...voice, mark: 'e' });
    await arrives(bob, 'a', 60);
    expect(eve.mids.size).toBe(0);
    expect(eve.states.filter((state) => state.endsWith(' connected'))).toEqual([]);
    expect(await bob.marked('e')).toBe(0);
    expect((await stage.media.stats()).people).toBe(2);
  });

  it('[K5] a listener hears from the moment on, and sees nothing', async () => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', hearsOnly);
    const ear = stage.join('ear', { publish: [], receive: 'nothing' });
    for (const person of [bob, ear]) person.subscribe();
    for (const person of [bob, ear]) person.want([{ personId: 'ada', as: 'camera', quality: 'low' }]);
    ada.publish(voice);
    ada.publish({ ...picture, mark: 'A' });
    await eventually('the listener is connected', () => ear.states.includes('receive connected'));
    await arrives(bob, 'A', 60);
    expect(await ear.all()).toBe(0);
    stage.grant('ear', { publish: [], receive: 'sound' });
    await arrives(ear, 'a');
    expect(await ear.marked('A')).toBe(0);
    stage.grant('ear', { publish: [], receive: 'nothing' });
    await settle(bob, 'a');
    const before = await ear.all();
    await settle(bob, 'a');
    expect(await ear.all()).toBe(before);
  });

  it('[K4] whoever leaves is cut off at once, both ways', async () => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', ALL);
    const eve = stage.join('eve', hearsOnly);
    for (const person of [bob, eve]) person.subscribe();
    ada.publish(voice);
    bob.publish({ ...voice, mark: 'b' });
    await arrives(bob, 'a');
    await arrives(eve, 'b');
    stage.media.revoke(stage.callId, 'bob');
    await settle(eve, 'a');
    const [heard, said] = [await bob.all(), await eve.marked('b')];
    await settle(eve, 'a');
    expect(await bob.all()).toBe(heard);
    expect(await eve.marked('b')).toBe(said);
    expect(eve.midOf('bob', 'microphone')).toBeUndefined();
  });

  it.each([
    ['empty', ''],
    ['a beginning', 'v=0'],
    ['without codec', 'v=0\r\nm=audio 9 X 0\r\n'],
    ['without address and keys', 'v=0\r\nm=video 9 X 96\r\na=rtpmap:96 VP8/90000\r\n'],
    ['long and binary', '\u0000'.repeat(40_000)],
  ])('[K4] an offer that is none (%s) is answered by "closed", and the call goes on', async (_what, sdp) => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', hearsOnly);
    bob.subscribe();
    ada.publish(voice);
    await arrives(bob, 'a');
    stage.media.signal(stage.callId, 'ada', { kind: 'publish', as: 'screen', sdp });
    stage.media.signal(stage.callId, 'bob', { kind: 'answer', sdp });
    await eventually('it is said', () => ada.closed.includes('screen'));
    await settle(bob, 'a');
    expect(stage.died).toEqual([]);
  });
});

describe('voices', () => {
  it('[K7] of many, those who speak are heard, and nobody loses their place while speaking', async () => {
    const eve = stage.join('eve', hearsOnly);
    eve.subscribe();
    const names = ['p', 'q', 'r', 's', 't', 'u'];
    const people = names.map((name) => stage.join(name, ALL));
    people.forEach((person, n) => {
      person.publish({ ...voice, mark: names[n] ?? '', level: 127 });
    });
    await eventually('all are connected', () => people.every(({ states }) => states.includes('microphone connected')));
    for (const person of people.slice(3)) person.speak(20);
    for (const mark of names.slice(3)) await arrives(eve, mark);
    await arrives(eve, 't', 100);
    const heard = eve.slots.filter(({ kind, from }) => kind === 'audio' && from !== null).map(({ from }) => from?.personId);
    expect(new Set(heard)).toEqual(new Set(['s', 't', 'u']));
  });
});

describe('workers', () => {
  it('[K6] a worker that is killed is started again, and what it carried is over', async () => {
    const ada = stage.join('ada', ALL);
    const bob = stage.join('bob', hearsOnly);
    bob.subscribe();
    ada.publish(voice);
    await arrives(bob, 'a');
    const [pid] = stage.media.pids();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    const dead = stage.callId;
    await eventually('the call is over', () => stage.died.includes(dead));
    expect(stage.media.pids()).not.toContain(pid);
    stage.open();
    const carol = stage.join('carol', ALL);
    const dan = stage.join('dan', hearsOnly);
    dan.subscribe();
    carol.publish({ ...voice, mark: 'c' });
    await arrives(dan, 'c');
  });
});
