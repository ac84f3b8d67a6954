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
  /** What lets people in who could not come in otherwise: ?invite= */
  invite: string | undefined;
  /** The meeting one comes for: ?at=, with the &key= of an office that is not open to everybody. */
  at: { id: string; key: string | undefined } | undefined;
  /** How one came back from a letter or a provider: ?signed= */
  signed: string | undefined;
  /** A second window of somebody who tries the office alone: ?second */
  isSecond: boolean;
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
  const { start, moveTo } = readHash(location.hash);
  const search = new URLSearchParams(location.search);
  const name = search.get('name') || undefined;
  const trade = search.get('trade') || undefined;
  const invite = inviteOf(search);
  const id = search.get('at');
  const at = id ? { id, key: search.get('key') || undefined } : undefined;
  const signed = search.get('signed') || undefined;
  return { officeId: officeOf(location.pathname), start, moveTo, name, trade, invite, at, signed, isSecond: search.has('second') };
}

function officeOf(pathname: string): string {
  const path = /^\/o\/(.+?)\/?$/.exec(pathname)?.[1];
  return path ? path.split('/').map(decode).join('/') : DEFAULT_OFFICE;
}

const inviteOf = (search: URLSearchParams): string | undefined => search.get('invite') || undefined;

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

/** The page's own address without the meeting: a reload leads where one was, and no key is shown to others. */
export function withoutMeeting(href: string): string {
  const url = new URL(href);
  for (const name of ['at', 'key']) url.searchParams.delete(name);
  return `${url.pathname}${url.searchParams.size > 0 ? url.search : ''}${url.hash}`;
}

/** The page's own address without how one came back to it: a reload does not say it again. */
export function withoutSigned(href: string): string {
  const url = new URL(href);
  url.searchParams.delete('signed');
  return `${url.pathname}${url.searchParams.size > 0 ? url.search : ''}${url.hash}`;
}

/** The page's own address with another invitation, or with none: who is inside shows it to nobody. */
export function withInvite(href: string, invite: string | undefined): string {
  const url = new URL(href);
  if (invite === undefined) url.searchParams.delete('invite');
  else url.searchParams.set('invite', invite);
  // an empty question mark stays behind otherwise
  return `${url.pathname}${url.searchParams.size > 0 ? url.search : ''}${url.hash}`;
}

/** An invitation as people paste it: a whole link, with or without its scheme. Undefined when there is none in it. */
export function readInvitation(text: string, origin: string): { officeId: string; invite: string; isHere: boolean } | undefined {
  const link = text.trim().replace(/^<|>$/g, '');
  const url = URL.parse(link) ?? URL.parse(`https://${link}`);
  const invite = url ? inviteOf(url.searchParams) : undefined;
  if (!url || invite === undefined) return undefined;
  return { officeId: officeOf(url.pathname), invite, isHere: url.host === new URL(origin).host };
}

/** Where a second window begins: the same office, as somebody new, by the name it is to have. */
export function secondWindowOf(invitation: string, name: string, language: string, invite: string | undefined): string {
  const url = new URL(invitation);
  url.search = new URLSearchParams({ name, lang: language, second: '', ...(invite === undefined ? {} : { invite }) }).toString();
  return url.href;
}
