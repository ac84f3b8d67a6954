// Sentences by key: parameters filled in, plurals chosen by the language's own rules, English where a language has no sentence.
import { en } from './en.ts';
import type { Message } from './Message.ts';

export type MessageKey = keyof typeof en;

/** A complete language. */
export type Dictionary = Record<MessageKey, Message>;

/** What goes into a sentence: numbers are written as the language writes them. */
export type Words = Record<string, string | number>;

/**
 * The sentence of `key` in a language; the English one where the language lacks it.
 * @param language BCP 47 tag, for plurals and numbers
 */
export function translate(dictionary: Partial<Dictionary>, language: string, key: MessageKey, words: Words = {}): string {
  const own = dictionary[key];
  const message: Message = own ?? en[key];
  const tag = own === undefined ? 'en' : language;
  const sentence = typeof message === 'string' ? message : pluralOf(message, tag, words.n);
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const word = words[name];
    if (word === undefined) return hole;
    return typeof word === 'number' ? new Intl.NumberFormat(tag).format(word) : word;
  });
}

function pluralOf(message: Exclude<Message, string>, tag: string, n: string | number | undefined): string {
  const category = new Intl.PluralRules(tag).select(Number(n ?? 0));
  return message[category] ?? message.other;
}
