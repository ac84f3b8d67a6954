import { expect, test } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { chooseLanguage, gatherLanguages, nameOfLanguage } from './languages.ts';
import type { Message } from './Message.ts';
import { type MessageKey, translate } from './translate.ts';

const KEYS = Object.keys(en) as MessageKey[];
const formsOf = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
const holesOf = (message: Message): string[] => [...new Set(formsOf(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

test('[U7] French has every sentence, with the same holes as the English one', () => {
  expect(Object.keys(fr).sort()).toEqual([...KEYS].sort());
  for (const key of KEYS) expect(holesOf(fr[key]), key).toEqual(holesOf(en[key]));
});

test('[U7] French has a form for each plural that it uses', () => {
  for (const key of KEYS) {
    const message = fr[key];
    if (typeof message !== 'string') expect(Object.keys(message).sort(), key).toEqual(['one', 'other']);
    expect(typeof message, key).toBe(typeof en[key]);
  }
});

test('[U7] French says "tu", has no median dot, and never calls the office a desk', () => {
  const sentences = KEYS.flatMap((key) => formsOf(fr[key]));
  expect(sentences.filter((sentence) => /·/.test(sentence) && !/ · /.test(sentence))).toEqual([]);
  expect(sentences.filter((sentence) => /(?<!rendez-)\b(vous|votre|vos)\b/i.test(sentence))).toEqual([]);
  // of desks themselves the word is theirs
  const others = KEYS.filter((key) => !/desk/i.test(key)).flatMap((key) => formsOf(fr[key]));
  expect(others.filter((sentence) => /bureau/i.test(sentence) && !/à un bureau/i.test(sentence))).toEqual([]);
});

test('[U7] a JSON file adds a language; its gaps are English, and what is no message is left out', () => {
  const languages = gatherLanguages({
    './languages/es.json': { 'entrance.enter': 'Entrar', 'old.key': 'x', 'word.close': 7, 'here.count': { one: 'x' } },
  });
  expect([...languages.keys()]).toEqual(['en', 'fr', 'es']);
  const spanish = languages.get('es') ?? {};
  expect(Object.keys(spanish)).toEqual(['entrance.enter']);
  expect(translate(spanish, 'es', 'entrance.enter')).toBe('Entrar');
  for (const key of KEYS) expect(translate(spanish, 'es', key, { n: 2 }), key).not.toBe('');
});

test('[U7] a file can not replace English or French', () => {
  expect(gatherLanguages({ './languages/en.json': { 'entrance.enter': 'x' } }).get('en')).toBe(en);
});

test('[U7] the first wish that is known decides, region or not; else English', () => {
  const languages = gatherLanguages({ './languages/pt-BR.json': {} });
  expect(chooseLanguage([undefined, 'fr-CA', 'en'], languages)).toBe('fr');
  expect(chooseLanguage(['xx', null, 'PT-br'], languages)).toBe('pt-BR');
  expect(chooseLanguage(['de', 'it'], languages)).toBe('en');
});

test('[U7] a language is called by its own name', () => {
  expect([nameOfLanguage('fr'), nameOfLanguage('en')]).toEqual(['Français', 'English']);
});
