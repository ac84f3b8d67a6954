import { describe, expect, it } from 'vitest';
import { howToAnswer, pageOr } from './offlineRules.ts';

const HERE = 'https://office.example';
const asked = (url: string, more = {}) => ({ method: 'GET', mode: 'no-cors', destination: '', url: HERE + url, ...more });
const opened = { mode: 'navigate', destination: 'document' };

describe('the service worker', () => {
  it.each(['/', '/?name=Ada', '/o/hall', '/o/hall?lang=fr#start', '/meetings/monday'])('[U13] answers for the page %s', (url) => {
    expect(howToAnswer(asked(url, opened), HERE)).toBe('page');
  });

  it.each([
    ['/api/offices', {}],
    ['/api/offices', opened],
    ['/matchmake/joinById/b2ZmaWNl', { method: 'POST', mode: 'cors' }],
    ['/maps/office/tiles.png?v=1', {}],
    ['/maps/site/page.html', opened],
    ['/maps/site/page.html', { mode: 'navigate', destination: 'iframe' }],
    ['/assets/index-1234.js', {}],
    ['/sw.js', {}],
    ['/manifest.webmanifest', {}],
    ['/', { method: 'POST', mode: 'navigate', destination: 'document' }],
    ['/', { method: 'HEAD' }],
  ])('[U13] leaves %s alone', (url, more) => {
    expect(howToAnswer(asked(url, more), HERE)).toBeUndefined();
  });

  it('[U13] leaves other hosts alone, and keeps what its own page needs', () => {
    expect(howToAnswer({ ...asked('/', opened), url: 'https://other.example/' }, HERE)).toBeUndefined();
    expect(howToAnswer(asked('/offline.js'), HERE)).toBe('kept');
  });
});

describe('a page that is opened', () => {
  const standIn = async (): Promise<Response> => new Response('stands in');
  const textOf = async (answer: Promise<Response>): Promise<string> => (await answer).text();

  it('[U13] is the server’s, refusals included', async () => {
    for (const status of [200, 404, 429, 500])
      expect(await textOf(pageOr(async () => new Response('the office', { status }), standIn))).toBe('the office');
  });

  it.each([502, 503, 504])('[U13] is the offline one when only a proxy answers (%i), or nobody', async (status) => {
    expect(await textOf(pageOr(async () => new Response('gateway', { status }), standIn))).toBe('stands in');
    expect(await textOf(pageOr(() => Promise.reject(new TypeError('no network')), standIn))).toBe('stands in');
  });

  it('[U13] is what the proxy said when nothing was kept', async () => {
    expect(
      await textOf(
        pageOr(
          async () => new Response('gateway', { status: 502 }),
          async () => undefined,
        ),
      ),
    ).toBe('gateway');
    await expect(
      pageOr(
        () => Promise.reject(new TypeError('no network')),
        async () => undefined,
      ),
    ).rejects.toThrow('no answer');
  });
});
