import type { SlidesView } from '@comptoir/shared/protocol/auditorium';
import { signal } from '@preact/signals-core';
import { expect, test } from 'vitest';
import { pageOfKey } from './pageOfKey.ts';
import { SlideReading } from './SlideReading.ts';

const shown: SlidesView = { id: 'deck', url: '/slides/deck', name: 'Plans', by: 'ada', page: 3, pages: 10 };

function read(answer: { ok: true } | { refused: string } = { ok: true }) {
  const slides = signal<SlidesView | undefined>(shown);
  const turned: number[] = [];
  const waiting: (() => void)[] = [];
  const reading = new SlideReading({
    slides,
    async turn(page) {
      turned.push(page);
      return answer;
    },
    later: (run) => waiting.push(run),
  });
  const tell = (page: number, id = shown.id): void => {
    slides.value = { ...shown, id, page };
    reading.told(slides.value);
  };
  tell(shown.page);
  const wait = (): void => {
    for (const run of waiting.splice(0)) run();
  };
  return { slides, reading, turned, tell, wait };
}

test('[T74] the page that is shown is looked at', () => {
  const { reading, tell } = read();
  expect([reading.page.value, reading.isApart.value]).toEqual([3, false]);
  tell(7);
  expect(reading.page.value).toBe(7);
});

test('[T75] what I turn to is shown at once, one after the other, and in range', async () => {
  const { reading, turned, tell } = read();
  void reading.turnTo(reading.page.value + 1);
  void reading.turnTo(reading.page.value + 1);
  await reading.turnTo(99);
  expect([turned, reading.page.value]).toEqual([[4, 5, 9], 9]);
  // an earlier one that is told meanwhile does not flicker
  tell(4);
  expect(reading.page.value).toBe(9);
  tell(9);
  tell(2);
  expect(reading.page.value).toBe(2);
});

test('[T75] what is refused, or never told back, is as it was', async () => {
  const refused = read({ refused: 'notShowing' });
  await refused.reading.turnTo(8);
  expect(refused.reading.page.value).toBe(3);
  const silent = read();
  await silent.reading.turnTo(8);
  expect(silent.reading.page.value).toBe(8);
  silent.wait();
  expect(silent.reading.page.value).toBe(3);
});

test('[T78] I look back on my own, no further than was shown, until I follow again', () => {
  const { reading, tell, turned } = read();
  reading.lookAt(1);
  expect([reading.page.value, reading.isApart.value]).toEqual([1, true]);
  tell(5);
  expect(reading.page.value).toBe(1);
  reading.lookAt(99);
  expect([reading.page.value, reading.isApart.value]).toEqual([5, true]);
  tell(2);
  reading.lookAt(4);
  expect(reading.page.value).toBe(4);
  reading.follow();
  expect([reading.page.value, reading.isApart.value, turned]).toEqual([2, false, []]);
});

test('[T78] other slides begin where they are shown', () => {
  const { reading, tell } = read();
  tell(9);
  reading.lookAt(1);
  tell(0, 'other');
  expect([reading.page.value, reading.isApart.value, reading.furthest.value]).toEqual([0, false, 0]);
});

test('[T77] keys turn pages, and not beyond the ends', () => {
  const turns = ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'ArrowLeft', 'ArrowUp', 'PageUp', 'Home', 'End', 'a', 'Enter'];
  expect(turns.map((key) => pageOfKey(key, 4, 10))).toEqual([5, 5, 5, 5, 3, 3, 3, 0, 9, undefined, undefined]);
  expect([pageOfKey('PageDown', 9, 10), pageOfKey('PageUp', 0, 10)]).toEqual([9, 0]);
});
