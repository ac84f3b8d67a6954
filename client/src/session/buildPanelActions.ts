// The verbs of somebody in a talk that do more than ask: a vote that shows at once, a chapter by one key, applause told together.

import { REACTIONS, type Reaction } from '@comptoir/shared/protocol/auditorium';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import type { ReadonlySignal, Signal } from '@preact/signals-core';
import type { Actions, Panel } from '../actions.ts';
import { answerVote, pressVote } from '../world/votesAhead.ts';
import type { World } from '../world/World.ts';

export interface PanelActionParts {
  world: ReadonlySignal<World | undefined>;
  panel: Signal<Panel | undefined>;
  ask: Actions['ask'];
  sendApplause(reaction: Reaction, n: number): void;
}

/** Of one reaction in one message, as the office reads it. */
const MOST_AT_ONCE = 20;

export function buildPanelActions({
  world,
  panel,
  ask,
  sendApplause,
}: PanelActionParts): Pick<Actions, 'applaud' | 'askInTalk' | 'markChapter' | 'voteQuestion'> {
  const waiting = new Map<Reaction, number>();
  const sendAll = (): void => {
    for (const reaction of REACTIONS) {
      const n = waiting.get(reaction) ?? 0;
      if (n > 0) sendApplause(reaction, Math.min(n, MOST_AT_ONCE));
    }
    waiting.clear();
  };
  return {
    applaud(reaction) {
      if (waiting.size === 0) setTimeout(sendAll, tuning.applauseBatchMs);
      waiting.set(reaction, (waiting.get(reaction) ?? 0) + 1);
    },
    askInTalk() {
      const auditorium = world.peek()?.auditorium;
      if (!auditorium?.stage.peek()) return;
      auditorium.tab.value = 'questions';
      auditorium.wishesToAsk.value++;
      panel.value = 'talk';
    },
    async markChapter() {
      const auditorium = world.peek()?.auditorium;
      const stage = auditorium?.stage.peek();
      if (!auditorium || !stage) return;
      // its field is there before the answer, and before the next key
      const naming = { atMs: Math.max(0, Date.now() - stage.startedMs), id: undefined };
      auditorium.naming.value = naming;
      auditorium.tab.value = 'chapters';
      panel.value = 'talk';
      const answer = await ask('markChapter', { title: '' });
      if (auditorium.naming.peek() !== naming) return;
      auditorium.naming.value = isRefused(answer) ? undefined : { ...naming, id: answer.chapter };
    },
    async voteQuestion(question, on) {
      const auditorium = world.peek()?.auditorium;
      if (!auditorium) return;
      const { votesAhead, myVotes } = auditorium;
      votesAhead.value = pressVote(votesAhead.peek(), question, on, myVotes.peek().has(question));
      const accepted = !isRefused(await ask('voteQuestion', { question, on }));
      if (accepted) {
        const mine = new Set(myVotes.peek());
        if (on) mine.add(question);
        else mine.delete(question);
        myVotes.value = mine;
      }
      votesAhead.value = answerVote(votesAhead.peek(), question, accepted);
    },
  };
}
