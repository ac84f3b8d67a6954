// What is told of questions and polls to those who do not look at them: a note with the way there for what one may act upon, words read out for the rest.
import { effect, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { leadsTalk } from '../../../world/leadsTalk.ts';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { shorten } from '../../words/WordsNews.ts';
import { movementOf, movementWords } from './debateMovement.ts';
import { type PanelNews, type PanelState, panelNews } from './panelNews.ts';

const READ_OUT = 160;
const SHOWN_IN_NOTE = 80;

export function PanelNotes({ world }: { world: World }) {
  const { app, t } = useUi();
  const said = useSignal('');
  useEffect(() => {
    const { auditorium } = world;
    let before: PanelState = { talk: undefined, questions: new Map(), mine: new Set(), polls: [], debate: undefined };
    const show = (tab: 'questions' | 'polls' | 'debate'): void => {
      auditorium.tab.value = tab;
      app.actions.openPanel('talk');
    };
    /** @returns what is read out; a note is read out by itself */
    const tell = (news: PanelNews): string => {
      if (news.kind === 'debate') {
        const movement = news.phase === 'over' ? movementOf(news.view) : undefined;
        if (movement) {
          const words = { result: movementWords(movement, t) };
          if (isShown('debate')) return t('talkNews.debate.over', words);
          app.toasts.add({ key: 'talkNews.debate.over', words, act: { label: 'talkPanel.show', run: () => show('debate') } });
          return '';
        }
        const isVote = news.phase === 'before' || news.phase === 'after';
        if (!isVote || isShown('debate') || leadsTalk(world)) return t(`talkNews.debate.${news.phase}`);
        app.toasts.add({ key: `talkNews.debate.${news.phase}`, act: { label: 'poll.vote', run: () => show('debate') } });
        return '';
      }
      const text = shorten(news.text, READ_OUT);
      if (news.kind === 'pollOpen' && !isShown('polls') && !leadsTalk(world)) {
        const words = { text: shorten(news.text, SHOWN_IN_NOTE) };
        app.toasts.add({ key: 'talkNews.pollOpen', words, act: { label: 'poll.vote', run: () => show('polls') } });
        return '';
      }
      if (news.kind === 'answered' && !isShown('questions')) {
        const words = { text: shorten(news.text, SHOWN_IN_NOTE) };
        app.toasts.add({ key: 'talkNews.answered', words, act: { label: 'talkPanel.show', run: () => show('questions') } });
        return '';
      }
      return t(`talkNews.${news.kind}`, { text });
    };
    const isShown = (tab: string): boolean => app.panel.peek() === 'talk' && auditorium.tab.peek() === tab;
    return effect(() => {
      const now: PanelState = {
        talk: auditorium.stage.value?.talk,
        questions: auditorium.questions.value,
        mine: auditorium.myQuestions.value,
        polls: auditorium.polls.value.list,
        debate: auditorium.debate.value?.view,
      };
      const news = panelNews(before, now);
      before = now;
      queueMicrotask(() => {
        const words = news.map(tell).filter(Boolean).join(' ');
        if (words) said.value = words;
      });
    });
  }, [world]);
  return (
    <div class="visually-hidden" aria-live="polite">
      {said.value}
    </div>
  );
}
