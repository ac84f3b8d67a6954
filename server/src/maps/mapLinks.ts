// Addresses written in a map: files beside it become addresses of ours, other sites stay, everything else is refused.
import { isServed, isSound } from './assetKinds.ts';
import { pathInside } from './MapReader.ts';
import type { Reading } from './Reading.ts';

const isHttp = (link: string): boolean => /^https?:\/\//i.test(link) && URL.canParse(link);

/**
 * The address of a page to open: http(s) as it is, `/o/...` an office of ours, anything else a file in the maps folder.
 * @param what for the sentence: `openWebsite`
 */
export function pageLink(link: string, what: string, place: string, reading: Reading): string | undefined {
  if (isHttp(link)) return new URL(link).href;
  if (/^\/o\/[^\\]*$/.test(link)) return link;
  return fileLink(link, what, place, reading, isServed);
}

/** The address of a sound beside the map; sounds of other sites would tell them who is here. */
export function soundLink(link: string, what: string, place: string, reading: Reading): string | undefined {
  if (isHttp(link) || link.startsWith('//'))
    return reading.findings.warn(place, `${what} "${short(link)}" lies on another site and is not played; save it beside the map.`);
  return fileLink(link, what, place, reading, isSound);
}

function fileLink(link: string, what: string, place: string, reading: Reading, isKind: (path: string) => boolean): string | undefined {
  const { findings, reader, file } = reading;
  const [, rawPath = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(link) ?? [];
  let name = rawPath;
  try {
    name = decodeURIComponent(rawPath);
  } catch {
    // a lone % is a letter of the name
  }
  const path = name.startsWith('/') && !name.startsWith('//') ? pathInside('', name.slice(1)) : pathInside(file, name);
  if (path === undefined) return findings.warn(place, `${what} "${short(link)}" is neither an http address nor a file beside the map.`);
  if (!isKind(path)) return findings.warn(place, `${what} "${short(link)}" is of a kind that is not used here.`);
  const bytes = reader.read(path);
  if (typeof bytes === 'string') return findings.warn(place, `${what} "${short(link)}" ${bytes}.`);
  const url = reader.urlOf(path);
  return rest.startsWith('?') && url.includes('?') ? `${url}&${rest.slice(1)}` : url + rest;
}

const short = (link: string): string => (link.length > 120 ? `${link.slice(0, 120)}…` : link);
