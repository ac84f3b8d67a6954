// What the page's address says: which office, where in it, which language and name.

export interface Address {
  officeId: string;
  /** Name of a start: #name. */
  start?: string;
  /** WorkAdventure's #moveTo=x,y (px), or the name of an area. */
  moveTo?: string;
  name?: string;
  trade?: string;
}

const DEFAULT_OFFICE = 'office';

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Parts of the hash come in any order: `#start`, `#start&moveTo=1,2`, `#moveTo=kitchen&start`. */
export function readAddress(location: Pick<Location, 'pathname' | 'search' | 'hash'>): Address {
  const path = /^\/o\/(.+?)\/?$/.exec(location.pathname)?.[1];
  const address: Address = { officeId: path ? path.split('/').map(decode).join('/') : DEFAULT_OFFICE };
  for (const part of location.hash.replace(/^#/, '').split('&')) {
    const [key = '', value] = part.split('=', 2);
    if (value === undefined && key !== '') address.start = decode(key);
    else if (key === 'moveTo' && value) address.moveTo = decode(value);
  }
  const search = new URLSearchParams(location.search);
  const name = search.get('name');
  const trade = search.get('trade');
  if (name) address.name = name;
  if (trade) address.trade = trade;
  return address;
}

/** The address to give to others: this office, without my name. */
export const invitationOf = (location: Pick<Location, 'origin'>, officeId: string): string =>
  officeId === DEFAULT_OFFICE ? `${location.origin}/` : `${location.origin}/o/${officeId.split('/').map(encodeURIComponent).join('/')}`;
