import { signal } from '@preact/signals-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Scope } from '../lib/Scope.ts';
import { Auditorium } from '../world/Auditorium.ts';
import type { World } from '../world/World.ts';
import { playApplause } from './playApplause.ts';
import type { ShortSounds } from './ShortSounds.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[T65] applause is heard when hands clap, at most twice at once, and not where sounds are off', () => {
  const auditorium = new Auditorium();
  const wanted = signal(true);
  let played = 0;
  const sounds = { play: () => played++ } as unknown as ShortSounds;
  const scope = new Scope();
  playApplause(scope, { auditorium } as World, sounds, wanted);
  auditorium.hearApplause({ heart: 3 });
  expect(played).toBe(0);
  for (let n = 0; n < 5; n++) auditorium.hearApplause({ clap: 2 });
  expect(played).toBe(1);
  vi.advanceTimersByTime(500);
  auditorium.hearApplause({ clap: 2 });
  expect(played).toBe(2);
  vi.advanceTimersByTime(500);
  wanted.value = false;
  auditorium.hearApplause({ clap: 2 });
  scope.end();
  wanted.value = true;
  auditorium.hearApplause({ clap: 2 });
  expect(played).toBe(2);
});
