// What a device says when somebody wrote or knocked while no page was open, and which page a click on it leads to.
import { pushNotes as english } from '../i18n/english/pushNotes.ts';
import { pushNotes as french } from '../i18n/french/pushNotes.ts';

export interface ShownNote {
  title: string;
  body: string;
  tag: string;
  /** Path and hash of this office's server. */
  url: string;
}

/**
 * A note as it is shown; undefined for what is none.
 * @param data what the push service handed over, read as JSON
 * @param language BCP 47 tag of the browser
 */
export function noteOf(data: unknown, language: string): ShownNote | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { kind, name, url, tag } = data as Record<string, unknown>;
  if ((kind !== 'direct' && kind !== 'knock') || typeof name !== 'string' || typeof url !== 'string' || typeof tag !== 'string')
    return undefined;
  // of this server only, whoever wrote the note
  if (!/^\/(?![/\\])/.test(url)) return undefined;
  const words = language.split('-')[0] === 'fr' ? french : english;
  return { title: words[kind].replace('{name}', () => name), body: kind === 'direct' ? words.read : words.letIn, tag, url };
}

interface OpenPage {
  url: string;
  focused: boolean;
}

/** Of the pages that are open, the one of that office that is looked at, else any of it. */
export function pageFor<P extends OpenPage>(url: string, pages: readonly P[], origin: string): P | undefined {
  const wanted = officePath(new URL(url, origin).pathname);
  const fitting = pages.filter((page) => officePath(new URL(page.url).pathname) === wanted);
  return fitting.find(({ focused }) => focused) ?? fitting[0];
}

const officePath = (path: string): string => (path === '/' ? '/o/office' : path.replace(/\/$/, ''));
