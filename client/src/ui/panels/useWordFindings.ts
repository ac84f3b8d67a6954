// What was written, found beside people and places: the latest few lines with these words, and the way to all of them.
import { isRefused } from '@comptoir/shared/protocol/requests';
import type { Line } from '@comptoir/shared/protocol/talk';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { channelOf } from '../../world/channelNames.ts';
import type { World } from '../../world/World.ts';
import { useUi } from '../Ui.ts';
import { SEARCH_PAUSE_MS } from '../words/find/FindWords.tsx';
import { foundWhere } from '../words/find/foundWhere.ts';
import { wordsOf } from '../words/find/markWords.ts';
import { dayAndHourOf, excerptOf } from '../words/lines/lineWords.ts';
import type { Finding } from './gatherFindings.ts';

const MOST_SHOWN = 4;
/** Fewer characters are in nearly every line. */
const LEAST_TYPED = 3;

export function useWordFindings(world: World, typed: string): Finding[] {
  const { app, t, language } = useUi();
  const { channels } = app.actions;
  const found = useSignal<{ words: string; lines: readonly Line[] }>({ words: '', lines: [] });
  const words = typed.trim();
  const isWanted = words.length >= LEAST_TYPED && wordsOf(words).length > 0;
  useEffect(() => {
    if (!isWanted) return;
    let isOld = false;
    const timer = setTimeout(async () => {
      const answer = await channels.ask('searchWords', { text: words });
      if (!isOld && !isRefused(answer)) found.value = { words, lines: answer.found };
    }, SEARCH_PAUSE_MS);
    return () => {
      isOld = true;
      clearTimeout(timer);
    };
  }, [words, isWanted]);
  if (!isWanted) return [];
  const lines = found.value.words === words ? found.value.lines.slice(0, MOST_SHOWN) : [];
  const myId = world.myId.value;
  return [
    ...lines.map((line): Finding => {
      const name = line.from === myId ? t('words.you') : line.name;
      return {
        id: `line ${line.id}`,
        title: line.text === '' ? excerptOf(line) : line.text,
        lookedFor: words,
        words: [t('find.group'), name, foundWhere(world, line, t), dayAndHourOf(line.atMs, language.value)].join(' · '),
        icon: 'chat',
        run: () => channels.open(channelOf(line.to, line.from, myId), line.id),
      };
    }),
    {
      ...{ id: 'lines all', title: t('find.all', { words }), words: t('find.group'), icon: 'search' },
      run: () => {
        world.talk.kept.wishToSearch.value = { text: words };
        app.actions.openPanel('chat');
      },
    },
  ];
}
