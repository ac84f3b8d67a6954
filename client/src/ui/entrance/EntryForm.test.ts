import { signal } from '@preact/signals-core';
import { expect, test, vi } from 'vitest';
import type { Entry, EntryOutcome, EntryRefusal, UiPort } from '../UiPort.ts';
import type { KnownPerson } from './chooseIdentity.ts';
import { EntryForm } from './EntryForm.ts';

/** @param answers of the door, try by try; then it is open */
function atDoor(answers: (EntryRefusal | { refused: EntryRefusal; retryAfterS: number })[], door: 'open' | 'link' = 'open') {
  const enter = vi.fn(async (_entry: Entry): Promise<EntryOutcome> => {
    const refused = answers.shift();
    if (typeof refused === 'object') return refused;
    return refused ? { refused } : { ok: true };
  });
  const knock = vi.fn(async (_entry: Entry): Promise<EntryOutcome> => ({ ok: true }));
  const takeLink = vi.fn((text: string) => (text === 'good' ? ('kept' as const) : ('none' as const)));
  const refusal = signal<EntryRefusal | undefined>(undefined);
  const me = signal<Partial<KnownPerson> | undefined>(undefined);
  const app = {
    ...{ enter, knock, secureContext: true, prefill: { name: 'Ada' } },
    preferences: { get: (name: string) => (name === 'devicesSeen' ? true : ''), set: () => undefined },
    device: signal({ persons: [], secure: true }),
    office: signal({ door }),
    account: { me },
    doorway: { takeLink, refusal, invited: signal(false), knock: signal(undefined), withdraw: () => undefined },
  };
  return { form: new EntryForm(app as unknown as UiPort, 'You, window 2'), enter, knock, refusal, me, app };
}

test('[U61] an open door asks for nothing, and neither does one that knows me', async () => {
  const { form, enter } = atDoor([]);
  await form.proceed();
  expect(enter).toHaveBeenCalledWith(expect.not.objectContaining({ password: expect.anything() }));
  expect(form.screen.peek()).toBe('who');
});

test('[U61] a password is asked for after a refusal, and what was typed stays', async () => {
  const { form, enter } = atDoor(['password', 'wrongPassword', 'tooMany']);
  form.trade.value = 'Mathematics';
  await form.proceed();
  expect([form.screen.peek(), form.refusal.peek()]).toEqual(['password', undefined]);
  form.password.value = 'wrong';
  await form.openWithPassword();
  expect([form.screen.peek(), form.refusal.peek(), form.password.peek()]).toEqual(['password', 'wrongPassword', 'wrong']);
  await form.openWithPassword();
  expect([form.screen.peek(), form.refusal.peek()]).toEqual(['password', 'tooMany']);
  form.password.value = 'right';
  await form.openWithPassword();
  expect(enter).toHaveBeenLastCalledWith(expect.objectContaining({ name: 'Ada', trade: 'Mathematics', password: 'right' }));
  form.back();
  expect([form.screen.peek(), form.name.peek(), form.trade.peek()]).toEqual(['who', 'Ada', 'Mathematics']);
});

test('[U61] too many wrong passwords: the moment is said that the server names, to the minute', async () => {
  vi.useFakeTimers({ now: 0 });
  const { form } = atDoor([{ refused: 'tooMany', retryAfterS: 95 }, 'tooMany']);
  await form.enterAs('new');
  expect([form.refusal.peek(), form.againAtMs.peek()]).toEqual(['tooMany', 120_000]);
  await form.enterAs('new');
  expect(form.againAtMs.peek()).toBe(60_000);
  vi.useRealTimers();
});

test('[U61] a door by link asks for one, and tries again with it', async () => {
  const { form, enter } = atDoor(['link']);
  await form.proceed();
  expect(form.screen.peek()).toBe('link');
  expect(form.openWithLink('bad')).toBe(false);
  expect(form.openWithLink('good')).toBe(true);
  expect(enter).toHaveBeenCalledTimes(2);
});

test('[U61] a link that is over is said where another one may be pasted', async () => {
  const { form } = atDoor(['invitation'], 'link');
  await form.proceed();
  expect([form.screen.peek(), form.refusal.peek()]).toEqual(['link', 'invitation']);
});

test('[U62] where a host opens, Enter knocks once the door has refused', async () => {
  const { form, knock } = atDoor(['knock']);
  await form.proceed();
  expect(knock).toHaveBeenCalledWith(expect.objectContaining({ name: 'Ada', as: 'new' }));
  expect(form.step.peek().kind).toBe('typing');
});

test('[U62] let in while nobody pressed Enter, and still refused: it is said', async () => {
  const { form, refusal } = atDoor([]);
  const stop = form.watch();
  refusal.value = 'full';
  await Promise.resolve();
  expect(form.refusal.peek()).toBe('full');
  stop();
});

const NOOR = { personId: 'noor', name: 'Noor', trade: 'Illustrator', appearance: '', here: false };

test('[U117] signed in, Enter comes in as the account, whatever name is typed', async () => {
  const { form, enter, me, app } = atDoor([]);
  const stop = form.watch();
  app.prefill = {} as never;
  me.value = NOOR;
  await Promise.resolve();
  expect([form.name.peek(), form.trade.peek()]).toEqual(['Noor', 'Illustrator']);
  form.name.value = 'Noor B.';
  await form.proceed();
  expect(enter).toHaveBeenCalledWith(expect.objectContaining({ name: 'Noor B.', as: { personId: 'noor' } }));
  stop();
});

test('[U117] signed in and inside by another tab, it is asked', async () => {
  const { form, enter, me, app } = atDoor([]);
  app.prefill = {} as never;
  me.value = { ...NOOR, here: true };
  await form.proceed();
  expect(form.step.peek().kind).toBe('asking');
  expect(enter).not.toHaveBeenCalled();
});

test('[U117] another name in the address is somebody else; the same name is the account', async () => {
  const { form, enter, me, app } = atDoor([]);
  me.value = NOOR;
  await form.proceed();
  expect(enter).toHaveBeenLastCalledWith(expect.objectContaining({ name: 'Ada', as: 'new' }));
  app.prefill.name = 'noor';
  form.name.value = 'Noor';
  await form.proceed();
  expect(enter).toHaveBeenLastCalledWith(expect.objectContaining({ as: { personId: 'noor' } }));
});

test('[U124] signed out, the fields are empty again', async () => {
  const { form, me, app } = atDoor([]);
  app.prefill = {} as never;
  const stop = form.watch();
  me.value = NOOR;
  await Promise.resolve();
  me.value = undefined;
  await Promise.resolve();
  expect([form.name.peek(), form.trade.peek(), form.isChanging.peek()]).toEqual(['', '', false]);
  stop();
});
