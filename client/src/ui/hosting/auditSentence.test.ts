import type { AuditEntry } from '@comptoir/shared/protocol/hosting';
import { hostingRequests } from '@comptoir/shared/protocol/hosting';
import { expect, it } from 'vitest';
import { en } from '../../i18n/en.ts';
import { fr } from '../../i18n/fr.ts';
import { translate } from '../../i18n/translate.ts';
import type { Say } from '../Ui.ts';
import { auditDetails, auditSentence } from './auditSentence.ts';

const english: Say = (key, words) => translate(en, 'en', key, words);
const french: Say = (key, words) => translate(fr, 'fr', key, words);
const entry = (act: string, change: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ atMs: 0, by: 'Noor', act, target: 'Bob', details: '' },
  ...change,
});

it('[U77] what was done is a sentence in English and in French', () => {
  expect(auditSentence(entry('sendOut'), english)).toBe('Noor sent Bob out.');
  expect(auditSentence(entry('sendOut'), french)).toBe('Noor a fait sortir Bob.');
  expect(auditSentence(entry('gather', { target: '' }), french)).toBe('Noor a réuni tout le monde.');
  expect(auditSentence(entry('endConversation', { target: '' }), english)).toBe('Noor ended a conversation.');
  expect(auditSentence(entry('endConversation', { target: 'Bob, Lou' }), english)).toBe('Noor ended the conversation of Bob, Lou.');
});

it('[U77] each request by which a host acts has its sentence', () => {
  // these only look, or are everybody's
  const noActs = ['bans', 'audit', 'reports', 'block', 'report'];
  for (const act of Object.keys(hostingRequests).filter((name) => !noActs.includes(name)))
    for (const say of [english, french]) expect(auditSentence(entry(act), say), act).not.toMatch(/:/);
});

it('[U77] nobody in front of the screen: the command line; an unknown act is shown as it came', () => {
  expect(auditSentence(entry('ban', { by: '' }), english)).toBe('The command line banned Bob.');
  expect(auditSentence(entry('paintWalls', { target: '' }), english)).toBe('Noor: paintWalls');
  expect(auditSentence(entry('toString'), french)).toBe('Noor : toString (Bob)');
});

it('[U77] a knock that was answered, a gathering that ended, a door that was set', () => {
  expect(auditSentence(entry('answerKnock', { details: 'yes' }), english)).toBe('Noor let Bob in.');
  expect(auditSentence(entry('answerKnock', { details: 'no' }), french)).toBe('Noor n’a pas laissé entrer Bob.');
  expect(auditSentence(entry('gather', { target: '', details: 'off' }), english)).toBe('Noor ended the gathering.');
  expect(auditSentence(entry('setDoor', { target: 'link' }), english)).toBe('Noor set the door: By link.');
});

it('[U77] roles are said in words, places by their name, a reason as it was written', () => {
  const details = (act: string, change: Partial<AuditEntry>, say = english): string =>
    auditDetails(entry(act, change), say, (id) => ({ lounge: 'Salon' })[id] ?? '');
  expect(details('setRank', { details: 'visitor, now member' }, french)).toBe('En visite, puis Membre');
  expect(details('sendOut', { details: 'shouted, twice' })).toBe('shouted, twice');
  expect(details('ban', { details: '24 h, network: shouted: twice' }, french)).toBe('1 jour · avec son réseau · shouted: twice');
  expect(details('ban', { details: 'for ever' })).toBe('for ever');
  expect(details('gather', { target: 'lounge' })).toBe('Salon');
  expect(details('invite', { target: 'For Lou', details: 'host' })).toBe('For Lou · Host');
  expect(details('answerKnock', { details: 'yes' })).toBe('');
  expect(details('setDoor', { target: 'password', details: 'new password, at most 12' }, french)).toBe(
    'nouveau mot de passe, 12 personnes au plus',
  );
});
