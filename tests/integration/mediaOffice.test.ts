// Calls in a whole office: who is in the conversation is on the media server, and a client that claims otherwise gets nothing.
import { readFileSync } from 'node:fs';
import { tuning } from '@comptoir/shared/tuning';
import { expect, it } from 'vitest';
import { until } from '../support/enterOffice.ts';
import { eventually, type SyntheticParticipant } from '../support/media/Synthetic.ts';
import { callOf, memberOf, useBodies } from '../support/media/useBodies.ts';
import { listenersOf, meetAt, standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

// one is enough for a mesh: two are on the media server
const office = useOffice({ MEDIA_MESH_MAX: '1', MEDIA_WORKERS: '1', TURN_URLS: 'turn:127.0.0.1:9', TURN_SECRET: 'twelve-letters' });
const VOICE = { as: 'microphone', mark: 'v', packetsPerS: 50, bytes: 80 } as const;
const NOTHING = { microphone: false, camera: false, screen: false };

const embody = useBodies();

const hears = (body: SyntheticParticipant, mark: string, atLeast = 25): Promise<void> =>
  eventually(`${mark} is heard`, async () => (await body.marked(mark)) >= atLeast);

async function dropped(): Promise<number> {
  const { values } = await office.open.room().parts.metrics.droppedSignals.get();
  return values.reduce((sum, { value }) => sum + value, 0);
}

it('[K4] members hear each other, a forged client outside gets no answer, no signal and no packet', async () => {
  const [ada, bob, eve] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Eve')];
  await meetAt(37, 30, ada, bob);
  await standAt(eve, 43, 31);
  expect(callOf(ada)).toEqual(callOf(bob));
  expect(callOf(ada)?.transport).toBe('sfu');
  const [voice, ears] = [embody(ada), embody(bob)];
  ada.signalling.publishing({ ...NOTHING, microphone: true });
  voice.publish(VOICE);
  ears.subscribe();
  await hears(ears, 'v');

  const before = await dropped();
  const forged = embody(eve, () => callOf(ada)?.epoch ?? 0);
  forged.subscribe();
  forged.publish({ ...VOICE, mark: 'e' });
  const heardByAda: string[] = [];
  ada.signalling.onMember((from) => heardByAda.push(from));
  eve.signalling.toMember(ada.id, callOf(ada)?.epoch ?? 0, 'let me in');
  await eventually('all of it is dropped', async () => (await dropped()) >= before + 3);
  await hears(ears, 'v', (await ears.marked('v')) + 50);
  expect(forged.mids.size).toBe(0);
  expect(await ears.marked('e')).toBe(0);
  expect(heardByAda).toEqual([]);
});

it('[K23] when somebody comes, nothing goes through of who is hidden until their page says anew what it sends', async () => {
  const [ada, bob, cem] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Cem')];
  await meetAt(37, 30, ada, bob);
  const [voice, ears, newcomer] = [embody(ada), embody(bob), embody(cem)];
  voice.publish(VOICE);
  ears.subscribe();
  ada.signalling.publishing({ ...NOTHING, microphone: true });
  await hears(ears, 'v');

  ada.connection.send('absorbed', { absorbed: false, hidden: true });
  await until(() => memberOf(bob, ada)?.hidden === true, 'Bob sees that Ada is hidden');
  await standAt(cem, 39, 30);
  await until(() => callOf(cem) !== undefined, 'Cem has come');
  expect(memberOf(cem, ada)?.microphone).toBe(false);
  newcomer.subscribe();
  const before = await ears.all();
  const sent = (await voice.sent('microphone'))?.packets ?? 0;
  await eventually('her page is slow to learn of it', async () => ((await voice.sent('microphone'))?.packets ?? 0) > sent + 50);
  expect(await newcomer.marked('v')).toBe(0);
  expect(await ears.all()).toBe(before);

  ada.signalling.publishing({ ...NOTHING, microphone: true });
  await hears(newcomer, 'v');
});

it('[K4] nothing of a muted person is forwarded, and nothing of somebody who went away', async () => {
  const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
  await meetAt(37, 30, ada, bob);
  const [voice, ears] = [embody(ada), embody(bob)];
  voice.publish(VOICE);
  ears.subscribe();
  ada.signalling.publishing({ ...NOTHING, microphone: true });
  await hears(ears, 'v');

  ada.signalling.publishing(NOTHING);
  await until(() => memberOf(bob, ada)?.microphone === false, 'Bob sees it');
  await eventually('it is silent', () => ears.midOf(ada.id, 'microphone') === undefined);
  const muted = await ears.all();
  const sent = (await voice.sent('microphone'))?.packets ?? 0;
  await eventually('a modified client goes on sending', async () => ((await voice.sent('microphone'))?.packets ?? 0) > sent + 50);
  expect(await ears.all()).toBe(muted);

  ada.signalling.publishing({ ...NOTHING, microphone: true });
  await hears(ears, 'v', muted + 25);
  await standAt(bob, 43, 31);
  await until(() => callOf(bob) === undefined, 'they have parted');
  const parted = await ears.all();
  const sentThen = (await voice.sent('microphone'))?.packets ?? 0;
  await eventually('the voice goes on', async () => ((await voice.sent('microphone'))?.packets ?? 0) > sentThen + 50);
  expect(await ears.all()).toBe(parted);
  const before = await dropped();
  ears.subscribe();
  await eventually('there is no way back in', async () => (await dropped()) > before);
});

it('[K5] a listener is shown before they hear, and their own voice goes nowhere', async () => {
  const [ada, bob, cyril] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Cyril')];
  await meetAt(37, 30, ada, bob);
  expect(await ada.actions.talk.setState('outLoud')).toEqual({ ok: true });
  const [voice, ears, listener] = [embody(ada), embody(bob), embody(cyril)];
  voice.publish(VOICE);
  ears.subscribe();
  ada.signalling.publishing({ ...NOTHING, microphone: true });
  await hears(ears, 'v');
  const shown = until(() => listenersOf(ada).includes(cyril.id), 'Ada sees the listener').then(() => performance.now());
  await standAt(cyril, 41, 31);
  await until(() => callOf(cyril) !== undefined, 'Cyril is a listener');
  listener.subscribe();
  listener.publish({ ...VOICE, mark: 'c' });
  cyril.signalling.publishing({ ...NOTHING, microphone: true });
  await hears(listener, 'v', 1);
  expect(performance.now() - (await shown)).toBeGreaterThan(tuning.listenNoticeMs / 2);
  await hears(listener, 'v', 50);
  expect(await ears.marked('c')).toBe(0);
});

it('[K6] a media worker that is killed means a new epoch for both, and they hear each other again', async () => {
  const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
  await meetAt(37, 30, ada, bob);
  const { epoch = 0 } = callOf(ada) ?? {};
  const [voice, ears] = [embody(ada), embody(bob)];
  ada.signalling.publishing({ ...NOTHING, microphone: true });
  voice.publish(VOICE);
  ears.subscribe();
  await hears(ears, 'v');
  for (const pid of mediaWorkers()) process.kill(pid, 'SIGKILL');
  expect((await fetch(`${office.open.url}/healthz`)).status).toBe(200);
  await eventually('both know of the new epoch', () => (callOf(ada)?.epoch ?? 0) > epoch && callOf(bob)?.epoch === callOf(ada)?.epoch);
  const before = await ears.marked('v');
  voice.publish(VOICE);
  ears.subscribe();
  await hears(ears, 'v', before + 25);
});

it('[K9] people inside are given credentials for the TURN server', async () => {
  const ada = await office.enter('Ada');
  const servers = await ada.signalling.iceServers();
  expect(servers).toEqual([
    { urls: ['turn:127.0.0.1:9'], username: expect.stringMatching(`^\\d+:${ada.id}$`), credential: expect.any(String) },
  ]);
});

/** Processes of ours that run the media worker. */
function mediaWorkers(): number[] {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ').map(Number);
  return children.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('mediaWorker'));
}
