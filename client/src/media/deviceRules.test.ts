import { describe, expect, it } from 'vitest';
import { choicesOf, deviceToOpen, NO_SILENCE, nextSilence, problemOf } from './deviceRules.ts';

describe('[K27] a device', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotFoundError', 'notFound'],
    ['OverconstrainedError', 'notFound'],
    ['NotReadableError', 'inUse'],
    ['AbortError', 'inUse'],
    ['TypeError', 'failed'],
  ])('that says %s is %s', (name, problem) => {
    expect(problemOf(Object.assign(new Error('no'), { name }))).toBe(problem);
  });

  it('that is nothing at all failed', () => expect(problemOf(undefined)).toBe('failed'));

  it('is the chosen one while it is there, else the one the browser takes', () => {
    const list = [{ id: 'a', label: 'Headset' }];
    expect(deviceToOpen(list, 'a')).toBe('a');
    expect(deviceToOpen(list, 'gone')).toBeUndefined();
    expect(deviceToOpen(list, undefined)).toBeUndefined();
  });

  it('without an id, as before it was allowed, is no choice', () => {
    const devices = [
      { kind: 'audioinput', deviceId: '', label: '' },
      { kind: 'audioinput', deviceId: 'a', label: 'Headset' },
      { kind: 'videoinput', deviceId: 'c', label: 'Camera' },
    ];
    expect(choicesOf(devices, 'audioinput')).toEqual([{ id: 'a', label: 'Headset' }]);
  });
});

describe('[K27] a microphone', () => {
  const listen = (peaks: readonly number[]): boolean =>
    peaks.reduce((silence, peak, i) => nextSilence(silence, peak, i * 1000), NO_SILENCE).isSilent;

  it('that gives nothing for four seconds is silent', () => expect(listen([0, 0, 0, 0, 0])).toBe(true));
  it('is not silent yet after three', () => expect(listen([0, 0, 0, 0])).toBe(false));
  it('in a quiet room is not silent', () => expect(listen([0.001, 0.0005, 0.0008, 0.001, 0.0006])).toBe(false));
  it('that gives something again is silent no more', () => expect(listen([0, 0, 0, 0, 0, 0.01])).toBe(false));
});
