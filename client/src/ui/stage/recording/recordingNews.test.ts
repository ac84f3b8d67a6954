import { expect, it } from 'vitest';
import { type RecordingFacts, recordingNews } from './recordingNews.ts';

const facts = (
  state: RecordingFacts['state'],
  mine: RecordingFacts['mine'] = 'none',
  talk: string | undefined = 'rivers',
): RecordingFacts => ({
  of: 'talk',
  ...{ talk, state, mine },
});

it.each([
  ['it begins', facts(undefined), facts('on'), 'on'],
  ['everybody agreed', facts('asking'), facts('on'), 'on'],
  ['nobody speaks', facts('on'), facts('paused'), 'paused'],
  ['somebody speaks again', facts('paused'), facts('on'), 'on'],
  ['it ends', facts('on'), facts(undefined), 'off'],
  ['nothing came of it', facts('asking'), facts(undefined), undefined],
  ['it is asked for', facts(undefined), facts('asking'), 'asking'],
  ['I am asked: the card says so', facts(undefined), facts('asking', 'asked'), undefined],
  ['I come into a talk that is recorded', facts(undefined, 'none', ''), facts('on'), 'on'],
  ['from one that is recorded into another', facts('on', 'none', 'stones'), facts('on'), 'on'],
  ['nothing changed', facts('on'), facts('on', 'agreed'), undefined],
])('[T110] %s', (_what, before, now, news) => {
  expect(recordingNews(before, now)).toBe(news);
});

it('[T110] the end of the talk is said by others', () => {
  expect(recordingNews(facts('on'), { of: 'talk', talk: undefined, state: undefined, mine: 'none' })).toBeUndefined();
});

it('[T143] of a room it is said as of a talk; whoever comes in and is asked hears that from the card', () => {
  const room = (state: RecordingFacts['state'], mine: RecordingFacts['mine'] = 'agreed'): RecordingFacts => ({
    ...{ of: 'room', talk: 'attic', state, mine },
  });
  expect(recordingNews(room('on'), room('paused'))).toBe('paused');
  expect(recordingNews(room(undefined), room('paused', 'asked'))).toBeUndefined();
  expect(recordingNews(room('paused', 'asked'), room('on'))).toBe('on');
  expect(recordingNews(room('paused'), room(undefined))).toBe('off');
});
