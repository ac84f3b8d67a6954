import { drawnOffice } from '@comptoir/shared/map/drawnOffice';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Scope } from '../lib/Scope.ts';
import { Approach } from './Approach.ts';

/** How often each route fails before it answers. */
const failures = new Map<string, number>();

beforeEach(() => {
  vi.useFakeTimers();
  failures.clear();
  vi.stubGlobal('document', { visibilityState: 'visible' });
  vi.stubGlobal('fetch', async (address: string) => {
    const [route = ''] = address.split('?');
    const left = failures.get(route) ?? 0;
    failures.set(route, left - 1);
    if (left > 0) throw new TypeError('no network');
    if (route.endsWith('/map')) return Response.json(drawnOffice('....'));
    return Response.json(route === '/api/device' ? { persons: [], secure: false } : { id: 'office', mapVersion: '1' });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it.each(['/api/offices/office', '/api/offices/office/map', '/api/device'])('[O2] %s is asked again until it answers', async (route) => {
  failures.set(route, 2);
  const scope = new Scope();
  const approach = new Approach('office');
  const opened = approach.open(scope, () => true);
  await vi.advanceTimersByTimeAsync(30_000);
  scope.end();
  expect((await opened)?.officeId).toBe('office');
  expect(approach.problem.peek()).toBeUndefined();
  expect(approach.device.peek()).toBeDefined();
});
