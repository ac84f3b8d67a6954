// An office in which people have things of their own: what is private carries a mark, and the ids of all of it are known to those who try.

import { tiledProperties } from '@comptoir/server/maps/drawnTiled';
import type { Rank } from '@comptoir/shared/people';
import { EMPTY_CARD } from '@comptoir/shared/protocol/cards';
import { encodeNote } from '@comptoir/shared/protocol/notes';
import { WIRE } from '@comptoir/shared/protocol/walks';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { Browser, wayIn } from '../Browser.ts';
import { until } from '../enterOffice.ts';
import type { MailSink } from '../mailSink.ts';
import type { OpenOffice } from '../openOffice.ts';
import { areaAt, drawHall, mapOf, seatAt, withTiles } from '../smallMaps.ts';
import type { Pool } from './Pool.ts';
import { type Ears, Stranger } from './Stranger.ts';
import { nobody, only, type Reader, rankedAtLeast, type Watch, whoRoams } from './Watch.ts';

const deskAt = (name: string, x: number, y: number) => {
  const seat = seatAt(name, { x, y }, 'down');
  return { ...seat, properties: [...seat.properties, ...tiledProperties({ desk: name })] };
};

export const FUZZ_MAPS = withTiles({
  'office.tmj': mapOf(drawHall(44, 24), [
    areaAt('start', { x: 20, y: 18, width: 6, height: 4 }, { start: true }),
    areaAt('lounge', { x: 20, y: 2, width: 6, height: 6 }, { focusable: true }),
    areaAt('stage', { x: 2, y: 2, width: 12, height: 4 }, { conversation: 'stage', auditorium: 'hall' }),
    areaAt('rows', { x: 2, y: 6, width: 12, height: 8 }, { conversation: 'audience', auditorium: 'hall' }),
    areaAt('meeting', { x: 30, y: 2, width: 5, height: 5 }, { conversation: 'meeting' }),
    areaAt('vault', { x: 36, y: 16, width: 5, height: 5 }, { conversation: 'meeting' }),
    areaAt('library', { x: 30, y: 10, width: 6, height: 4 }, { silent: true }),
    ...[0, 1, 2, 3].map((n) => deskAt(`desk-${n}`, 4 + n * 3, 18)),
    seatAt('chair', { x: 22, y: 12 }, 'up'),
    { type: 'thing', name: 'coffee', x: 24 * 32, y: 12 * 32, width: 32, height: 32, properties: tiledProperties({ use: 'coffee' }) },
  ]),
});

export interface Planted {
  /** Rightful readers, to prove that the watch sees. */
  ada: Stranger;
  bob: Stranger;
  /** In a closed conversation. */
  cleo: Stranger;
  dan: Stranger;
  hanna: Stranger;
  /** Of the closed one. */
  conversation: string;
  /** Of Ada's device, and the file that she sent to Bob. */
  cookie: string;
  adasFile: string;
}

const ownEars: Ears = { bytes: () => undefined };

/** With a rank, as the command line gives it. @returns id of an invitation */
export async function invitationFor(office: OpenOffice, rank: Rank, area?: string, named?: string): Promise<string> {
  const { store, officeId } = office.room().parts;
  const invitationId = named ?? `inv-${Math.random().toString(36).slice(2)}-${Math.random().toString(36).slice(2)}`;
  await store.invitations.create({
    ...{ invitationId, office: officeId, rank, area, label: named ?? '', quota: undefined, expiresMs: undefined },
    ...{ createdMs: Date.now(), createdBy: undefined, createdByName: '' },
  });
  return invitationId;
}

async function enter(office: OpenOffice, name: string, rank?: Rank, cookie?: string): Promise<Stranger> {
  const invite = rank && (await invitationFor(office, rank));
  const stranger = await Stranger.enter(
    office.url,
    { options: { name, ...(invite ? { invite } : {}) }, ...(cookie ? { cookie } : {}) },
    ownEars,
  );
  if ('refused' in stranger) throw new Error(`${name} was not let in: ${stranger.refused}`);
  return stranger;
}

const to = ({ personId }: Stranger) => ({ kind: 'person', id: personId }) as const;

/** An account by mail: what a session is. */
async function giveAccount(office: OpenOffice, mail: MailSink, watch: Watch): Promise<{ ada: Stranger; cookie: string }> {
  const browser = new Browser(office.url, { address: '203.0.113.9' });
  await browser.device();
  const ada = await enter(office, 'Ada', 'member', browser.cookie);
  const email = `${watch.mark('mail', nobody)}@example.org`;
  await until(() => ada.ticket !== '', 'Ada has her ticket');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await browser.post('/api/account/email', { email, language: 'en', ticket: ada.ticket });
  const { link } = wayIn((await mail.next(email)).text);
  await browser.post(link);
  if ((await browser.account()).account?.email !== email) throw new Error('Ada has no account');
  watch.needle('session of an account', browser.cookies.get('comptoir_session'), nobody);
  watch.needle('ticket', ada.ticket, only(ada));
  return { ada, cookie: browser.cookie };
}

async function meetClosed(office: OpenOffice, watch: Watch, cleo: Stranger, dan: Stranger): Promise<string> {
  for (const one of [cleo, dan]) await one.granted('beThere', { kind: 'area', id: 'vault' });
  const { talkers } = office.room().talk.talks;
  const idOf = ({ personId }: Stranger) => talkers.get(personId)?.conversation?.id;
  await until(() => idOf(cleo) !== undefined && idOf(cleo) === idOf(dan), 'Cleo and Dan talk');
  await cleo.granted('setState', { state: 'closed' });
  const conversation = idOf(cleo) ?? '';
  const mayRead = ({ personId = '' }: Reader): boolean => talkers.get(personId)?.conversation?.id === conversation;
  await cleo.say(watch.mark('closed-line', mayRead), { kind: 'conversation' });
  const doc = new Doc();
  doc.getText('note').insert(0, watch.mark('closed-note', mayRead));
  for (const kind of ['open', 'update'] as const)
    cleo.bytes(
      WIRE.note,
      encodeNote({ kind, conversation, from: '', payload: kind === 'open' ? new Uint8Array() : encodeStateAsUpdate(doc) }),
    );
  await cleo.granted('whereIs', { personId: cleo.personId });
  return conversation;
}

async function plantOfAda(office: OpenOffice, watch: Watch, pool: Pool, ada: Stranger, bob: Stranger, cookie: string): Promise<string> {
  const { store } = office.room().parts;
  await ada.granted('saveCard', {
    card: {
      ...EMPTY_CARD,
      ...{
        doing: 'draws maps',
        explore: watch.mark('card-met', only(ada)),
        now: watch.mark('card-me', only(ada)),
        places: watch.mark('card-members', rankedAtLeast('member')),
      },
      seenBy: { ...EMPTY_CARD.seenBy, explore: 'met', now: 'me', places: 'members' },
    },
  });
  await ada.granted('claimDesk', { desk: 'desk-0' });
  await bob.granted('leaveDeskNote', { personId: ada.personId, kind: 'note', text: watch.mark('desk-note', only(ada)) });
  const [note] = await store.desks.notesOf({ office: 'office', ownerId: ada.personId });
  pool.add('note', note?.noteId ?? '');

  const inFile = watch.mark('file-of-two', only(ada, bob));
  const headers = { cookie, authorization: `Bearer ${ada.ticket}`, 'x-file-name': 'a.txt' };
  const sent = await fetch(`${office.url}/api/files`, { method: 'POST', headers, body: inFile });
  const { id: file } = (await sent.json()) as { id: string };
  const direct = await ada.say(watch.mark('direct-line', only(ada, bob)), to(bob), [file]);
  const reply = await bob.granted('say', { to: to(ada), text: watch.mark('direct-reply', only(ada, bob)), replyTo: direct.id });
  for (const id of [direct.id, reply.line.id]) pool.add('line', id);
  pool.add('file', file);
  return file;
}

/** For everybody in the office but those on a visit, and for hosts only. */
async function plantOfOffice(office: OpenOffice, watch: Watch, pool: Pool, hanna: Stranger, rita: Stranger, bob: Stranger): Promise<void> {
  const { store } = office.room().parts;
  pool.add('line', (await hanna.say(watch.mark('office-line', whoRoams), { kind: 'office' })).id);
  const { topic } = await hanna.granted('openTopic', { title: watch.mark('topic', whoRoams), about: '', area: null });
  pool.add('topic', topic.id);
  pool.add('line', (await hanna.say(watch.mark('topic-line', whoRoams), { kind: 'topic', id: topic.id })).id);
  const { item } = await hanna.granted('shelve', {
    title: watch.mark('shelf', whoRoams),
    what: { kind: 'link', url: 'https://example.org/' },
  });
  pool.add('item', item.id);
  pool.add('line', (await hanna.say('hello', { kind: 'office' })).id);

  const hosts = rankedAtLeast('host');
  await rita.granted('report', { personId: bob.personId, text: watch.mark('report', hosts) });
  for (const { reportId } of await store.reports.open({ office: 'office', limit: 9 })) pool.add('report', reportId);
  await hanna.granted('ban', { personId: rita.personId, reason: watch.mark('ban', hosts), hours: null, network: false });
  const { list } = await hanna.granted('bans', {});
  for (const { id } of list) pool.add('ban', id);
  await invitationFor(office, 'host', undefined, watch.mark('invitation', hosts));
  for (const area of [undefined, 'lounge']) pool.add('invitation', await invitationFor(office, 'visitor', area));
  await office.room().parts.door.set('open', watch.mark('password', nobody), undefined);
  const plan = { start: '2030-01-03T18:00', zone: 'Europe/Paris', repeat: { kind: 'weekly', every: 1 }, until: null } as const;
  const planned = await hanna.granted('planAppointment', { ...plan, title: 'Thursdays', theme: '', minutes: 30, place: null });
  pool.learn(planned);
}

/** Everything is there, and Ada, Bob and Rita have gone home: nobody meets them any more. */
export async function plant(office: OpenOffice, mail: MailSink, watch: Watch, pool: Pool): Promise<Planted> {
  const { ada, cookie } = await giveAccount(office, mail, watch);
  const [bob, cleo, dan] = [await enter(office, 'Bob', 'member'), await enter(office, 'Cleo', 'member'), await enter(office, 'Dan')];
  const [hanna, rita] = [await enter(office, 'Hanna', 'host'), await enter(office, 'Rita')];
  for (const one of [ada, bob, cleo, dan, hanna, rita]) pool.add('person', one.personId);
  for (const seat of ['desk-0', 'desk-1', 'desk-2', 'desk-3', 'chair']) pool.add('seat', seat);
  for (const desk of ['desk-0', 'desk-1', 'desk-2', 'desk-3']) pool.add('desk', desk);
  for (const area of ['start', 'lounge', 'stage', 'rows', 'meeting', 'vault', 'library']) pool.add('area', area);
  pool.add('thing', 'coffee');
  const adasFile = await plantOfAda(office, watch, pool, ada, bob, cookie);
  await plantOfOffice(office, watch, pool, hanna, rita, bob);
  const conversation = await meetClosed(office, watch, cleo, dan);
  pool.add('conversation', conversation);
  watch.needle('ticket of a host', hanna.ticket, only(hanna));
  for (const one of [ada, bob]) await one.end();
  return { ada, bob, cleo, dan, hanna, conversation, adasFile, cookie };
}
