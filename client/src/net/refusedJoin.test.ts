import { expect, it } from 'vitest';
import { isRoomMissing, refusalOf, retryAfterOf } from './refusedJoin.ts';

const thrown = (message: string, code: number) => Object.assign(new Error(message), { code });

it('[U61] a refusal has its name, by HTTP and by the socket, and the wait that the server names', () => {
  expect(refusalOf(thrown('tooMany', 429))).toBe('tooMany');
  expect(refusalOf(thrown('', 4613))).toBe('tooMany');
  expect(refusalOf(thrown('Failed to fetch', 0))).toBe('unreachable');
  expect(isRoomMissing(thrown('room not found', 522))).toBe(true);
  expect(retryAfterOf(new Response('{}', { status: 429, headers: { 'Retry-After': '90' } }))).toBe(90);
  expect(retryAfterOf(new Response('{}'))).toBeUndefined();
});
