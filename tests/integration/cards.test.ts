// Cards: what is written on one, and that nobody reads more of it than they may.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SentFiles } from '@comptoir/server/files/SentFiles';
import { pairOf } from '@comptoir/server/office/met';
import { tidyUp } from '@comptoir/server/room/keepHouse';
import { type Card, EMPTY_CARD } from '@comptoir/shared/protocol/cards';
import { tuning } from '@comptoir/shared/tuning';
import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { type Inside, until } from '../support/enterOffice.ts';
import { meetAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();
const store = () => office.open.room().parts.store;
const CARD: Card = {
  ...EMPTY_CARD,
  ...{
    doing: 'I draw maps',
    explore: 'printing',
    now: 'a quiet day',
    languages: ['fr', 'en'],
    places: 'Nantes',
    link: 'https://ada.example/',
  },
  seenBy: { ...EMPTY_CARD.seenBy, explore: 'met', now: 'me', link: 'members' },
};
const save = (who: Inside, card = CARD) => who.connection.request('saveCard', { card });
const cardOf = (who: Inside, { id: personId }: { id: string }) => who.connection.request('cardOf', { personId });

it('[P100] a stranger reads what is for everybody, whoever was met more, and what is only mine is in no answer', async () => {
  const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
  expect(await save(ada)).toMatchObject({ ok: true, card: CARD });
  expect(await cardOf(bob, ada)).toMatchObject({ ok: true, name: 'Ada', met: false });
  expect(await cardOf(bob, ada)).toMatchObject({ card: { doing: 'I draw maps', languages: ['fr', 'en'] } });
  const seenByStranger = JSON.stringify(await cardOf(bob, ada));
  for (const hidden of ['printing', 'quiet', 'Nantes', 'ada.example']) expect(seenByStranger).not.toContain(hidden);

  const [oneId, otherId] = pairOf(ada.id, bob.id);
  await store().met.add({ oneId, otherId, atMs: Date.now() });
  expect(await cardOf(bob, ada)).toMatchObject({
    card: { doing: 'I draw maps', explore: 'printing', languages: ['fr', 'en'], places: 'Nantes', link: 'https://ada.example/' },
    met: true,
  });
  expect(JSON.stringify(await cardOf(bob, ada))).not.toContain('quiet');
});

it('[P103] a card is there at the next visit, and lies sealed on the disk', async () => {
  const ada = await office.enter('Ada');
  await save(ada);
  expect(await save(ada, { ...CARD, link: 'javascript:alert(1)' })).toEqual({ refused: 'badLink' });
  expect(await save(ada, { ...CARD, doing: 'a'.repeat(201) })).toEqual({ refused: 'cardTooLong' });
  const row = await store().cards.find({ personId: ada.id });
  expect(row?.sealed).not.toContain('maps');
  ada.leave();
  const again = await office.enter('Ada', { ticket: ada.ticket });
  expect(await again.connection.request('myCard', {})).toMatchObject({ ok: true, card: CARD });
});

it('[P104] a card is shown to the conversation and to nobody else', async () => {
  const [ada, bob, lou] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Lou')];
  const shownTo = (person: Inside) => person.world.cards.shown.peek();
  expect(await ada.connection.request('showCard', {})).toEqual({ refused: 'notInConversation' });
  await meetAt(37, 30, ada, bob);
  expect(await ada.connection.request('showCard', {})).toEqual({ refused: 'cardEmpty' });
  await save(ada);
  expect(await ada.connection.request('showCard', {})).toEqual({ ok: true, shown: 1 });
  await until(() => shownTo(bob).length === 1, 'Bob is shown it');
  expect(shownTo(bob)).toMatchObject([{ personId: ada.id, name: 'Ada', card: { doing: 'I draw maps', explore: 'printing' } }]);
  expect(JSON.stringify(shownTo(bob))).not.toContain('quiet');
  for (let i = 0; i < 4; i++) expect(await ada.connection.request('showCard', {})).toMatchObject({ ok: true });
  expect(await ada.connection.request('showCard', {})).toEqual({ refused: 'tooMany' });
  expect(shownTo(lou)).toEqual([]);
});

it('[P105] of somebody who is not here only members and people they met read a card; of whom one blocks, nobody', async () => {
  const [ada, bob] = [await office.enter('Ada'), await office.enter('Bob')];
  await save(ada);
  expect(await cardOf(bob, { id: 'nobody' })).toEqual({ refused: 'notHere' });
  await ada.connection.request('block', { personId: bob.id, blocked: true });
  expect(await cardOf(bob, ada)).toEqual({ refused: 'notHere' });
  await ada.connection.request('block', { personId: bob.id, blocked: false });
  expect(await cardOf(bob, ada)).toMatchObject({ ok: true });
  ada.leave();
  await until(() => !office.ids().includes(ada.id), 'Ada has left');
  expect(await cardOf(bob, ada)).toEqual({ refused: 'notHere' });
});

const sendFile = async ({ ticket }: Inside, bytes: Uint8Array | string): Promise<string> => {
  const headers = { authorization: `Bearer ${ticket}`, 'x-file-name': 'a.png', 'content-type': 'image/png' };
  const answer = await fetch(`${office.open.url}/api/files`, { method: 'POST', headers, body: bytes as BodyInit });
  return ((await answer.json()) as { id: string }).id;
};
const PICTURE = PNG.sync.write(new PNG({ width: 3, height: 2 }));
const statusFor = async ({ ticket }: Inside, id: string): Promise<number> =>
  (await fetch(`${office.open.url}/api/files/${id}`, { headers: { authorization: `Bearer ${ticket}` } })).status;
const onDisk = (): string[] => readdirSync(join(office.open.dataDir, 'files'));
const withPicture = (image: string | null, seenBy: Card['seenBy']['image'] = 'met'): Card => ({
  ...CARD,
  image,
  seenBy: { ...CARD.seenBy, image: seenBy },
});

it('[P106] the picture of a card is opened by whom it is for and whom it was shown, and by nobody else', async () => {
  const [ada, bob, lou] = [await office.enter('Ada'), await office.enter('Bob'), await office.enter('Lou')];
  const [picture, text] = [await sendFile(ada, PICTURE), await sendFile(ada, 'no picture')];
  expect(await save(ada, withPicture(text))).toEqual({ refused: 'cardImage' });
  expect(await save(bob, withPicture(picture))).toEqual({ refused: 'cardImage' });
  const large = await sendFile(ada, Buffer.concat([PICTURE, Buffer.alloc(tuning.cardImageBytes)]));
  expect(await save(ada, withPicture(large))).toEqual({ refused: 'cardImage' });

  expect(await save(ada, withPicture(picture))).toMatchObject({ ok: true });
  const seenBy = async (...people: Inside[]) => Promise.all(people.map((person) => statusFor(person, picture)));
  expect(await seenBy(ada, bob, lou)).toEqual([200, 404, 404]);
  expect((await fetch(`${office.open.url}/api/files/${picture}`)).status).toBe(404);
  await save(ada, withPicture(picture, 'everybody'));
  expect(await seenBy(bob, lou)).toEqual([200, 200]);
  await save(ada, withPicture(picture, 'me'));
  expect(await seenBy(ada, bob)).toEqual([200, 404]);
  await save(ada, withPicture(picture));
  const [oneId, otherId] = pairOf(ada.id, lou.id);
  await store().met.add({ oneId, otherId, atMs: Date.now() });
  expect(await seenBy(bob, lou)).toEqual([404, 200]);
  await ada.connection.request('block', { personId: lou.id, blocked: true });
  expect(await seenBy(lou)).toEqual([404]);

  await meetAt(37, 30, ada, bob);
  expect(await ada.connection.request('showCard', {})).toMatchObject({ ok: true });
  expect(await seenBy(bob, lou)).toEqual([200, 404]);
  await save(ada, withPicture(picture, 'me'));
  expect(await seenBy(bob)).toEqual([404]);
});

it('[P107] the picture of a card is kept while the card has it, and goes with it', async () => {
  const ada = await office.enter('Ada');
  const [first, second] = [await sendFile(ada, PICTURE), await sendFile(ada, PICTURE)];
  await save(ada, withPicture(first));
  const later = Date.now() + tuning.unusedFileMs + 1000;
  await tidyUp({ store: store(), files: new SentFiles(office.open.dataDir), stayDays: { office: 30, topic: 30, person: 30 } }, later);
  expect(onDisk()).toContain(first);
  expect(onDisk()).not.toContain(second);
  await save(ada, withPicture(null));
  await until(() => !onDisk().includes(first), 'it is gone from the disk');
  expect(await statusFor(ada, first)).toBe(404);
});
