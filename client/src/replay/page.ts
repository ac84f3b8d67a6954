// Beside the page of a talk that was recorded, /talkSlides.js: the slide that was shown follows the player, and its buttons lead the player.
import type { PageSlides, SlideTurn } from '@comptoir/shared/protocol/replay';
import { SlideBoard } from './SlideBoard.ts';
import { turnAt, turnBeside, turnOfKey } from './turns.ts';

/** Large: fetched once there is something to draw. */
const open = async (url: string) => (await import('../ui/stage/slides/pdf.ts')).openPdf(url);

function start(stage: HTMLElement): void {
  const slides = JSON.parse(stage.dataset.slides ?? '') as PageSlides;
  const { turns } = slides;
  const find = <E extends HTMLElement>(selector: string): E => stage.querySelector(selector) as E;
  const [place, name, told] = [find('.slide-place'), find('.slide-name'), find('[role=status]')];
  const buttons = [
    { button: find<HTMLButtonElement>('[data-way="-1"]'), way: -1 },
    { button: find<HTMLButtonElement>('[data-way="1"]'), way: 1 },
  ] as const;
  const players = [...document.querySelectorAll<HTMLMediaElement>('video, audio')];
  let [player] = players;
  stage.hidden = false;
  const board = new SlideBoard(find('.slide-sheet'), slides, open);

  const look = (): void => {
    const seconds = player?.currentTime ?? 0;
    const turn = turnAt(turns, seconds);
    board.show(turn, turnBeside(turns, seconds, 1));
    name.textContent = board.nameOf(turn);
    for (const { button, way } of buttons) button.ariaDisabled = String(turnBeside(turns, seconds, way) === undefined);
  };
  const goTo = (turn: SlideTurn | undefined): void => {
    if (!turn || !player) return;
    player.currentTime = Math.max(0, turn.at);
    look();
    // what turns by itself is not said: one listens to the talk
    told.textContent = board.nameOf(turn);
  };

  for (const one of players)
    for (const event of ['play', 'seeking', 'timeupdate', 'loadedmetadata'])
      one.addEventListener(event, () => {
        player = one;
        look();
      });
  for (const { button, way } of buttons) button.addEventListener('click', () => goTo(turnBeside(turns, player?.currentTime ?? 0, way)));
  place.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const turn = turnOfKey(event.key, turns, player?.currentTime ?? 0);
    if (!turn) return;
    event.preventDefault();
    goTo(turn);
  });
  look();
}

const stage = document.querySelector<HTMLElement>('.slide-stage[data-slides]');
if (stage) start(stage);
