// People wherever they are on this server: each has at most one page in each office.

import type { ServerMessages } from '@comptoir/shared/protocol/messages';
import type { News } from '../cluster/news.ts';
import { hearNews } from './hearNews.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

export interface PeopleAnywhere {
  /** On every page of this person. @returns whether there is one */
  tell<T extends keyof ServerMessages>(personId: string, type: T, message: ServerMessages[T]): boolean;
  /** Every other office in which this person has a page. */
  elsewhere(here: OfficeRoom, news: Extract<News, { kind: 'tell' | 'marks' | 'blocks' }>): void;
  isOnline(personId: string): boolean;
}

/** The other processes of this server, if there are any. */
export interface OtherProcesses {
  tell(news: News): void;
  isOnline(personId: string): boolean;
}

export function peopleOfAll(rooms: ReadonlyMap<string, OfficeRoom>, others?: OtherProcesses): PeopleAnywhere {
  const isHere = (personId: string): boolean => [...rooms.values()].some(({ clientOf }) => clientOf.has(personId));
  return {
    tell(personId, type, message) {
      const news = { kind: 'tell' as const, personId, type, message };
      hearNews(rooms.values(), news);
      others?.tell(news);
      return isHere(personId) || others?.isOnline(personId) === true;
    },
    elsewhere(here, news) {
      hearNews(
        [...rooms.values()].filter((room) => room !== here),
        news,
      );
      others?.tell(news);
    },
    isOnline: (personId) => isHere(personId) || others?.isOnline(personId) === true,
  };
}
