import { expect, test } from 'vitest';
import { SlideShelf } from './SlideShelf.ts';
import { testPages } from './testPages.ts';

const named = (name: string): unknown => ({ name });

test('[T76] a page is drawn once for a width, and kept', async () => {
  const pages = testPages(9);
  const shelf = new SlideShelf(pages);
  const first = shelf.picture(2, 800);
  await pages.finish();
  expect(await first).toEqual(named('2:800'));
  expect(await shelf.picture(2, 800)).toEqual(named('2:800'));
  expect(pages.begun).toEqual(['2:800']);
  const wider = shelf.picture(2, 1600);
  await pages.finish();
  expect(await wider).toEqual(named('2:1600'));
});

test('[T76] what is wanted now stops what was wanted before', async () => {
  const pages = testPages(9);
  const shelf = new SlideShelf(pages);
  const before = shelf.picture(0, 800);
  await new Promise((resolve) => setTimeout(resolve));
  const now = shelf.picture(5, 800);
  await pages.finish();
  expect([await before, await now]).toEqual([undefined, named('5:800')]);
  expect(pages.stopped).toEqual(['0:800']);
});

test('[T76] asked twice for what is being drawn, it goes on', async () => {
  const pages = testPages(9);
  const shelf = new SlideShelf(pages);
  const [one, two] = [shelf.picture(1, 800), shelf.picture(1, 800)];
  await pages.finish();
  expect([await one, await two]).toEqual([named('1:800'), named('1:800')]);
  expect(pages.begun).toEqual(['1:800']);
});

test('[T76] a few pictures are kept, the last used ones', async () => {
  const pages = testPages(9);
  const shelf = new SlideShelf(pages);
  for (const index of [0, 1, 2, 3]) {
    const drawn = shelf.picture(index, 800);
    await pages.finish();
    await drawn;
  }
  expect(shelf.kept(0, 800)).toEqual(named('0:800'));
  const fifth = shelf.picture(4, 800);
  await pages.finish();
  await fifth;
  expect([0, 1, 2, 3, 4].filter((index) => shelf.kept(index, 800))).toEqual([0, 2, 3, 4]);
});

test('[T76] a page that could not be read is asked for again', async () => {
  const pages = testPages(3);
  const { page } = pages;
  let isBroken = true;
  pages.page = (index) => (isBroken ? Promise.reject(new Error('no network')) : page(index));
  const shelf = new SlideShelf(pages);
  await expect(shelf.picture(0, 800)).rejects.toThrow('no network');
  isBroken = false;
  const again = shelf.picture(0, 800);
  await pages.finish();
  expect(await again).toEqual(named('0:800'));
});

test('closed, it draws no more', async () => {
  const pages = testPages(3);
  const shelf = new SlideShelf(pages);
  const drawn = shelf.picture(0, 800);
  await new Promise((resolve) => setTimeout(resolve));
  shelf.close();
  expect([await drawn, pages.isClosed]).toEqual([undefined, true]);
});
