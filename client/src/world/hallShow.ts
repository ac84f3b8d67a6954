// What a hall shows of the talk that is on in it: its screen, raised hands, who has the floor. Pure but for reading the world.
import type { QuestionView, TalkSummary } from '@comptoir/shared/protocol/auditorium';
import type { World } from './World.ts';

export type OnScreen =
  | { kind: 'title'; text: string; below: string }
  | { kind: 'question'; text: string; below: string }
  | { kind: 'slide'; text: string; below: string; picture: HTMLCanvasElement };

export interface HallShow {
  auditorium: string;
  screen: OnScreen;
  /** personIds on the stage, and of whoever has the floor in their seat. */
  speakers: readonly string[];
  floor: readonly string[];
  /** personIds in the order of their hands. */
  hands: readonly string[];
  /** Of a talk that is played: so many clap just now. */
  claps?: number;
}

/** Every hall with a talk; more is known of the one I am in. */
export function hallShows(world: World, nowMs: number): HallShow[] {
  const shows = world.auditorium.talks.peek().map((talk) => showOf(world, talk));
  const demo = world.demo?.talkAt(nowMs);
  return demo ? [...shows.filter(({ auditorium }) => auditorium !== demo.auditorium), demo] : shows;
}

function showOf(world: World, { talk, auditorium, title, speakers }: TalkSummary): HallShow {
  const stage = world.auditorium.stage.peek();
  const people = world.people.peek();
  const names = speakers.flatMap((id) => people.get(id)?.name ?? []).join(', ');
  if (stage?.talk !== talk) return { auditorium, screen: { kind: 'title', text: title, below: names }, speakers, floor: [], hands: [] };
  return {
    auditorium,
    screen: myScreen(world, stage.title, names),
    speakers,
    floor: stage.floor.map(({ personId }) => personId),
    hands: stage.hands,
  };
}

/** A pinned question comes before the slides: leaders pin it to speak about it now. */
function myScreen({ auditorium }: World, title: string, names: string): OnScreen {
  const question = pinnedOf(auditorium.questions.peek());
  if (question) return { kind: 'question', text: question.text, below: question.name };
  const slides = auditorium.slides.peek();
  const drawn = auditorium.slidePicture.peek();
  if (slides && drawn?.of === slides.id && drawn.page === slides.page)
    return { kind: 'slide', text: title, below: `${slides.page + 1} / ${slides.pages}`, picture: drawn.picture };
  const chapter = auditorium.chapters.peek().findLast((one) => one.title !== '');
  return { kind: 'title', text: title, below: chapter?.title ?? names };
}

function pinnedOf(questions: ReadonlyMap<string, QuestionView>): QuestionView | undefined {
  for (const question of questions.values()) if (question.pinned) return question;
  return undefined;
}
