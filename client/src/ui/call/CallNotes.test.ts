import { describe, expect, it } from 'vitest';
import { type CallFacts, CallNotes } from './CallNotes.ts';

const quiet: CallFacts = {
  microphone: 'ready',
  hearers: [],
  isSpeakingMuted: false,
  isSilent: false,
  microphoneProblem: undefined,
  cameraProblem: undefined,
};
const live: CallFacts = { ...quiet, microphone: 'live', hearers: ['noor'] };

describe('notes of a call', () => {
  it('[U33] the first time somebody hears me it is said, and only then', () => {
    const notes = new CallNotes();
    expect(notes.look(quiet, 0)).toEqual([]);
    expect(notes.look(live, 100)).toEqual([{ kind: 'heard' }]);
    expect(notes.look({ ...live, hearers: ['noor', 'ada'] }, 200)).toEqual([]);
    expect(notes.look(quiet, 300)).toEqual([]);
    expect(notes.look(live, 400)).toEqual([]);
  });

  it('[U33] in a conversation with the microphone off nobody hears me: nothing is said', () => {
    expect(new CallNotes().look({ ...quiet, microphone: 'off', hearers: ['noor'] }, 0)).toEqual([]);
  });

  it('[U33] speaking while muted is said, and not again within twenty seconds', () => {
    const notes = new CallNotes();
    const speaks = { ...quiet, microphone: 'off' as const, isSpeakingMuted: true };
    const stops = { ...speaks, isSpeakingMuted: false };
    expect(notes.look(speaks, 0)).toEqual([{ kind: 'muted' }]);
    expect(notes.look(speaks, 1000)).toEqual([]);
    notes.look(stops, 2000);
    expect(notes.look(speaks, 19_000)).toEqual([]);
    notes.look(stops, 19_500);
    expect(notes.look(speaks, 21_000)).toEqual([{ kind: 'muted' }]);
  });

  it('[U33] an open microphone that gives nothing is said once until it gives something', () => {
    const notes = new CallNotes();
    notes.look(live, 0);
    expect(notes.look({ ...live, isSilent: true }, 5000)).toEqual([{ kind: 'silent' }]);
    expect(notes.look({ ...live, isSilent: true }, 6000)).toEqual([]);
    notes.look(live, 7000);
    expect(notes.look({ ...live, isSilent: true }, 12_000)).toEqual([{ kind: 'silent' }]);
  });

  it.each([
    ['unplugged and replaced', { ...live, microphoneProblem: 'replaced' }, { kind: 'microphoneProblem', problem: 'replaced' }],
    ['unplugged, no other one', { ...quiet, microphoneProblem: 'unplugged' }, { kind: 'microphoneProblem', problem: 'unplugged' }],
    ['denied', { ...quiet, microphoneProblem: 'denied' }, { kind: 'microphoneProblem', problem: 'denied' }],
    ['a camera unplugged', { ...live, cameraProblem: 'unplugged' }, { kind: 'cameraProblem', problem: 'unplugged' }],
    ['a camera in use', { ...live, cameraProblem: 'inUse' }, { kind: 'cameraProblem', problem: 'inUse' }],
  ] as const)('[U33] a device that goes wrong is said: %s', (_, after, note) => {
    const notes = new CallNotes();
    notes.look(after.microphone === 'live' ? live : quiet, 0);
    expect(notes.look(after, 1000)).toContainEqual(note);
    expect(notes.look(after, 2000)).toEqual([]);
  });

  it('[U33] what was wrong already on arrival is no news', () => {
    expect(new CallNotes().look({ ...quiet, microphoneProblem: 'insecure' }, 0)).toEqual([]);
  });
});
