import { describe, expect, it } from 'vitest';
import { invitationOf, readAddress } from './address.ts';

const read = (pathname: string, hash = '', search = '') => readAddress({ pathname, hash, search });

describe('the address of the page', () => {
  it.each([
    ['/', 'office'],
    ['/o/office', 'office'],
    ['/o/events/summer', 'events/summer'],
    ['/o/caf%C3%A9/', 'café'],
    ['/o/%zz', '%zz'],
  ])('[O5] %s is the office %s', (path, officeId) => {
    expect(read(path).officeId).toBe(officeId);
  });

  it.each([
    ['#terrace', { start: 'terrace' }],
    ['#moveTo=120,40', { moveTo: '120,40' }],
    ['#terrace&moveTo=kitchen', { start: 'terrace', moveTo: 'kitchen' }],
    ['#moveTo=kitchen&terrace', { start: 'terrace', moveTo: 'kitchen' }],
    ['#k=v', {}],
  ])('[O5] %s says where to', (hash, expected) => {
    expect(read('/', hash)).toEqual({ officeId: 'office', ...expected });
  });

  it('[O5] name and trade prefill the entrance', () => {
    expect(read('/', '', '?name=Ada&trade=profiling%20et%20ciblage')).toMatchObject({ name: 'Ada', trade: 'profiling et ciblage' });
  });

  it('[O5] an invitation names the office and nobody', () => {
    expect(invitationOf({ origin: 'https://a.example' }, 'office')).toBe('https://a.example/');
    expect(invitationOf({ origin: 'https://a.example' }, 'a b/c')).toBe('https://a.example/o/a%20b/c');
  });
});
