// Those whose things they are look at them again, under the same watch: it must see there what it looks for everywhere else.
import type { OpenOffice } from '../openOffice.ts';
import { invitationFor, type Planted } from './plant.ts';
import { Stranger } from './Stranger.ts';
import type { Reader, Watch } from './Watch.ts';

export async function readBack(office: OpenOffice, watch: Watch, { ada, bob, cookie, adasFile }: Planted): Promise<void> {
  const { door, store } = office.room().parts;
  await door.set('open', undefined, undefined);
  const back: Stranger[] = [];
  const enter = async (
    name: string,
    options: Record<string, unknown>,
    device?: string,
  ): Promise<{ stranger: Stranger; reader: Reader }> => {
    const reader: Reader = { what: name, most: { rank: 'member', roams: true } };
    const ears = {
      bytes: (who: Stranger, bytes: Buffer) => watch.bytes(Object.assign(reader, { personId: who.personId || options.personId }), bytes),
    };
    const { personId: _, ...join } = options;
    const stranger = await Stranger.enter(office.url, { options: { name, ...join }, ...(device ? { cookie: device } : {}) }, ears);
    if ('refused' in stranger) throw new Error(`${name} does not come back: ${stranger.refused}`);
    back.push(stranger);
    return { stranger, reader };
  };
  // whoever tried may have had them put out or lowered meanwhile
  for (const { banId, personId } of await store.bans.list({ nowMs: Date.now() }))
    if ([ada.personId, bob.personId].includes(personId ?? '')) await store.bans.lift({ banId });

  const one = await enter('Ada', { ticket: ada.ticket, personId: ada.personId }, cookie);
  const other = await enter('Bob', { ticket: bob.ticket, personId: bob.personId });
  for (const [{ stranger }, { personId }] of [
    [one, bob],
    [other, ada],
  ] as const)
    await stranger.granted('history', { of: { kind: 'person', id: personId } });
  await one.stranger.granted('myCard', {});
  await one.stranger.granted('deskNotes', {});
  await other.stranger.granted('cardOf', { personId: ada.personId });
  const file = await fetch(`${office.url}/api/files/${adasFile}`, { headers: { authorization: `Bearer ${bob.ticket}` } });
  watch.bytes(other.reader, Buffer.from(await file.arrayBuffer()));

  const { stranger: host, reader } = await enter('Host', { invite: await invitationFor(office, 'host') });
  reader.most.rank = 'host';
  await host.granted('reports', {});
  await host.granted('bans', {});
  await host.granted('invitations', {});
  await host.granted('history', { of: { kind: 'office' } });
  await host.granted('shelf', {});
  for (const { topicId } of await store.topics.of({ office: 'office' }))
    await host.granted('history', { of: { kind: 'topic', id: topicId } });
  await Promise.all(back.map((stranger) => stranger.end()));
}
