// Cardboard people in the auditorium of the demo office: one on the stage, some in the rows, and what the hall shows of their talk.
import { type Point, TILE_PX } from '@comptoir/shared/geometry';
import { boundsOf } from '@comptoir/shared/map/areas';
import type { Ground } from '@comptoir/shared/map/Ground';
import type { Seat } from '@comptoir/shared/map/OfficeMap';
import { type Appearance, DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import type { CutOut } from '../world/Demo.ts';
import type { HallShow, OnScreen } from '../world/hallShow.ts';
import { areaOf } from '../world/stageRole.ts';
import type { Person } from '../world/World.ts';
import { type DemoWord, speakerAt, talkMoment } from './demoTalk.ts';

/** All of cardboard say so. */
const TRADE = 'DEMO';
/** As a share of the free seats, the nearest first. */
const MINE = 0.4;

type Say = (key: DemoWord) => string;

export const SPEAKER = 'cut-out speaker';
const ASKER_INDEX = 3;
export const ASKER = `cut-out listener ${ASKER_INDEX}`;

const SPEAKER_LOOK: Appearance = {
  ...DEFAULT_APPEARANCE,
  skin: 3,
  hair: 'bun',
  hairColor: 5,
  glasses: true,
  top: 'overall',
  topColor: 8,
  bottomColor: 2,
};

const LISTENERS: readonly Partial<Appearance>[] = [
  { skin: 1, hair: 'bob', hairColor: 3, topColor: 4 },
  { skin: 4, hair: 'afro', hairColor: 0, topColor: 7 },
  { skin: 2, head: 'hijab', headColor: 9, topColor: 2 },
  { skin: 5, hair: 'braids', hairColor: 0, topColor: 10 },
  { skin: 0, hair: 'curly', hairColor: 4, topColor: 3 },
  { skin: 3, hair: 'ponytail', hairColor: 1, topColor: 6 },
  { skin: 1, head: 'beanie', headColor: 5, topColor: 1 },
  { skin: 4, hair: 'crop', hairColor: 0, topColor: 8 },
  { skin: 2, hair: 'long', hairColor: 2, topColor: 5 },
  { skin: 1, hair: 'side', hairColor: 6, topColor: 9 },
  { skin: 5, hair: 'waves', hairColor: 0, topColor: 4 },
  { skin: 0, hair: 'bun', hairColor: 3, topColor: 7 },
];

export interface TalkCast {
  /** At a second of the loop. @param taken the seat of somebody real: nobody of cardboard sits in it */
  castAt(second: number, taken: string | undefined): CutOut[];
  showAt(second: number): HallShow | undefined;
  readonly hall: { auditorium: string; seat: string };
}

/** Undefined where the map has no hall with rows. @param firstNumber of their avatars */
export function castTalk(ground: Ground, firstNumber: number, say: Say): TalkCast | undefined {
  const { map, areas } = ground;
  const auditorium = map.areas.find(({ traits }) => traits.conversation === 'stage')?.traits.auditorium;
  const stageArea = auditorium === undefined ? undefined : areaOf(map.areas, auditorium, 'stage');
  const rows = auditorium === undefined ? undefined : areaOf(map.areas, auditorium, 'audience');
  if (auditorium === undefined || !stageArea || !rows) return undefined;
  const stage = boundsOf(stageArea.shape, map.widthTiles);
  const middle = { x: stage.x + stage.width / 2, y: stage.y + stage.height / 2 };
  const isThere = ({ tileX, tileY }: Seat): boolean => {
    const traits = areas.traitsAt((tileX + 0.5) * TILE_PX, (tileY + 0.5) * TILE_PX);
    return traits.auditorium === auditorium && traits.conversation === 'audience';
  };
  const all = map.seats.filter(isThere).toSorted((a, b) => far(a, middle) - far(b, middle));
  const seats = spread(all);
  seatAsker(seats, middle);
  // behind some of them: one sees the rows, and the stage over them
  const free = all.filter((seat) => !seats.includes(seat));
  const mine = free[Math.floor(free.length * MINE)];
  if (!mine) return undefined;
  const personOf = (personId: string, i: number, appearance: Appearance): Person => ({
    personId,
    name: '',
    trade: TRADE,
    appearance,
    availability: 'available',
    rank: 'visitor',
    avatarNumber: firstNumber + i,
    connected: true,
    cutOut: true,
  });
  const speaker = personOf(SPEAKER, 0, SPEAKER_LOOK);
  const listeners = LISTENERS.slice(0, seats.length).map((look, i) =>
    personOf(`cut-out listener ${i}`, i + 1, { ...DEFAULT_APPEARANCE, ...look }),
  );
  const screenAt = (second: number): OnScreen | undefined => {
    const moment = talkMoment(second);
    if (!moment) return undefined;
    const demo = (words: DemoWord): string => `${TRADE} · ${say(words)}`;
    if (moment.question) return { kind: 'question', text: say('demo.talk.question'), below: demo('demo.who.listener') };
    if (moment.chapter) return { kind: 'title', text: say(moment.chapter), below: demo('demo.talk.title') };
    return { kind: 'title', text: say('demo.talk.title'), below: demo('demo.who.speaker') };
  };
  return {
    castAt(second, taken) {
      const at = speakerAt(second);
      speaker.name = say('demo.who.speaker');
      const onStage: CutOut = { person: speaker, x: middle.x + at.x, y: middle.y + at.y, direction: 2, moving: at.moving, ring: undefined };
      const seated = listeners.flatMap((person, i): CutOut[] => {
        const seat = seats[i];
        if (!seat || seat.id === taken) return [];
        person.name = say('demo.who.listener');
        return [{ person, x: seat.feetX, y: seat.feetY, direction: 6, moving: false, ring: undefined, seat }];
      });
      return [onStage, ...seated];
    },
    showAt(second) {
      const moment = talkMoment(second);
      const screen = screenAt(second);
      if (!moment || !screen) return undefined;
      return {
        auditorium,
        screen,
        speakers: [SPEAKER],
        floor: moment.floor ? [ASKER] : [],
        hands: moment.hand ? [ASKER] : [],
        claps: moment.claps,
      };
    },
    hall: { auditorium, seat: mine.id },
  };
}

/** At the outer end of the first row, where a hand is seen by whoever sits behind. */
function seatAsker(seats: Seat[], stage: Point): void {
  const first = Math.min(...seats.map(({ feetY }) => feetY));
  const aside = (seat: Seat | undefined): number => (seat?.feetY === first ? Math.abs(seat.feetX - stage.x) : -1);
  const outer = seats.reduce((best, seat, i) => (aside(seat) > aside(seats[best]) ? i : best), 0);
  const [own, other] = [seats[ASKER_INDEX], seats[outer]];
  if (own && other) [seats[ASKER_INDEX], seats[outer]] = [other, own];
}

/** Some of the nearer seats, not beside one another: who came alone sits so. @param seats the nearest first */
function spread(seats: readonly Seat[]): Seat[] {
  return seats.filter((_, i) => i % 5 === 1 || i % 7 === 3).slice(0, LISTENERS.length);
}

const far = ({ feetX, feetY }: Seat, { x, y }: Point): number => Math.hypot(feetX - x, feetY - y);
