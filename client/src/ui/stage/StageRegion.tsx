// Politely says what happens in and around talks, for those who do not see them.
import { effect, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { leadsTalk } from '../../world/leadsTalk.ts';
import { stageRole } from '../../world/stageRole.ts';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';
import { type StageFacts, type StageNews, stageNews } from './stageNews.ts';
import { rankWords } from './talkWords.ts';

/** What belongs together comes in several messages; it is said once. */
const SETTLED_MS = 150;

export function StageRegion({ world }: { world: World }) {
  const { t, language } = useUi();
  const said = useSignal('');
  useEffect(() => {
    let before: StageFacts | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const sentenceOf = (news: StageNews): string => {
      const rank = 'rank' in news ? rankWords(news.rank, language.peek(), t) : '';
      return t(`stage.said.${news.kind}`, { rank, title: 'title' in news ? news.title : '' });
    };
    const look = (): void => {
      // not to be disturbed: what others begin is no news
      const quiet = world.me.peek()?.availability === 'doNotDisturb';
      const now = factsOf(world);
      const news = stageNews(before, now).filter(({ kind }) => !(quiet && kind === 'begins') && kind !== 'floor');
      before = now;
      if (news.length > 0) said.value = news.map(sentenceOf).join(' ');
    };
    const stop = effect(() => {
      factsOf(world);
      clearTimeout(timer);
      timer = setTimeout(look, SETTLED_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [world]);
  return (
    <div class="visually-hidden" aria-live="polite">
      {said.value}
    </div>
  );
}

/** Reads signals. */
function factsOf(world: World): StageFacts {
  const { stage, talks, over } = world.auditorium;
  const role = stageRole(world.talk.conversation.value, world.myId.value);
  const mine = stage.value;
  return {
    talk: mine && role && { id: mine.talk, title: mine.title, role, rank: mine.myHand, leads: leadsTalk(world) },
    talks: talks.value.map(({ talk, title }) => ({ id: talk, title })),
    over: over.value?.title,
  };
}
