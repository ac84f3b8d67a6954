// Everything that was written of a talk as Markdown. What somebody wrote stays text there: nothing of it becomes markup.
import { dateWords, hourWords } from '../pages/pageTimes.ts';
import { clockTime } from './chapterFiles.ts';
import type { TalkPageFacts } from './pageFacts.ts';
import { speakersOf } from './talkPage.ts';

/** Signs that would begin something: each behind a backslash. */
const plain = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]()<>#+\-.!|~$&:]/g, '\\$&');

export function markdownFile({
  words,
  language,
  zone,
  replay,
  origin,
  key,
  officeTitle,
}: Omit<TalkPageFacts, 'stylePath' | 'scriptPath'>): string {
  const { record, afterwards } = replay;
  const when = (ms: number): string => `${dateWords(ms, zone, language)}, ${hourWords(ms, zone, language)}`;
  const names = speakersOf(replay);
  const answersTo = (id: string): string[] =>
    afterwards
      .filter(({ question }) => question === id)
      .map(({ text, name, atMs }) => `  - ${plain(text)} (${plain(name)}, ${words.afterwards.toLowerCase()}, ${when(atMs)})`);
  const part = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]);
  const asked = [...record.questions].sort((one, other) => one.askedMs - other.askedMs);
  const later = afterwards.filter(({ question }) => question === '');
  const lines = [
    `# ${plain(record.settings.title)}`,
    '',
    [names.map(plain).join(', '), when(record.startedMs), plain(officeTitle)].filter(Boolean).join(' · '),
    '',
    `<${origin}/t/${record.id}${key === undefined ? '' : `?key=${key}`}>`,
    ...part(
      words.summary,
      record.summary.map((line) => `- ${plain(line)}`),
    ),
    ...part(
      words.chapters,
      record.chapters.map(({ title, atMs }, n) => `- ${clockTime(atMs)} ${plain(title || words.untitled(n + 1))}`),
    ),
    ...part(
      words.notes,
      record.notes.map(({ text, atMs }) => `- ${clockTime(atMs)} ${plain(text)}`),
    ),
    ...part(words.questions, [
      ...asked.flatMap(({ id, text, name, isAnonymous, askedMs }) => [
        `- ${clockTime(askedMs)} **${plain(text)}** (${plain(isAnonymous ? words.noName : name)})`,
        ...answersTo(id),
      ]),
      ...later.flatMap(({ id, text, name, atMs }) => [
        `- **${plain(text)}** (${plain(name)}, ${words.afterwards.toLowerCase()}, ${when(atMs)})`,
        ...answersTo(id),
      ]),
    ]),
    ...part(
      words.links,
      record.links.map(({ title, url }) => `- [${plain(title)}](<${url.replace(/[<>]/g, encodeURIComponent)}>)`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
