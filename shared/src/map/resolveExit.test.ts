import { expect, it } from 'vitest';
import { resolveExit } from './resolveExit.ts';

it.each([
  ['#door', { kind: 'start', start: 'door' }],
  ['#door&moveTo=a', { kind: 'start', start: 'door', moveTo: 'a' }],
  ['summer.tmj', { kind: 'start' }],
  ['winter.tmj#gate', { kind: 'office', office: 'events/winter', start: 'gate' }],
  ['./winter.json', { kind: 'office', office: 'events/winter' }],
  ['../office.json?x=1#entrance', { kind: 'office', office: 'office', start: 'entrance' }],
  ['/deep/er/a%20b.tmj', { kind: 'office', office: 'deep/er/a b' }],
  ['winter', { kind: 'office', office: 'events/winter' }],
  ['/o/office#entrance', { kind: 'office', office: 'office', start: 'entrance' }],
  ['/o/events/summer#x', { kind: 'start', start: 'x' }],
  ['https://office.example/o/office#a', { kind: 'office', office: 'office', start: 'a' }],
  ['https://office.example/login', { kind: 'outside', url: 'https://office.example/login' }],
  ['https://else.example/o/office', { kind: 'outside', url: 'https://else.example/o/office' }],
])('[O26] %j in events/summer leads to %j', (url, goal) => {
  expect(resolveExit(url, 'events/summer', 'https://office.example')).toEqual(goal);
});

it.each([
  ['', 'leads nowhere'],
  ['../../up.tmj', 'leads out of the maps folder'],
  ['%2e%2e/%2e%2e/up.tmj', 'leads out of the maps folder'],
  ['javascript:alert(1)', 'is no address of an office'],
  ['//else.example/a.tmj', 'is no address of an office'],
  ['..\\a.tmj', 'is no address of an office'],
  ['/_/global/else.example/a.json', 'is an address of WorkAdventure'],
  ['/@/team/world/map', 'is an address of WorkAdventure'],
  ['..', 'names no map'],
])('[O26] %j is a sentence', (url, why) => {
  const goal = resolveExit(url, 'events/summer', 'https://office.example');
  expect(goal).toEqual({ kind: 'broken', sentence: expect.stringContaining(why) as string });
});
