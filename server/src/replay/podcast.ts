// The podcast of an office: RSS of the talks whose leaders gave them to it and whose recording is ready.
import { fileOf } from './pageFacts.ts';
import type { Replay } from './Replay.ts';
import { speakersOf } from './talkPage.ts';

export interface PodcastFacts {
  /** `https://office.example.org` */
  origin: string;
  officeTitle: string;
  /** `/o/office`, encoded. */
  officePath: string;
  language: string;
  /** Of an office that is not open; goes on into every address. */
  key: string | undefined;
  /** The latest first. */
  replays: readonly Replay[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
const xml = (text: string): string =>
  text
    .toWellFormed()
    // characters that XML cannot hold, in whatever way
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (found) => ENTITIES[found] ?? found);

const two = (value: number): string => String(value).padStart(2, '0');
const hms = (ms: number): string => {
  const s = Math.round(ms / 1000);
  return `${two(Math.floor(s / 3600))}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
};

export function podcast({ origin, officeTitle, officePath, language, key, replays }: PodcastFacts): string {
  const query = key === undefined ? '' : `?key=${key}`;
  const items = replays.flatMap((replay) => {
    const { record, media } = replay;
    if (!media?.audio || !record.podcast) return [];
    const page = origin + fileOf({ replay, key }, '');
    const names = speakersOf(replay).join(', ');
    const description = record.summary.join('\n') || names || record.settings.title;
    return [
      `    <item>
      <title>${xml(record.settings.title)}</title>
      <link>${xml(page)}</link>
      <guid isPermaLink="false">${xml(record.id)}</guid>
      <pubDate>${new Date(record.startedMs).toUTCString()}</pubDate>
      <description>${xml(description)}</description>${names === '' ? '' : `\n      <itunes:author>${xml(names)}</itunes:author>`}
      <itunes:duration>${hms(media.durationMs)}</itunes:duration>
      <itunes:explicit>false</itunes:explicit>
      <enclosure url="${xml(origin + media.audio)}" length="${media.audioBytes}" type="${xml(media.audioType)}"/>
    </item>`,
    ];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
  <channel>
    <title>${xml(officeTitle)}</title>
    <link>${xml(origin + officePath)}</link>
    <description>${xml(officeTitle)}</description>
    <language>${language}</language>
    <atom:link href="${xml(`${origin}${officePath}/podcast.xml${query}`)}" rel="self" type="application/rss+xml"/>
    <itunes:author>${xml(officeTitle)}</itunes:author>
    <itunes:explicit>false</itunes:explicit>
    <itunes:image href="${xml(origin)}/icons/icon-512.png"/>
${items.join('\n')}
  </channel>
</rss>
`;
}
