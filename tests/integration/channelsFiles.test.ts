// Files that go with words, with real connections: what is taken, who opens it, how it is served, and when it goes.
import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SentFiles } from '@comptoir/server/files/SentFiles';
import { tidyUp } from '@comptoir/server/room/keepHouse';
import type { FileView } from '@comptoir/shared/protocol/channels';
import { tuning } from '@comptoir/shared/tuning';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { until } from '../support/enterOffice.ts';
import { useOffice } from '../support/useOffice.ts';
import { enterWriting, leaveFor, OFFICE, to, type Writer } from '../support/writing.ts';

const office = useOffice();
const enter = (name: string, more: Parameters<typeof enterWriting>[2] = {}) => enterWriting(office, name, more);
const PICTURE = PNG.sync.write(new PNG({ width: 3, height: 2 }));
const STAY = { office: 30, topic: 30, person: 30 };

async function send(
  who: Pick<Writer, 'ticket'>,
  bytes: Uint8Array | string,
  name = 'a.png',
): Promise<{ status: number } & Partial<FileView>> {
  const headers = { authorization: `Bearer ${who.ticket}`, 'x-file-name': encodeURIComponent(name), 'content-type': 'image/png' };
  const answer = await fetch(`${office.open.url}/api/files`, { method: 'POST', headers, body: bytes as BodyInit });
  return { status: answer.status, ...((await answer.json()) as object) };
}
const open = (who: Pick<Writer, 'ticket'>, id: string, headers: Record<string, string> = {}, query = '') =>
  fetch(`${office.open.url}/api/files/${id}${query}`, { headers: { authorization: `Bearer ${who.ticket}`, ...headers } });
const statusOf = async (who: Pick<Writer, 'ticket'>, id: string): Promise<number> => (await open(who, id)).status;
const onDisk = (): string[] => readdirSync(join(office.open.dataDir, 'files'));
const sendPicture = async (who: Writer): Promise<string> => (await send(who, PICTURE)).id ?? '';

describe('a file', () => {
  it('[W43] is opened by who sent it and by who reads a line with it, and goes with that line', async () => {
    const [ada, bob, eve] = [await enter('Ada'), await enter('Bob'), await enter('Eve')];
    const id = await sendPicture(ada);
    expect([await statusOf(ada, id), await statusOf(bob, id)]).toEqual([200, 404]);
    expect(await eve.ask('say', { to: OFFICE, text: 'mine', files: [id] })).toEqual({ refused: 'notThere' });
    const line = await ada.say('', to(bob), { files: [id] });
    expect(line.files).toMatchObject([{ id, name: 'a.png', type: 'image/png', width: 3, height: 2 }]);
    await until(() => bob.told('said').some(({ files }) => files?.[0]?.id === id), 'Bob reads of it');
    expect([await statusOf(bob, id), await statusOf(eve, id), await statusOf({ ticket: 'forged' }, id)]).toEqual([200, 404, 404]);
    expect((await fetch(`${office.open.url}/api/files/${id}`)).status).toBe(404);
    // with nobody of theirs here it is nobody's
    await leaveFor(office, bob);
    expect(await statusOf(bob, id)).toBe(404);
    await ada.granted('eraseLine', { line: line.id });
    await until(() => !onDisk().includes(id), 'it is gone from the disk');
    expect(await statusOf(ada, id)).toBe(404);
  });

  it('[W43] is opened by the browser of who may read it, as pages ask for pictures', async () => {
    const device = await fetch(`${office.open.url}/api/device`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    const cookie = device.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const [ada, bob] = [await enter('Ada'), await enter('Bob', { cookie })];
    const id = await sendPicture(ada);
    await ada.say('look', to(bob), { files: [id] });
    const openBy = async (headers: Record<string, string>) => (await fetch(`${office.open.url}/api/files/${id}`, { headers })).status;
    expect([await openBy({ cookie }), await openBy({ cookie: `${cookie}x` }), await openBy({})]).toEqual([200, 404, 404]);
    await leaveFor(office, bob);
    expect(await openBy({ cookie })).toBe(404);
  });

  it('[W43] [W45] on the shelf is opened by everybody there, and goes when it is taken off', async () => {
    const [ada, bob] = [await enter('Ada'), await enter('Bob')];
    const id = await sendPicture(ada);
    expect(await bob.ask('shelve', { title: 'Not mine', what: { kind: 'file', file: id } })).toEqual({ refused: 'notThere' });
    const { item } = await ada.granted('shelve', { title: 'Plan', what: { kind: 'file', file: id } });
    expect(await statusOf(bob, id)).toBe(200);
    await ada.granted('unshelve', { item: item.id });
    await until(() => !onDisk().includes(id), 'it is gone from the disk');
  });

  it('[W42] is what its content says: nothing with a script is shown, whatever it is called', async () => {
    const ada = await enter('Ada');
    for (const [text, name] of [
      ['<html><script>alert(1)</script></html>', 'a.html'],
      ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'picture.png'],
      ['<?xml version="1.0"?><x/>', 'a.pdf'],
    ] as const) {
      const { id = '', status, type } = await send(ada, text, name);
      expect([status, type], name).toEqual([201, 'text/plain']);
      const { headers } = await open(ada, id);
      expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
    const id = await sendPicture(ada);
    const shown = await open(ada, id);
    expect(shown.headers.get('content-disposition')).toBe(`inline; filename="file"; filename*=UTF-8''a.png`);
    expect(shown.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(PICTURE);
    expect((await open(ada, id, {}, '?download=1')).headers.get('content-disposition')).toMatch(/^attachment;/);
    const part = await open(ada, id, { range: 'bytes=1-3' });
    expect([part.status, await part.text()]).toEqual([206, 'PNG']);
    expect((await open(ada, id, { range: 'bytes=99999-' })).status).toBe(416);
  });

  it('[W42] of a kind that is not known, too large, or from nobody here is not taken, and nothing of it stays', async () => {
    const ada = await enter('Ada');
    const before = onDisk();
    expect(await send(ada, Uint8Array.of(0x4d, 0x5a, 0x90, 0, 1, 2, 3))).toMatchObject({ status: 415 });
    expect(await send(ada, '')).toMatchObject({ status: 415 });
    expect(await send(ada, new Uint8Array(tuning.fileBytes + 1))).toMatchObject({ status: 413 });
    expect(await send({ ticket: 'forged' }, PICTURE)).toMatchObject({ status: 401 });
    await leaveFor(office, ada);
    expect(await send(ada, PICTURE)).toMatchObject({ status: 401 });
    expect(onDisk()).toEqual(before);
  });

  it('[W42] keeps no path, whatever its name or id says', async () => {
    const ada = await enter('Ada');
    expect(await send(ada, PICTURE, '../../etc/passwd')).toMatchObject({ status: 201, name: 'passwd' });
    expect(await send(ada, PICTURE, '..\\..\\.bashrc')).toMatchObject({ name: 'bashrc' });
    expect(await send(ada, PICTURE, '\u202egnp.exe\r\nSet-Cookie: a=b')).toMatchObject({ status: 201 });
    expect(await send(ada, PICTURE, ' ')).toMatchObject({ name: 'file.png' });
    for (const id of ['..%2fcomptoir.db', '%2e%2e%2fcomptoir.db', '..%5ccomptoir.db', 'x.part', '%00', 'A'.repeat(22)])
      expect(await statusOf(ada, id), id).toBe(404);
  });

  it('[W46] that is used by nothing is deleted after an hour, and so is what a killed server left', async () => {
    const ada = await enter('Ada');
    const [used, unused] = [await sendPicture(ada), await sendPicture(ada)];
    await ada.say('look', OFFICE, { files: [used] });
    const left = 'A'.repeat(22);
    for (const name of [left, 'B.part']) {
      const path = join(office.open.dataDir, 'files', name);
      writeFileSync(path, 'left over');
      utimesSync(path, 1, 1);
    }
    const { store } = office.open.room().parts;
    const files = new SentFiles(office.open.dataDir);
    await tidyUp({ store, files, stayDays: STAY });
    expect(onDisk()).toEqual(expect.arrayContaining([used, unused]));
    for (const name of [left, 'B.part']) expect(onDisk()).not.toContain(name);
    await tidyUp({ store, files, stayDays: STAY }, Date.now() + tuning.unusedFileMs + 1000);
    expect(onDisk()).toContain(used);
    expect(onDisk()).not.toContain(unused);
  });
});
