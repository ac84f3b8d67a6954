// Where an exit leads: a start of the same map, another office here, or an address outside.
import { readHash } from './findStart.ts';

export type ExitGoal =
  /** The same map: walk on at that start, nothing is loaded. */
  | { kind: 'start'; start?: string; moveTo?: string }
  | { kind: 'office'; office: string; start?: string; moveTo?: string }
  /** Another site: leaves this office by an ordinary link. */
  | { kind: 'outside'; url: string }
  | { kind: 'broken'; sentence: string };

/**
 * Reads `exitUrl`: `#name`, `other.tmj#name` beside this map, `/events/summer.tmj` from the top of the maps folder,
 * `/o/other#name`, or an http address. Offices are not checked to exist.
 * @param office id of the office that the map belongs to, `events/summer`
 * @param origin of our own pages, `https://office.example`; addresses there lead to offices
 */
export function resolveExit(url: string, office: string, origin?: string): ExitGoal {
  const link = url.trim();
  const broken = (why: string): ExitGoal => ({ kind: 'broken', sentence: `the exit "${link.slice(0, 120)}" ${why}.` });
  if (link === '') return broken('leads nowhere');
  const [, site, theirPath = '', theirHash = ''] = /^(https?:\/\/[^/?#\s]+)(\/[^?#\s]*)?(?:\?[^#\s]*)?(#\S*)?$/i.exec(link) ?? [];
  if (site !== undefined)
    return site.toLowerCase() === origin && theirPath.startsWith('/o/')
      ? goalOf(theirPath, theirHash, office, broken)
      : { kind: 'outside', url: link };
  if (/^[a-z][a-z0-9+.-]*:/i.test(link) || link.startsWith('//') || link.includes('\\')) return broken('is no address of an office');
  const [, path = '', hash = ''] = /^([^#?]*)(?:\?[^#]*)?(#.*)?$/s.exec(link) ?? [];
  return goalOf(path, hash, office, broken);
}

function goalOf(path: string, hash: string, office: string, broken: (why: string) => ExitGoal): ExitGoal {
  const { start, moveTo } = readHash(hash);
  const place = { ...(start === undefined ? {} : { start }), ...(moveTo === undefined ? {} : { moveTo }) };
  if (path === '') return { kind: 'start', ...place };
  if (/^\/[@~_*]\//.test(path)) return broken('is an address of WorkAdventure; name a map of this installation');
  const goal = officeOf(path, office);
  if (goal === undefined) return broken('leads out of the maps folder');
  if (goal === '') return broken('names no map');
  return goal === office ? { kind: 'start', ...place } : { kind: 'office', office: goal, ...place };
}

/** Office id of a path; undefined when it climbs above the maps folder. */
function officeOf(path: string, office: string): string | undefined {
  let text = path;
  try {
    text = decodeURIComponent(path);
  } catch {
    // a lone % is a letter of the name
  }
  const isOurs = text.startsWith('/o/');
  const parts: string[] = text.startsWith('/') ? [] : office.split('/').slice(0, -1);
  for (const part of (isOurs ? text.slice(3) : text).split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  const id = parts.join('/');
  return isOurs ? id : id.replace(/\.(tmj|json|wam)$/i, '');
}
