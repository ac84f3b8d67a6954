// Questions of a talk: who may ask how many, one vote a person, answered, removed, pinned. Whoever asked without a name is known here and in no view.
import type { QuestionView } from '@comptoir/shared/protocol/auditorium';
import type { Refusal } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { readWording } from './wording.ts';

export interface Question {
  id: string;
  text: string;
  /** personId, also of an anonymous one: its author sees it as theirs and may remove it. Never to be told. */
  by: string;
  isAnonymous: boolean;
  /** As they were called then; '' when anonymous. */
  name: string;
  /** personIds; whoever leaves has voted all the same. */
  votes: Set<string>;
  /** Since the talk began. */
  askedMs: number;
  answeredMs: number | null;
}

export interface Questions {
  byId: Map<string, Question>;
  /** All that were ever on the screen and are still there, in that order. */
  pinned: Set<string>;
  onScreen: string | null;
  /** Since they were last told. */
  changed: Set<string>;
  gone: Set<string>;
  /** Of the last minute, also those that were removed. */
  lately: { by: string; atMs: number }[];
}

export const newQuestions = (): Questions => ({
  byId: new Map(),
  pinned: new Set(),
  onScreen: null,
  changed: new Set(),
  gone: new Set(),
  lately: [],
});

const MINUTE_MS = 60_000;

export interface Asking {
  id: string;
  personId: string;
  name: string;
  text: string;
  anonymous: boolean;
}

/** T20, T21 @param mayBeAnonymous as the leaders of the talk set it @param nowMs since the talk began */
export function askQuestion(
  questions: Questions,
  { id, personId, name, text: said, anonymous }: Asking,
  mayBeAnonymous: boolean,
  nowMs: number,
): Question | { refused: Refusal } {
  if (anonymous && !mayBeAnonymous) return { refused: 'namesOnly' };
  const wording = readWording(said, tuning.questionLength);
  if ('refused' in wording) return wording;
  questions.lately = questions.lately.filter(({ atMs }) => nowMs - atMs < MINUTE_MS);
  const { lately, byId } = questions;
  const ofPerson = lately.filter(({ by }) => by === personId).length;
  const isTooMany = byId.size >= tuning.questionsMost || lately.length >= tuning.questionsPerMinute;
  if (isTooMany || ofPerson >= tuning.questionsPerPerson) return { refused: 'tooMany' };
  lately.push({ by: personId, atMs: nowMs });
  const question: Question = {
    ...{ id, text: wording.text, by: personId, isAnonymous: anonymous, name: anonymous ? '' : name },
    ...{ votes: new Set(), askedMs: nowMs, answeredMs: null },
  };
  byId.set(id, question);
  questions.changed.add(id);
  return question;
}

/** T22 @returns whether that changed anything */
export function voteQuestion(questions: Questions, { id, votes }: Question, personId: string, on: boolean): boolean {
  if (votes.has(personId) === on) return false;
  if (on) votes.add(personId);
  else votes.delete(personId);
  questions.changed.add(id);
  return true;
}

/** T24: the first stamp stays. */
export function markQuestion(questions: Questions, question: Question, as: 'answered' | 'open' | 'removed', nowMs: number): void {
  const { id } = question;
  if (as === 'removed') {
    questions.byId.delete(id);
    questions.pinned.delete(id);
    if (questions.onScreen === id) questions.onScreen = null;
    questions.changed.delete(id);
    questions.gone.add(id);
    return;
  }
  question.answeredMs = as === 'open' ? null : (question.answeredMs ?? nowMs);
  questions.changed.add(id);
}

/** T25: the one on the screen; null: none. */
export function pinQuestion(questions: Questions, question: Question | null): void {
  const before = questions.onScreen;
  questions.onScreen = question?.id ?? null;
  if (before !== null) questions.changed.add(before);
  if (!question) return;
  questions.pinned.add(question.id);
  questions.changed.add(question.id);
}

/** T23: what anybody may know of it. */
export const questionView = ({ onScreen }: Questions, question: Question): QuestionView => ({
  id: question.id,
  text: question.text,
  name: question.name,
  by: question.isAnonymous ? '' : question.by,
  votes: question.votes.size,
  askedMs: question.askedMs,
  answeredMs: question.answeredMs,
  pinned: question.id === onScreen,
});

export const votesOf = ({ byId }: Questions, personId: string): string[] =>
  [...byId.values()].filter(({ votes }) => votes.has(personId)).map(({ id }) => id);

export const askedBy = ({ byId }: Questions, personId: string): string[] =>
  [...byId.values()].filter(({ by }) => by === personId).map(({ id }) => id);
