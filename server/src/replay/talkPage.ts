// The page of a talk that is over, or of a recorded meeting: readable without a script, in the order in which one wants to know. Everything that somebody wrote is escaped.
import { escapeHtml } from '../pages/escapeHtml.ts';
import { frame, shareHead, timeTag } from '../pages/frame.ts';
import { dateWords, hourWords } from '../pages/pageTimes.ts';
import { youtubeChapters } from './chapterFiles.ts';
import { fileOf, said, section, type TalkPageFacts, timeLink } from './pageFacts.ts';
import { playerPart, slideTurnsOf } from './playerParts.ts';
import { questionParts } from './questionParts.ts';
import { durationOf, type Replay } from './Replay.ts';
import type { ReplayWords } from './replayWords.ts';
import { debateParts, pollParts, slideParts } from './resultParts.ts';

const MINUTE_MS = 60_000;

/** As names stand in a sentence. */
export const speakersOf = ({ record }: Pick<Replay, 'record'>): string[] => {
  const names = Object.values(record.speakers).filter((name) => name !== '');
  return [...new Set(names.length > 0 ? names : Object.values(record.leaders).filter((name) => name !== ''))];
};

/** What files of this talk are made of. */
export const timedOf = ({ record, media }: Replay, words: ReplayWords) => ({
  chapters: record.chapters,
  durationMs: media?.durationMs ?? durationOf(record),
  offsetMs: media?.offsetMs ?? 0,
  untitled: words.untitled,
});

export function talkPage(facts: TalkPageFacts): string {
  const { language, words, origin, officeTitle, replay, zone, key, keptUntilMs, placeName } = facts;
  const { record } = replay;
  const { title } = record.settings;
  const names = speakersOf(replay);
  const when = `${dateWords(record.startedMs, zone, language)}, ${hourWords(record.startedMs, zone, language)}`;
  const minutes = words.minutes(Math.max(1, Math.round(durationOf(record) / MINUTE_MS)));
  const body = `
<article class="sheet talk${slideTurnsOf(replay).length > 0 ? ' with-slides' : ''}">
  <header>
    <p class="office">${escapeHtml([placeName, officeTitle].filter(Boolean).join(' · '))}</p>
    <h1 ${said(facts)}>${escapeHtml(title)}</h1>
    <p class="facts">${names.length > 0 ? `<span>${words.with} <b>${escapeHtml(names.join(', '))}</b></span>` : ''}<span>${timeTag(record.startedMs, when)}</span><span>${escapeHtml(minutes)}</span></p>
  </header>
  ${record.meeting ? `<p class="muted">${words.onlyThose}</p>` : ''}
  ${summaryPart(facts)}
  ${chapterParts(facts)}
  ${playerPart(facts)}
  ${noteParts(facts)}
  ${record.meeting ? '' : questionParts(facts)}
  ${pollParts(facts)}
  ${debateParts(facts)}
  ${slideParts(facts)}
  ${linkParts(facts)}
  ${record.meeting ? '' : loungePart(facts) + takeAwayPart(facts)}
  ${keptUntilMs === null ? '' : `<p class="muted until">${escapeHtml(words.until(dateWords(keptUntilMs, zone, language)))}</p>`}
</article>`;
  const page = fileOf({ replay, key }, '');
  const description = record.summary.join(' ') || [names.join(', '), when].filter(Boolean).join(' · ');
  const share = { origin, page, siteName: officeTitle, title, description, language, pictureOf: words.pictureOf };
  const hasSlides = slideTurnsOf(replay).length > 0;
  const script = replay.media || facts.preparing ? `\n<script src="${escapeHtml(facts.scriptPath)}" defer></script>` : '';
  const drawing = hasSlides ? `\n<script type="module" src="${escapeHtml(facts.slidesScriptPath)}"></script>` : '';
  return frame({
    ...{ language, title: `${title} · ${officeTitle}`, head: shareHead(share) + script + drawing },
    ...{ body, stylePath: facts.stylePath, other: page },
  });
}

function summaryPart(facts: TalkPageFacts): string {
  const { summary } = facts.replay.record;
  const list = summary.map((line) => `<li ${said(facts)}>${escapeHtml(line)}</li>`).join('');
  return section('summary', facts.words.summary, list === '' ? '' : `<ul class="summary">${list}</ul>`);
}

function chapterParts(facts: TalkPageFacts): string {
  const { words, replay } = facts;
  const list = replay.record.chapters.map(
    ({ title, atMs }, n) => `<li>${timeLink(facts, atMs)}<span ${said(facts)}>${escapeHtml(title || words.untitled(n + 1))}</span></li>`,
  );
  return section('chapters', words.chapters, list.length === 0 ? '' : `<ol class="chapters">${list.join('')}</ol>`);
}

function noteParts(facts: TalkPageFacts): string {
  const { notes } = facts.replay.record;
  const isOfSeveral = new Set(notes.map(({ name }) => name)).size > 1;
  const list = notes.map(
    ({ text, name, atMs }) =>
      `<li>${timeLink(facts, atMs)}<span ${said(facts)}>${escapeHtml(text)}${isOfSeveral ? ` <small>${escapeHtml(name)}</small>` : ''}</span></li>`,
  );
  return section('notes', facts.words.notes, list.length === 0 ? '' : `<ol class="notes">${list.join('')}</ol>`);
}

function linkParts({ words, replay }: TalkPageFacts): string {
  const list = replay.record.links.map(
    ({ title, url }) => `<li><a href="${escapeHtml(url)}" rel="noopener noreferrer nofollow ugc">${escapeHtml(title)}</a></li>`,
  );
  return section('links', words.links, list.length === 0 ? '' : `<ul class="links">${list.join('')}</ul>`);
}

function loungePart({ words, officePath, lounge }: TalkPageFacts): string {
  const href = lounge === undefined ? officePath : `${officePath}#moveTo=${encodeURIComponent(lounge)}`;
  const verb = lounge === undefined ? words.toOffice : words.toLounge;
  return section(
    'lounge',
    words.lounge,
    `<p class="verbs"><a class="button" href="${escapeHtml(href)}">${verb}</a> <span class="hint">${words.loungeHint}</span></p>`,
  );
}

function takeAwayPart(facts: TalkPageFacts): string {
  const { words, replay, officePath, key } = facts;
  const { record } = replay;
  const file = (name: string, label: string, why = ''): string =>
    `<li><a href="${escapeHtml(fileOf(facts, name))}">${label}</a>${why === '' ? '' : ` <small>${escapeHtml(why)}</small>`}</li>`;
  const { problems } = youtubeChapters(timedOf(replay, words), words.opening);
  const list = [
    file('/notes.md', words.markdown),
    ...(record.chapters.length > 0
      ? [
          file('/chapters.vtt', words.chaptersVtt),
          file('/chapters.json', words.peertube),
          file('/chapters.txt', words.youtube, problems.map((problem) => words.youtubeProblems[problem]).join('; ')),
        ]
      : []),
    ...(record.notes.length > 0 ? [file('/notes.vtt', words.captionsVtt)] : []),
    ...(record.podcast && replay.media?.audio
      ? [`<li><a href="${escapeHtml(`${officePath}/podcast.xml${key === undefined ? '' : `?key=${key}`}`)}">${words.podcast}</a></li>`]
      : []),
  ];
  return section('files', words.takeAway, `<ul class="files">${list.join('')}</ul>`);
}
