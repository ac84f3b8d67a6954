// What the page's address says: which office, where in it, which language and name.
import { readHash } from '@comptoir/shared/map/findStart';

export interface Address {
  officeId: string;
  /** Name of a start: #name. */
  start: string | undefined;
  /** WorkAdventure's #moveTo=x,y (px), or the name of an area. */
  moveTo: string | undefined;
  name: string | undefined;
  trade: string | undefined;
}

const DEFAULT_OFFICE = 'office';

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** The hash is WorkAdventure's: `#start`, `#moveTo=1,2`, both in any order. */
export function readAddress(location: Pick<Location, 'pathname' | 'search' | 'hash'>): Address {
  const path = /^\/o\/(.+?)\/?$/.exec(location.pathname)?.[1];
  const { start, moveTo } = readHash(location.hash);
  const search = new URLSearchParams(location.search);
  const name = search.get('name') || undefined;
  const trade = search.get('trade') || undefined;
  return { officeId: path ? path.split('/').map(decode).join('/') : DEFAULT_OFFICE, start, moveTo, name, trade };
}

const pathOf = (officeId: string): string =>
  officeId === DEFAULT_OFFICE ? '/' : `/o/${officeId.split('/').map(encodeURIComponent).join('/')}`;

/** The address to give to others: this office, without my name. */
export const invitationOf = (location: Pick<Location, 'origin'>, officeId: string): string => `${location.origin}${pathOf(officeId)}`;

/** Path and hash of a place in an office of this server. */
export function addressOf(officeId: string, start: string | undefined, moveTo: string | undefined): string {
  const parts = [
    ...(start === undefined ? [] : [encodeURIComponent(start)]),
    ...(moveTo === undefined ? [] : [`moveTo=${encodeURIComponent(moveTo)}`]),
  ];
  return `${pathOf(officeId)}${parts.length > 0 ? `#${parts.join('&')}` : ''}`;
}
