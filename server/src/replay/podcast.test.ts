// The podcast as an XML parser reads it: only talks that were given to it, and nothing written breaks it.
import sax from 'sax';
import { expect, it } from 'vitest';
import { podcast } from './podcast.ts';
import type { Replay } from './Replay.ts';
import { testReplay } from './testReplay.ts';

const media = {
  ...{ video: undefined, audio: '/t/talk1/replay.mp3?key=k', videoType: '', audioType: 'audio/mpeg' },
  ...{ audioBytes: 1234, durationMs: 3_723_000, offsetMs: 0 },
};

/** Each element with what stands in it. @throws when it is no well-formed XML */
function elementsOf(text: string): { name: string; text: string; attributes: Record<string, string> }[] {
  const parser = sax.parser(true);
  const open: { name: string; text: string; attributes: Record<string, string> }[] = [];
  const all: typeof open = [];
  parser.onerror = (err) => {
    throw err;
  };
  parser.onopentag = ({ name, attributes }) => {
    const element = { name, text: '', attributes: attributes as Record<string, string> };
    open.push(element);
    all.push(element);
  };
  parser.ontext = (words) => {
    const inner = open.at(-1);
    if (inner) inner.text += words;
  };
  parser.onclosetag = () => open.pop();
  parser.write(text).close();
  return all;
}

const given = (text?: (what: string) => string): Replay => {
  const replay = testReplay(text);
  return { ...replay, media, record: { ...replay.record, podcast: true } };
};
const feed = (replays: readonly Replay[]): string =>
  podcast({
    ...{ origin: 'https://office.example.org', officeTitle: 'A & B', officePath: '/o/office', language: 'en' },
    key: 'k',
    replays,
  });

it('[T93] holds the talks that were given to it and are recorded, and no others', () => {
  const withheld = { ...given(), record: { ...given().record, podcast: false } };
  const elements = elementsOf(feed([given(), withheld, { ...given(), media: undefined }]));
  expect(elements.filter(({ name }) => name === 'item')).toHaveLength(1);
  const find = (name: string) => elements.findLast((one) => one.name === name);
  expect(find('enclosure')?.attributes).toEqual({
    url: 'https://office.example.org/t/talk1/replay.mp3?key=k',
    length: '1234',
    type: 'audio/mpeg',
  });
  expect(find('pubDate')?.text).toBe('Thu, 26 Nov 2026 18:30:00 GMT');
  expect(find('itunes:duration')?.text).toBe('01:02:03');
  expect(find('atom:link')?.attributes.href).toBe('https://office.example.org/o/office/podcast.xml?key=k');
});

it('[T93] is well-formed whatever was written', () => {
  const elements = elementsOf(feed([given((what) => `]]>${what}\u0001<b a='"'>&\ud800`)]));
  expect(elements.filter(({ name }) => name === 'b')).toEqual([]);
  expect(elements.findLast(({ name }) => name === 'title')?.text).toContain('<b a=');
});
