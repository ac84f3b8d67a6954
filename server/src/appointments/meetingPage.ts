// The page of a meeting: readable without a script, for people and for link previews. Everything that somebody wrote is escaped.
import type { OccurrenceView } from '@comptoir/shared/protocol/appointments';
import { escapeHtml } from '../pages/escapeHtml.ts';
import { frame, shareHead, timeTag } from '../pages/frame.ts';
import type { PageLanguage } from '../pages/pageLanguage.ts';
import { dateWords, hourWords, zoneWords } from '../pages/pageTimes.ts';
import type { Appointment } from './Appointment.ts';
import { pageWords, repeatWords } from './pageWords.ts';

export interface PageFacts {
  language: PageLanguage;
  /** Where this server is reached: `https://office.example.org` */
  origin: string;
  officeTitle: string;
  /** `/o/office`, encoded. */
  officePath: string;
  placeName: string;
  appointment: Appointment;
  /** The next three, with what this browser said. */
  next: readonly OccurrenceView[];
  /** Of an office that is not open; goes on into every link. */
  key: string | undefined;
  /** Of what lies beside the page: /e/page.css */
  stylePath: string;
}

export interface Links {
  page: string;
  file: string;
  feed: string;
  place: string;
}

/** Paths on this server, and the deep link, which leads to the meeting's place. */
export function linksOf({ id }: Pick<Appointment, 'id'>, officePath: string, key: string | undefined): Links {
  const query = key === undefined ? '' : `?key=${key}`;
  return {
    page: `/e/${id}${query}`,
    file: `/e/${id}.ics${query}`,
    feed: `${officePath}/agenda.ics${query}`,
    place: `${officePath}?at=${id}${key === undefined ? '' : `&key=${key}`}`,
  };
}

/** "Thursday, 26 November 2026, 18:30 – 19:30" with machine-readable times. */
function spanWords({ startMs, endMs }: OccurrenceView, zone: string, language: PageLanguage): string {
  const start = timeTag(startMs, `${dateWords(startMs, zone, language)}, ${hourWords(startMs, zone, language)}`);
  return `${start} – ${timeTag(endMs, hourWords(endMs, zone, language))}`;
}

export function meetingPage(facts: PageFacts): string {
  const { language, origin, officeTitle, appointment, next, key, placeName, officePath } = facts;
  const words = pageWords[language];
  const links = linksOf(appointment, officePath, key);
  const { title, theme, zone, start, repeat, cancelledMs } = appointment;
  const [first, ...others] = next;
  const repeated = repeatWords(start, repeat, language);
  const off = cancelledMs !== undefined ? words.cancelled : first ? undefined : words.over;
  const description = [
    first && `${dateWords(first.startMs, zone, language)}, ${hourWords(first.startMs, zone, language)}`,
    theme || officeTitle,
  ]
    .filter(Boolean)
    .join(' · ');
  const body = `
<article class="sheet">
  <img class="picture" src="/share.png" width="1200" height="630" alt="">
  <div class="words">
    <p class="office">${escapeHtml(officeTitle)}</p>
    <h1>${escapeHtml(title)}</h1>
    ${off === undefined ? '' : `<p class="off" role="status">${escapeHtml(off)}</p>`}
    ${theme === '' ? '' : `<p class="theme">${escapeHtml(theme).replaceAll('\n', '<br>')}</p>`}
    <dl>
      ${first && off === undefined ? `<div><dt>${words.when}</dt><dd><b>${spanWords(first, zone, language)}</b>${repeated === undefined ? '' : `<br>${escapeHtml(capital(repeated, language))}`}<br><small>${escapeHtml(capital(zoneWords(zone, language), language))}</small></dd></div>` : ''}
      <div><dt>${words.where}</dt><dd>${escapeHtml(placeName)} · ${escapeHtml(officeTitle)}</dd></div>
    </dl>
    ${first && off === undefined ? comingForm(first, facts, true) : ''}
    ${off === undefined ? `<p class="verbs"><a class="button" href="${escapeHtml(links.place)}">${words.open}</a> <span class="hint">${words.openHint}</span></p>` : ''}
    ${others.length > 0 && off === undefined ? `<section aria-labelledby="next"><h2 id="next">${words.next}</h2><ul class="next">${others.map((one) => `<li><p>${spanWords(one, zone, language)}<br><small>${escapeHtml(words.coming(one.count))}</small></p>${comingForm(one, facts, false)}</li>`).join('')}</ul></section>` : ''}
    <ul class="calendars">
      <li><a href="${escapeHtml(links.file)}">${words.addOne}</a></li>
      <li><a href="${escapeHtml(links.feed)}">${words.feed}</a><br><small>${words.feedHint}</small></li>
    </ul>
  </div>
</article>`;
  const share = { origin, page: links.page, siteName: officeTitle, title, description, language, pictureOf: words.pictureOf };
  const head = `${shareHead(share)}
<link rel="alternate" type="text/calendar" href="${escapeHtml(links.file)}">`;
  return frame({ language, title: `${title} · ${officeTitle}`, head, body, stylePath: facts.stylePath, other: links.page });
}

const capital = (text: string, language: PageLanguage): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

/** How many come, and the button that says that one does; a form, so that it works without a script. */
function comingForm({ occurrence, count, mine, startMs }: OccurrenceView, facts: PageFacts, isFirst: boolean): string {
  const { language, appointment, key } = facts;
  const words = pageWords[language];
  const action = `/e/${appointment.id}/coming?lang=${language}${key === undefined ? '' : `&key=${key}`}`;
  const label = isFirst
    ? ''
    : ` aria-label="${escapeHtml(`${mine ? words.stayAway : words.come}: ${dateWords(startMs, appointment.zone, language)}`)}"`;
  const state = isFirst ? `<p class="count">${mine ? `<b>${words.youAreComing}</b> ` : ''}${escapeHtml(words.coming(count))}</p>` : '';
  return `<form method="post" action="${escapeHtml(action)}" class="${isFirst ? 'coming' : 'coming small'}">
      ${state}
      <input type="hidden" name="occurrence" value="${occurrence}">
      <button class="button${mine ? '' : ' primary'}" name="coming" value="${mine ? 'no' : 'yes'}"${label}>${mine ? words.stayAway : words.come}</button>
      ${isFirst ? `<small>${words.who}</small>` : ''}
    </form>`;
}
