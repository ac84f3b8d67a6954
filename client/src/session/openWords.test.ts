import { expect, test } from 'vitest';
import { channelIn, withoutChannel } from './openWords.ts';

test('[U145] a note leads to the words of two, once', () => {
  expect([channelIn('#chat=p%3A1'), channelIn('#door&chat=topic%3A7'), channelIn('#door'), channelIn('')]).toEqual([
    ...['p:1', 'topic:7', undefined, undefined],
  ]);
  expect(withoutChannel('https://a.example/o/x?lang=fr#chat=p1')).toBe('/o/x?lang=fr');
  expect(withoutChannel('https://a.example/o/x#door&chat=p1')).toBe('/o/x#door');
});
