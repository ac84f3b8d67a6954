// The recording on a talk's page: its players, the slides beside them, that it is being prepared, and the way out of it for whoever is in it.
import type { PageSlides, SlideTurn } from '@comptoir/shared/protocol/replay';
import { escapeHtml } from '../pages/escapeHtml.ts';
import { dateWords } from '../pages/pageTimes.ts';
import { fileOf, section, type TalkPageFacts } from './pageFacts.ts';
import type { Replay } from './Replay.ts';

/** T127: what was shown when, in the recording; nothing where there is none to follow. */
export function slideTurnsOf({ record: { documents, turns }, media }: Replay): SlideTurn[] {
  if (!media) return [];
  const known = new Set(documents.map(({ id }) => id));
  const list: SlideTurn[] = [];
  for (const { atMs, document, page } of turns) {
    // what somebody took out afterwards is not shown
    const turn = {
      at: Math.max(0, (atMs - media.offsetMs) / 1000),
      of: document !== null && known.has(document) ? document : null,
      page,
    };
    const last = list.at(-1);
    // all that was shown before it began is one: the last of it
    if (last?.at === turn.at) list.pop();
    const before = list.at(-1);
    if (before ? before.of !== turn.of || (turn.of !== null && before.page !== turn.page) : turn.of !== null) list.push(turn);
  }
  return list;
}

export function playerPart(facts: TalkPageFacts): string {
  const { words, replay, preparing } = facts;
  if (replay.media) return `<div id="player">${section('recording', words.player, players(facts) + leaveParts(facts))}</div>`;
  if (!preparing) return '';
  if (preparing.state === 'failed')
    return `<div id="player">${section('recording', words.player, `<p>${words.failed}</p>${leaveParts(facts)}`)}</div>`;
  const again = `/t/${replay.record.id}?lang=${facts.language}${facts.key === undefined ? '' : `&key=${facts.key}`}`;
  const percent = Math.round(preparing.share * 100);
  const bar = percent > 0 ? `<progress value="${percent}" max="100" aria-label="${words.player}"></progress>` : '';
  const news = `<p role="status" data-ready="${words.ready}">${words.preparing}</p>${bar}<p class="verbs"><span class="hint">${words.preparingHint}</span><a class="button" href="${escapeHtml(again)}" data-show="${words.showIt}">${words.lookAgain}</a></p>`;
  return `<div id="player" class="preparing">${section('recording', words.player, news + leaveParts(facts))}</div>`;
}

function players(facts: TalkPageFacts): string {
  const { words, replay, atMs } = facts;
  const { media } = replay;
  if (!media) return '';
  const from = atMs === undefined ? '' : `#t=${Math.max(0, (atMs - media.offsetMs) / 1000)}`;
  const tracks = `<track kind="chapters" src="${escapeHtml(fileOf(facts, '/chapters.vtt'))}" srclang="${facts.language}" default><track kind="captions" src="${escapeHtml(fileOf(facts, '/notes.vtt'))}" srclang="${facts.language}" label="${words.notes}">`;
  const video = media.video && `<video controls preload="metadata" playsinline src="${escapeHtml(media.video + from)}">${tracks}</video>`;
  const audio =
    media.audio && `<audio controls preload="${media.video ? 'none' : 'metadata'}" src="${escapeHtml(media.audio + from)}"></audio>`;
  const sound = audio
    ? `${video ? `<details><summary class="link">${words.audioOnly}</summary>${audio}</details>` : audio}<p><a href="${escapeHtml(media.audio ?? '')}" download>${words.download}</a></p>`
    : '';
  const board = slideBoard(facts);
  return board === '' ? `${video ?? ''}${sound}` : `<div class="watch">${video ?? ''}${board}<div class="sound">${sound}</div></div>`;
}

/** T127: shown by the script; without one the turns below lead to the times. */
function slideBoard(facts: TalkPageFacts): string {
  const { words, replay } = facts;
  const turns = slideTurnsOf(replay);
  if (turns.length === 0) return '';
  const slides: PageSlides = {
    documents: Object.fromEntries(
      replay.record.documents.map(({ id, pages }) => [id, { url: fileOf(facts, `/slides/${encodeURIComponent(id)}`), pages }]),
    ),
    turns,
    words: { slide: words.slideOf, none: words.noSlide, loading: words.slidesComing, problem: words.slidesNotShown },
  };
  const button = (way: -1 | 1, label: string, sign: string): string =>
    `<button type="button" class="button" data-way="${way}" aria-label="${label}"><span aria-hidden="true">${sign}</span></button>`;
  return `<div class="slide-stage" data-slides="${escapeHtml(JSON.stringify(slides))}" hidden>
    <div class="slide-place" role="group" tabindex="0" aria-label="${words.slides}"><div class="slide-sheet"></div></div>
    <div class="slide-bar">${button(-1, words.previousSlide, '←')}<span class="slide-name"></span>${button(1, words.nextSlide, '→')}</div>
    <p class="visually-hidden" role="status"></p>
  </div>`;
}

/** T130: for each person that this browser was in the recording. */
export function leaveParts({ words, replay, key, language, zone, recorded }: LeaveFacts): string {
  const action = `/t/${replay.record.id}/leave?lang=${language}${key === undefined ? '' : `&key=${key}`}`;
  return recorded
    .map(
      ({ personId, name, untilMs }) =>
        `<details class="write leave"><summary class="link">${escapeHtml(words.leave(name))}</summary><form method="post" action="${escapeHtml(action)}">
      <input type="hidden" name="person" value="${escapeHtml(personId)}">
      <p>${words.leaveText} ${escapeHtml(words.leaveUntil(dateWords(untilMs, zone, language)))}</p>
      <button class="button danger">${words.leaveYes}</button>
    </form></details>`,
    )
    .join('');
}

type LeaveFacts = Pick<TalkPageFacts, 'words' | 'key' | 'language' | 'zone' | 'recorded'> & { replay: { record: { id: string } } };
