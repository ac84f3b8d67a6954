// The languages of the UI: English and French by type, any further one by a JSON file in languages/ whose gaps are filled with English.
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Dictionary } from './translate.ts';

export type Languages = ReadonlyMap<string, Partial<Dictionary>>;

/**
 * English, French, and what the files hold.
 * @param files path -> parsed JSON; the file's name is the language's BCP 47 tag
 */
export function gatherLanguages(files: Record<string, unknown>): Languages {
  const languages = new Map<string, Partial<Dictionary>>([
    ['en', en],
    ['fr', fr],
  ]);
  for (const [path, content] of Object.entries(files)) {
    const tag = /([^/]+)\.json$/.exec(path)?.[1];
    if (tag !== undefined && !languages.has(tag)) languages.set(tag, onlyMessages(content));
  }
  return languages;
}

/** Of a file's content what is a message of a key we know; the rest (comments, old keys) is left out. */
function onlyMessages(content: unknown): Partial<Dictionary> {
  if (typeof content !== 'object' || content === null) return {};
  const known = Object.entries(content).filter(([key, message]) => {
    if (!Object.hasOwn(en, key)) return false;
    return typeof message === 'string' || (typeof message === 'object' && message !== null && typeof message.other === 'string');
  });
  return Object.fromEntries(known);
}

/** All languages of this build. */
export const loadLanguages = (): Languages => gatherLanguages(import.meta.glob('./languages/*.json', { eager: true, import: 'default' }));

/**
 * Which language to speak: the first wish we have, compared by its full tag and then by its first part; else English.
 * @param wishes in order: the address' ?lang=, the remembered one, navigator.languages
 */
export function chooseLanguage(wishes: readonly (string | null | undefined)[], languages: Languages): string {
  for (const wish of wishes) {
    if (!wish) continue;
    const tag = wish.toLowerCase();
    const found =
      [...languages.keys()].find((own) => own.toLowerCase() === tag) ?? [...languages.keys()].find((own) => own === tag.split('-')[0]);
    if (found) return found;
  }
  return 'en';
}

/** A language's name in itself, with a capital: English, Français. */
export function nameOfLanguage(tag: string): string {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
