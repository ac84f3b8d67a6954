import { describe, expect, it } from 'vitest';
import { invitationOf, readAddress, readInvitation, secondWindowOf, withInvite } from './address.ts';

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
    expect(read('/', hash)).toEqual({ officeId: 'office', isSecond: false, ...expected });
  });

  it('[O5] name and trade prefill the entrance', () => {
    expect(read('/', '', '?name=Ada&trade=profiling%20et%20ciblage')).toMatchObject({ name: 'Ada', trade: 'profiling et ciblage' });
  });

  it('[O5] an invitation names the office and nobody', () => {
    expect(invitationOf({ origin: 'https://a.example' }, 'office')).toBe('https://a.example/');
    expect(invitationOf({ origin: 'https://a.example' }, 'a b/c')).toBe('https://a.example/o/a%20b/c');
  });

  it('[U60] an invitation is read from it, and taken out of it with nothing else', () => {
    expect(read('/o/atelier', '', '?invite=abc').invite).toBe('abc');
    expect(read('/', '', '?invite=').invite).toBeUndefined();
    const href = 'https://a.example/o/atelier?name=Ada&invite=abc#lounge';
    expect(withInvite(href, undefined)).toBe('/o/atelier?name=Ada#lounge');
    expect(withInvite('https://a.example/?invite=abc', undefined)).toBe('/');
    expect(withInvite('https://a.example/#lounge', 'a b')).toBe('/?invite=a+b#lounge');
  });

  it.each([
    ['https://a.example/o/atelier?invite=abc', { officeId: 'atelier', invite: 'abc', isHere: true }],
    [' <https://b.example/?invite=abc> ', { officeId: 'office', invite: 'abc', isHere: false }],
    ['a.example/?invite=abc#lounge', { officeId: 'office', invite: 'abc', isHere: true }],
    ['https://a.example/o/atelier', undefined],
    ['abc', undefined],
    ['', undefined],
  ])('[U60] a pasted %j', (text, found) => {
    expect(readInvitation(text, 'https://a.example')).toEqual(found);
  });

  it('[U64] a second window is somebody else, of another name', () => {
    const second = new URL(secondWindowOf('https://a.example/o/atelier', 'Toi, fenêtre 2', 'fr', 'abc'));
    expect(readAddress(second)).toMatchObject({ officeId: 'atelier', name: 'Toi, fenêtre 2', invite: 'abc', isSecond: true });
    expect(readAddress(new URL(secondWindowOf('https://a.example/', 'You', 'en', undefined))).invite).toBeUndefined();
  });
});
