// The questions of a talk's page: at their times, with what was answered afterwards, and forms for more that need no script.
import { tuning } from '@comptoir/shared/tuning';
import type { KeptQuestion } from '../auditorium/TalkRecord.ts';
import { escapeHtml } from '../pages/escapeHtml.ts';
import { timeTag } from '../pages/frame.ts';
import { dateWords, hourWords } from '../pages/pageTimes.ts';
import { clockTime } from './chapterFiles.ts';
import { said, section, type TalkPageFacts, timeLink } from './pageFacts.ts';
import type { Afterwards } from './Replay.ts';

export function questionParts(facts: TalkPageFacts): string {
  const { words, replay } = facts;
  const asked = [...replay.record.questions].sort((one, other) => one.askedMs - other.askedMs);
  const later = replay.afterwards.filter(({ question }) => question === '');
  const list = [...asked.map((one) => askedLive(facts, one)), ...later.map((one) => askedLater(facts, one))].join('');
  const body = `
    ${list === '' ? `<p class="muted">${words.noQuestions}</p>` : `<ol class="questions">${list}</ol>`}
    <details class="write"><summary class="button">${words.ask}</summary>${form(facts, '', words.yourQuestion, words.sendQuestion)}</details>`;
  return section('questions', words.questions, body);
}

function askedLive(facts: TalkPageFacts, { id, text, name, isAnonymous, votes, askedMs, answeredMs }: KeptQuestion): string {
  const { words } = facts;
  const marks = [
    ...(votes > 0 ? [`<span>${escapeHtml(words.votes(votes))}</span>`] : []),
    ...(answeredMs === null ? [] : [`<span class="good">${escapeHtml(words.answeredLive(clockTime(answeredMs)))}</span>`]),
  ];
  return question(facts, { id, text, by: isAnonymous ? words.noName : name, head: timeLink(facts, askedMs), marks });
}

function askedLater(facts: TalkPageFacts, { id, text, name, atMs }: Afterwards): string {
  return question(facts, { id, text, by: name, head: '', marks: [later(facts, atMs)] });
}

interface Shown {
  id: string;
  text: string;
  by: string;
  /** HTML. */
  head: string;
  marks: readonly string[];
}

function question(facts: TalkPageFacts, { id, text, by, head, marks }: Shown): string {
  const { words, replay } = facts;
  const answers = replay.afterwards
    .filter((one) => one.question === id)
    .map(
      (one) =>
        `<li id="a-${escapeHtml(one.id)}"><p class="text" dir="auto">${lines(one.text)}</p><p class="by"><b>${escapeHtml(one.name)}</b> ${later(facts, one.atMs)}</p></li>`,
    )
    .join('');
  return `<li id="q-${escapeHtml(id)}">
      <p class="text" ${said(facts)}>${head}<span>${lines(text)}</span></p>
      <p class="by"><b>${escapeHtml(by)}</b> ${marks.join(' ')}</p>
      ${answers === '' ? '' : `<ol class="answers">${answers}</ol>`}
      <details class="write"><summary class="link" aria-label="${escapeHtml(words.answerTo(text))}">${words.answer}</summary>${form(facts, id, words.yourAnswer, words.sendAnswer)}</details>
    </li>`;
}

/** T89: that it came after the talk, and when. */
function later({ words, zone, language }: TalkPageFacts, atMs: number): string {
  const when = `${dateWords(atMs, zone, language)}, ${hourWords(atMs, zone, language)}`;
  return `<span class="later">${words.afterwards} · ${timeTag(atMs, when)}</span>`;
}

function form(facts: TalkPageFacts, id: string, label: string, send: string): string {
  const { words, replay, key, language, myName } = facts;
  const action = `/t/${replay.record.id}/write?lang=${language}${key === undefined ? '' : `&key=${key}`}`;
  return `<form method="post" action="${escapeHtml(action)}">
      <input type="hidden" name="question" value="${escapeHtml(id)}">
      <label><span>${label}</span><textarea name="text" rows="3" required maxlength="${tuning.answerLength}"></textarea></label>
      <label><span>${words.yourName}</span><input name="name" required maxlength="${tuning.nameLength}" value="${escapeHtml(myName)}" autocomplete="nickname"></label>
      <button class="button primary">${send}</button>
      <small>${words.whoReads}</small>
    </form>`;
}

const lines = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>');
