// What is told of new lines to those who do not look at the chat: notes for direct words and mentions, and a polite voice.
import type { Line } from '@comptoir/shared/protocol/talk';
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { channelOf } from '../../world/Talk.ts';
import type { World } from '../../world/World.ts';
import { renewPush } from '../announce/subscribePush.ts';
import { type Say, useUi } from '../Ui.ts';
import { type News, shorten, WordsNews } from './WordsNews.ts';

const LOOK_MS = 500;
const SHOWN_IN_NOTE = 80;

export function WordsNotes({ world }: { world: World }) {
  const ui = useUi();
  const { app, t } = ui;
  const { talk } = world;
  const said = useSignal('');
  const news = useRef(new WordsNews());

  useEffect(() => {
    // what was heard before the page was drawn is no news
    let last = talk.heard.peek();
    const stop = talk.heard.subscribe((line) => {
      if (!line || line === last) return;
      last = line;
      const myId = world.myId.peek();
      const channel = channelOf(line.to, line.from, myId);
      const isShown = app.panel.peek() === 'chat' && talk.channel.peek() === channel;
      const isForMe = line.to.kind === 'person' || (myId !== undefined && line.mentions.includes(myId));
      if (isForMe || line.to.kind === 'conversation' || isShown) news.current.came(line);
      if (isForMe && !isShown && world.me.peek()?.availability !== 'doNotDisturb') note(line);
    });
    const note = (line: Line): void =>
      app.toasts.add({
        key: line.to.kind === 'person' ? 'words.noteDirect' : 'words.noteMention',
        words: { name: line.name, text: shorten(line.text, SHOWN_IN_NOTE) },
        act: {
          label: line.to.kind === 'person' ? 'words.reply' : 'words.show',
          run: () => {
            if (line.to.kind === 'person') app.actions.talk.write(line.from);
            else {
              app.actions.channels.open(channelOf(line.to, line.from, world.myId.peek()), line.id);
            }
          },
        },
      });
    const timer = setInterval(() => {
      const told = news.current.take(performance.now());
      if (told) said.value = sentenceOf(told, t);
    }, LOOK_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [world]);

  // whoever comes in as somebody else on this device is told from now on
  useEffect(() => {
    if (app.preferences.get('isPushWanted')) void renewPush(app.actions);
  }, [world]);

  // a closed chat opens where one talks
  const conversation = talk.conversation.value?.id;
  useEffect(() => {
    if (app.panel.peek() !== 'chat') talk.channel.value = conversation === undefined ? 'office' : 'conversation';
  }, [conversation]);

  return (
    <div class="visually-hidden" aria-live="polite">
      {said.value}
    </div>
  );
}

function sentenceOf(news: News, t: Say): string {
  if (news.kind === 'one') return t('words.newsOne', { name: news.name, text: news.text });
  const [first = '', ...others] = news.names;
  return others.length === 0 ? t('words.newsMany', { n: news.n, name: first }) : t('words.newsManyFrom', { n: news.n, name: first });
}
