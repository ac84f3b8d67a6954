// Polls, debates and slides of a talk's page.
import type { KeptDebate, KeptPoll } from '../auditorium/TalkRecord.ts';
import { escapeHtml } from '../pages/escapeHtml.ts';
import { clockTime } from './chapterFiles.ts';
import { fileOf, said, section, type TalkPageFacts, timeLink } from './pageFacts.ts';

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const percent = (count: number, of: number): number => (of === 0 ? 0 : Math.round((count / of) * 100));

export function pollParts(facts: TalkPageFacts): string {
  const { words, replay } = facts;
  const poll = ({ text, options, counts, openedMs }: KeptPoll): string => {
    const all = sum(counts);
    const rows = options.map((option, n) => {
      const count = counts[n] ?? 0;
      return `<li><span ${said(facts)}>${escapeHtml(option)}</span><b>${percent(count, all)} %</b><progress value="${count}" max="${Math.max(1, all)}" aria-hidden="true"></progress></li>`;
    });
    return `<li><h3 ${said(facts)}>${timeLink(facts, openedMs)}<span>${escapeHtml(text)}</span></h3><ul class="bars">${rows.join('')}</ul><p class="muted">${escapeHtml(words.voters(all))}</p></li>`;
  };
  const polls = replay.record.polls.map(poll).join('');
  return section('polls', words.polls, polls === '' ? '' : `<ol class="polls">${polls}</ol>`);
}

export function debateParts(facts: TalkPageFacts): string {
  const { words, replay } = facts;
  const table = ({ sides, spokenMs, before, after }: KeptDebate): string => {
    const [allBefore, allAfter] = [sum(before), sum(after)];
    const rows = sides.map(
      (side, n) =>
        `<tr><th scope="row" ${said(facts)}>${escapeHtml(side)}</th><td>${clockTime(spokenMs[n] ?? 0)}</td><td>${percent(before[n] ?? 0, allBefore)} %</td><td><b>${percent(after[n] ?? 0, allAfter)} %</b></td></tr>`,
    );
    return `<table><thead><tr><th scope="col">${words.position}</th><th scope="col">${words.spoke}</th><th scope="col">${words.before}</th><th scope="col">${words.after}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  };
  return section('debate', words.debate, replay.record.debates.map(table).join(''));
}

export function slideParts(facts: TalkPageFacts): string {
  const { words, replay } = facts;
  const { documents, turns } = replay.record;
  const list = documents.map(({ id, name, pages }) => {
    /** Page -> when it was first seen. */
    const first = new Map<number, number>();
    for (const turn of turns) if (turn.document === id && !first.has(turn.page)) first.set(turn.page, turn.atMs);
    const times = [...first].map(([page, atMs]) => `<li><span>${words.page(page + 1)}</span> ${timeLink(facts, atMs)}</li>`);
    return `<li><p><a href="${escapeHtml(fileOf(facts, `/slides/${id}`))}">${escapeHtml(words.openPdf(name))}</a> <small>${escapeHtml(words.pages(pages))}</small></p>${times.length > 0 ? `<ol class="turns">${times.join('')}</ol>` : ''}</li>`;
  });
  return section('slides', words.slides, list.length === 0 ? '' : `<ul class="documents">${list.join('')}</ul>`);
}
