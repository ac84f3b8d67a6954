import { tuning } from '@comptoir/shared/tuning';
import { beforeEach, describe, expect, it } from 'vitest';
import { NotedMedia } from '../media/NotedMedia.ts';
import type { Conversation, Sends } from '../office/Conversation.ts';
import { callRules } from '../office/calls.ts';
import { createMetrics } from '../ops/metrics.ts';
import { OfficeCalls } from './OfficeCalls.ts';

const muted: Sends = { microphone: false, camera: false, screen: false };
const BACK = callRules.backToMeshTicks;

function conversationOf(...ids: string[]): Conversation {
  const members = new Map(ids.map((personId) => [personId, { personId, role: 'member' as const, sinceTick: 0 }]));
  return {
    ...{ id: 'c', number: 1, kind: 'bubble', state: 'amongUs', place: { kind: 'near' }, area: -1, bornTick: 0 },
    ...{ members, listeners: new Map(), admitted: new Map() },
  };
}

let media: NotedMedia;
let told: { personId: string; type: string; message: object }[];
let sends: Map<string, Sends>;
let calls: OfficeCalls;
let dropped: () => Promise<Record<string, number>>;

beforeEach(() => {
  media = new NotedMedia();
  told = [];
  sends = new Map();
  const metrics = createMetrics();
  calls = new OfficeCalls({
    ...{ media, metrics, officeId: 'office', rules: callRules },
    iceServers: () => ({ servers: [], ttlS: tuning.turnTtlS }),
    tell: (personId, type, message) => told.push({ personId, type, message }),
  });
  dropped = async () =>
    Object.fromEntries((await metrics.droppedSignals.get()).values.map(({ labels, value }) => [String(labels.reason), value]));
});

const follow = (conversation: Conversation, nowTick = 0) => calls.follow(conversation, (id) => sends.get(id) ?? muted, nowTick);
const rights = () => Object.fromEntries([...media.open.values()].at(-1)?.rights ?? []);
const listenTo = (conversation: Conversation, personId: string, hearsFromTick: number) =>
  conversation.listeners.set(personId, { personId, sinceTick: 0, hearsFromTick });

describe('transport', () => {
  it.each([
    [['a'], undefined],
    [['a', 'b'], 'mesh'],
    [['a', 'b', 'c', 'd'], 'mesh'],
    [['a', 'b', 'c', 'd', 'e'], 'sfu'],
  ] as const)('[K1] of %j is %s', (ids, transport) => {
    expect(follow(conversationOf(...ids))?.transport).toBe(transport);
    expect(media.open.size).toBe(transport === 'sfu' ? 1 : 0);
  });

  it('[K1] with a listener it is the media server, even of one who speaks', () => {
    const alone = conversationOf('a');
    listenTo(alone, 'ear', 0);
    expect(follow(alone)?.transport).toBe('sfu');
  });

  it('[K1] of a talk it is the media server from the first person in the audience on; without speaker there is none', () => {
    const talk: Conversation = { ...conversationOf('a', 'b'), kind: 'talk' };
    expect(follow(talk)?.transport).toBe('sfu');
    for (const member of talk.members.values()) member.role = 'audience';
    expect(follow(talk)).toBeNull();
  });

  it('[K46] whoever shows slides before anybody listens, or when all had left, is known to the call that begins then', () => {
    const talk: Conversation = { ...conversationOf('a'), kind: 'talk' };
    expect(follow(talk)).toBeNull();
    calls.present('c', 'a');
    talk.members.set('b', { personId: 'b', role: 'audience', sinceTick: 1 });
    follow(talk, 1);
    expect([...media.open.values()].at(-1)?.presents).toBe('a');
  });

  it('[K1] it moves up at once, under another epoch', () => {
    const conversation = conversationOf('a', 'b', 'c', 'd');
    const mesh = follow(conversation);
    conversation.members.set('e', { personId: 'e', role: 'member', sinceTick: 1 });
    const sfu = follow(conversation, 1);
    expect(sfu).toEqual({ transport: 'sfu', epoch: (mesh?.epoch ?? 0) + 1 });
    expect(calls.callOf('c')).toEqual(sfu);
  });

  it('[K2] it moves back only after 20 s with few people, and the media server keeps it while both overlap', () => {
    const conversation = conversationOf('a', 'b', 'c', 'd', 'e');
    const sfu = follow(conversation);
    conversation.members.delete('e');
    expect(follow(conversation, 10)).toEqual(sfu);
    expect(calls.tick(10 + BACK - 1)).toEqual([]);
    expect(calls.tick(10 + BACK)).toEqual(['c']);
    expect(calls.callOf('c')).toMatchObject({ transport: 'mesh' });
    expect(media.closed).toEqual([]);
    calls.tick(10 + BACK + callRules.overlapTicks);
    expect(media.closed).toEqual([`c:${sfu?.epoch}`]);
  });

  it('[K2] somebody who comes meanwhile starts the 20 s anew', () => {
    const conversation = conversationOf('a', 'b', 'c', 'd', 'e');
    const sfu = follow(conversation);
    conversation.members.delete('e');
    follow(conversation, 0);
    listenTo(conversation, 'ear', BACK / 2);
    follow(conversation, BACK / 2);
    conversation.listeners.clear();
    follow(conversation, BACK / 2 + 1);
    expect(calls.tick(BACK)).toEqual([]);
    expect(calls.callOf('c')).toEqual(sfu);
    expect(calls.tick(BACK / 2 + 1 + BACK)).toEqual(['c']);
  });

  it.each(['iceFailed', 'overloaded'] as const)('[K1] a report "%s" moves it up and is remembered for the visit', (problem) => {
    const mesh = follow(conversationOf('a', 'b'));
    calls.report('a', mesh?.epoch ?? 0, problem);
    expect(calls.tick(1)).toEqual(['c']);
    expect(calls.callOf('c')).toEqual({ transport: 'sfu', epoch: 2 });
    calls.tick(10 * BACK);
    expect(calls.callOf('c')?.transport).toBe('sfu');
    expect(follow({ ...conversationOf('a', 'z'), id: 'later' })?.transport).toBe('sfu');
    calls.left('a');
    expect(follow({ ...conversationOf('a', 'y'), id: 'next visit' })?.transport).toBe('mesh');
  });

  it('[K1] reports of others, or of another epoch, change nothing', () => {
    const mesh = follow(conversationOf('a', 'b'));
    calls.report('eve', mesh?.epoch ?? 0, 'iceFailed');
    calls.report('a', (mesh?.epoch ?? 0) + 1, 'iceFailed');
    expect(calls.tick(1)).toEqual([]);
    expect(calls.callOf('c')).toEqual(mesh);
  });

  it('[K1] an epoch never comes back, in no conversation of the office', () => {
    const epochs = [
      follow(conversationOf('a', 'b')),
      follow({ ...conversationOf('x', 'y'), id: 'd' }),
      follow(conversationOf()),
      follow(conversationOf('a', 'b')),
    ];
    expect(epochs.map((call) => call?.epoch)).toEqual([1, 2, undefined, 3]);
  });
});

describe('signals of a mesh', () => {
  it('[K3] reach the member they are for', () => {
    const { epoch = 0 } = follow(conversationOf('a', 'b')) ?? {};
    calls.signal('a', 'b', epoch, 'offer');
    expect(told).toEqual([{ personId: 'b', type: 'signal', message: { from: 'a', epoch, data: 'offer' } }]);
  });

  it.each([
    ['from outside', 'eve', 'a', 0, 'notMember'],
    ['to the outside', 'a', 'eve', 0, 'notMember'],
    ['to oneself', 'a', 'a', 0, 'notMember'],
    ['into another conversation', 'a', 'x', 0, 'notMember'],
    ['of an old epoch', 'a', 'b', -1, 'epoch'],
    ['of an epoch to come', 'a', 'b', 7, 'epoch'],
  ])('[K3] %s are dropped and counted', async (_what, from, to, by, reason) => {
    const { epoch = 0 } = follow(conversationOf('a', 'b')) ?? {};
    follow({ ...conversationOf('x', 'y'), id: 'd' });
    calls.signal(from, to, epoch + by, 'offer');
    expect(told).toEqual([]);
    expect(await dropped()).toEqual({ [reason]: 1 });
  });

  it('[K3] of a call that moved on are dropped', async () => {
    const conversation = conversationOf('a', 'b');
    const { epoch = 0 } = follow(conversation) ?? {};
    listenTo(conversation, 'ear', 0);
    const sfu = follow(conversation);
    calls.signal('a', 'b', epoch, 'offer');
    calls.signal('a', 'b', sfu?.epoch ?? 0, 'offer');
    expect(told).toEqual([]);
    expect(await dropped()).toEqual({ epoch: 2 });
  });
});

describe('rights on the media server', () => {
  const five = () => conversationOf('a', 'b', 'c', 'd', 'e');

  it('[K4] are what somebody says they send, from that moment on', () => {
    const conversation = five();
    sends.set('a', { microphone: true, camera: true, screen: false });
    follow(conversation);
    expect(rights()).toMatchObject({
      a: { publish: ['microphone', 'camera'], receive: 'all' },
      b: { publish: [], receive: 'all' },
    });
    sends.set('a', { microphone: false, camera: false, screen: true });
    follow(conversation);
    expect(rights().a).toEqual({ publish: ['screen', 'screenAudio'], receive: 'all' });
  });

  it('[K4] end when one leaves, in the call that is kept for the overlap too', () => {
    const conversation = five();
    follow(conversation);
    conversation.members.delete('e');
    follow(conversation, 0);
    expect(Object.keys(rights())).toEqual(['a', 'b', 'c', 'd']);
    calls.tick(BACK);
    expect(calls.callOf('c')?.transport).toBe('mesh');
    conversation.members.delete('d');
    follow(conversation, BACK + 1);
    expect(Object.keys(rights())).toEqual(['a', 'b', 'c']);
  });

  it('[K4] the audience publishes nothing, whatever it says', () => {
    const talk: Conversation = { ...conversationOf('a', 'b'), kind: 'talk' };
    talk.members.set('b', { personId: 'b', role: 'audience', sinceTick: 0 });
    sends.set('b', { microphone: true, camera: true, screen: true });
    follow(talk);
    expect(rights().b).toEqual({ publish: [], receive: 'stage' });
  });

  it('[K5] a listener connects while the members are told, then hears, and never sees or speaks', () => {
    const conversation = conversationOf('a', 'b');
    listenTo(conversation, 'ear', 25);
    sends.set('ear', { microphone: true, camera: true, screen: true });
    follow(conversation, 0);
    expect(rights().ear).toEqual({ publish: [], receive: 'nothing' });
    calls.tick(24);
    expect(rights().ear).toEqual({ publish: [], receive: 'nothing' });
    calls.tick(25);
    expect(rights().ear).toEqual({ publish: [], receive: 'sound' });
  });

  it('[K4] signals of others reach nobody', async () => {
    const { epoch = 0 } = follow(five()) ?? {};
    calls.media('a', epoch, { kind: 'subscribe' });
    calls.media('eve', epoch, { kind: 'subscribe' });
    calls.media('a', epoch + 1, { kind: 'subscribe' });
    expect(media.open.get(`c:${epoch}`)?.heard).toEqual([['a', 'subscribe']]);
    expect(await dropped()).toEqual({ notMember: 1, epoch: 1 });
  });

  it('[K4] what the media server says goes to that person, with the epoch', () => {
    const { epoch = 0 } = follow(five()) ?? {};
    media.open.get(`c:${epoch}`)?.events.signal(['a'], { kind: 'closed', what: 'subscribe' });
    expect(told).toEqual([{ personId: 'a', type: 'media', message: { epoch, signal: { kind: 'closed', what: 'subscribe' } } }]);
  });

  it('[K6] a media worker that dies means another epoch, with the same rights', () => {
    sends.set('a', { microphone: true, camera: false, screen: false });
    const { epoch = 0 } = follow(five()) ?? {};
    media.open.get(`c:${epoch}`)?.events.died();
    media.open.delete(`c:${epoch}`);
    expect(calls.tick(5)).toEqual(['c']);
    expect(calls.callOf('c')).toEqual({ transport: 'sfu', epoch: epoch + 1 });
    expect(rights().a).toEqual({ publish: ['microphone'], receive: 'all' });
  });

  it('[K4] end with the conversation and with the office', () => {
    const { epoch = 0 } = follow(five()) ?? {};
    follow({ ...five(), id: 'd' });
    follow(conversationOf());
    expect(media.closed).toEqual([`c:${epoch}`]);
    calls.close();
    expect(media.open.size).toBe(0);
  });
});

describe('two who are apart', () => {
  const areApart = (one: string, other: string): boolean => [one, other].toSorted((a, b) => a.localeCompare(b)).join() === 'a,b';
  const followApart = (conversation: Conversation, nowTick = 0) =>
    calls.follow(conversation, (id) => sends.get(id) ?? muted, nowTick, areApart);

  it('[P37] with others they are on the media server, which lets nothing through between them', () => {
    const conversation = conversationOf('a', 'b', 'c');
    const mesh = follow(conversation);
    const call = followApart(conversation, 1);
    expect(call).toEqual({ transport: 'sfu', epoch: (mesh?.epoch ?? 0) + 1 });
    expect(rights()).toEqual({
      a: { publish: [], receive: 'all', except: ['b'] },
      b: { publish: [], receive: 'all', except: ['a'] },
      c: { publish: [], receive: 'all' },
    });
    follow(conversation, 2);
    expect(rights()).toMatchObject({ a: { receive: 'all' } });
    expect(rights().a).not.toHaveProperty('except');
  });

  it('[P37] a listener does not hear who is apart from them', () => {
    const conversation = conversationOf('a', 'c');
    listenTo(conversation, 'b', 0);
    followApart(conversation);
    expect(rights().b).toEqual({ publish: [], receive: 'sound', except: ['a'] });
  });

  it('[P37] alone in a room there is no call, and no signal goes between them', async () => {
    const conversation: Conversation = { ...conversationOf('a', 'b'), kind: 'meeting' };
    const mesh = follow(conversation);
    expect(followApart(conversation, 1)).toBeNull();
    calls.signal('a', 'b', mesh?.epoch ?? 0, 'hello');
    expect(told).toEqual([]);
    expect(await dropped()).toEqual({ epoch: 1 });
  });
});
