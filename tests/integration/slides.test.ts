// Slides of a talk, with real clients: who sends, shows and reads them, who turns pages, and how long they stay.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { SlidesView } from '@comptoir/shared/protocol/auditorium';
import { tuning } from '@comptoir/shared/tuning';
import { afterEach, describe, expect, it } from 'vitest';
import { granted } from '../support/door.ts';
import { drawNumbered } from '../support/drawPdf.ts';
import { type Inside, until } from '../support/enterOffice.ts';
import { endTalks, enterHall, HALL_MAPS, startTalk } from '../support/talkHall.ts';
import { standAt } from '../support/talking.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice({}, HALL_MAPS);
afterEach(() => endTalks(office));

const bearer = ({ ticket }: Inside): Record<string, string> => ({ authorization: `Bearer ${ticket}` });

async function send(person: Inside, { pages = 5, name = 'Plans.pdf' } = {}): Promise<{ status: number; slides: string }> {
  const answer = await fetch(`${office.open.url}/api/slides?${new URLSearchParams({ name, pages: String(pages) })}`, {
    method: 'POST',
    headers: { 'content-type': 'application/pdf', ...bearer(person) },
    body: new Uint8Array(drawNumbered(pages)),
  });
  return { status: answer.status, slides: '', ...((await answer.json()) as { slides?: string }) };
}

const readBy = async (person: Inside, url: string): Promise<number> =>
  (await fetch(office.open.url + url, { headers: bearer(person) })).status;
const seen = ({ world }: Inside): SlidesView | undefined => world.auditorium.slides.peek();
const onDisk = (): string[] => readdirSync(join(office.open.dataDir, 'slides'));

/** Lea shows slides to Max and Nina. */
async function showing(): Promise<{ lea: Inside; max: Inside; nina: Inside; slides: string }> {
  const lea = await startTalk(office);
  const [max, nina] = (await enterHall(office, 'Max', 'Nina')) as [Inside, Inside];
  const { slides } = await send(lea);
  await granted(lea, 'showSlides', { slides });
  await until(() => [lea, max, nina].every((one) => seen(one)?.id === slides), 'all see them');
  return { lea, max, nina, slides };
}

describe('slides', () => {
  it('[T70] are sent and shown by whoever speaks on the stage; a listener is refused at either, also with the floor', async () => {
    const { lea, max, slides } = await showing();
    expect(seen(max)).toEqual({ id: slides, url: `/slides/${slides}`, name: 'Plans', by: lea.id, page: 0, pages: 5 });
    expect((await send(max)).status).toBe(403);
    expect(await max.connection.request('showSlides', { slides })).toEqual({ refused: 'notOnStage' });
    expect(await max.connection.request('showSlides', { slides: null })).toEqual({ refused: 'notOnStage' });
    await granted(max, 'raiseHand', { up: true });
    await granted(lea, 'giveFloor', { personId: max.id, video: true });
    await until(() => max.world.talk.conversation.peek()?.role === 'speaker', 'Max has the floor');
    expect((await send(max)).status).toBe(403);
    expect(await max.connection.request('showSlides', { slides: null })).toEqual({ refused: 'notOnStage' });
    const elsewhere = await office.enter('Ed');
    await standAt(elsewhere, 18, 8);
    await until(() => elsewhere.world.auditorium.stage.peek() === undefined, 'Ed is outside');
    expect((await send(elsewhere)).status).toBe(403);
    expect(await elsewhere.connection.request('turnPage', { page: 1 })).toEqual({ refused: 'noTalk' });
  });

  it("[T70] nobody shows another's, or what nobody sent", async () => {
    const { slides } = await showing();
    const [other] = (await enterHall(office, 'Otto')) as [Inside];
    await standAt(other, 8, 3);
    await until(() => other.world.talk.conversation.peek()?.role === 'speaker', 'Otto speaks');
    for (const forged of [slides, 'A'.repeat(22), '../../comptoir.db'])
      expect(await other.connection.request('showSlides', { slides: forged })).toEqual({ refused: 'noSlides' });
  });

  it('[T73] are read by those in the talk only', async () => {
    const { lea, max, nina, slides } = await showing();
    const url = `/slides/${slides}`;
    expect([await readBy(lea, url), await readBy(max, url)]).toEqual([200, 200]);
    await standAt(nina, 18, 8);
    await until(() => nina.world.auditorium.stage.peek() === undefined, 'Nina left');
    expect(await readBy(nina, url)).toBe(404);
    expect((await fetch(office.open.url + url)).status).toBe(404);
  });

  it('[T74] a turned page is told to all; many at once are told as the last one; latecomers are told of it', async () => {
    const { lea, max, nina } = await showing();
    const told: number[] = [];
    max.world.auditorium.slides.subscribe((slides) => slides && told.push(slides.page));
    for (const page of [1, 2, 3, 1, 2, 3, 4]) void lea.connection.request('turnPage', { page });
    await until(() => seen(max)?.page === 4 && seen(nina)?.page === 4, 'all see the last page');
    expect(told.length).toBeLessThan(6);
    const [late] = (await enterHall(office, 'Late')) as [Inside];
    await until(() => seen(late)?.page === 4, 'Late sees it');
    told.length = 0;
    max.connection.reconnectNow();
    await until(() => told.at(-1) === 4, 'Max, who came again, is told again');
  });

  it('[T75] pages are turned by whoever shows them and by leaders, within what there is', async () => {
    const { lea, max, nina } = await showing();
    expect(await max.connection.request('turnPage', { page: 2 })).toEqual({ refused: 'notShowing' });
    await granted(lea, 'leadTalk', { personId: max.id, leads: true });
    await granted(max, 'turnPage', { page: 2 });
    await until(() => seen(nina)?.page === 2, 'Nina sees the third page');
    await granted(lea, 'turnPage', { page: tuning.slidePages - 1 });
    await until(() => seen(nina)?.page === 4, 'the last one');
    expect(await lea.connection.request('turnPage', { page: tuning.slidePages })).toEqual({ refused: 'invalid' });
    expect(await lea.connection.request('turnPage', { page: -1 })).toEqual({ refused: 'invalid' });
  });

  it('[T75] they stay when their speaker leaves the stage, and another speaker shows others; shown again they go on', async () => {
    const { lea, max, nina, slides } = await showing();
    await granted(lea, 'leadTalk', { personId: nina.id, leads: true });
    await granted(lea, 'turnPage', { page: 3 });
    await standAt(max, 8, 3);
    await until(() => max.world.talk.conversation.peek()?.role === 'speaker', 'Max speaks');
    await standAt(lea, 5, 9);
    await until(() => lea.world.talk.conversation.peek()?.role !== 'speaker', 'Lea sits');
    expect(seen(nina)?.id).toBe(slides);
    const { slides: his } = await send(max, { name: 'Other.pdf', pages: 2 });
    await granted(max, 'showSlides', { slides: his });
    await until(() => seen(nina)?.id === his, 'Nina sees the others');
    await standAt(lea, 5, 3);
    await until(() => lea.world.talk.conversation.peek()?.role === 'speaker', 'Lea speaks again');
    await granted(lea, 'showSlides', { slides });
    await until(() => seen(nina)?.id === slides, 'and shows hers');
    expect(seen(nina)?.page).toBe(3);
    await granted(nina, 'showSlides', { slides: null });
    await until(() => seen(max) === undefined && seen(lea) === undefined, 'a leader takes them away');
    expect(await lea.connection.request('turnPage', { page: 1 })).toEqual({ refused: 'noSlides' });
  });

  it('[T72] end with the talk, and their files with them', async () => {
    const { lea, max, slides } = await showing();
    expect(onDisk()).toEqual([`${slides}.pdf`]);
    await granted(lea, 'endTalk', {});
    await until(() => seen(max) === undefined, 'nothing is shown');
    await until(() => onDisk().length === 0, 'the file is gone');
    expect(await readBy(lea, `/slides/${slides}`)).toBe(404);
    expect((await send(lea)).status).toBe(403);
  });
});
