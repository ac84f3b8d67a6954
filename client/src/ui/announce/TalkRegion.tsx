// Politely says with whom I talk, who hears me, who joins and leaves, for those who do not see the floor.
import { effect, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { hearersOf, listNames } from '../call/hearers.ts';
import { useUi } from '../Ui.ts';
import { type TalkChange, TalkNews } from './TalkNews.ts';

const LOOK_EVERY_MS = 1000;

export function TalkRegion({ world }: { world: World }) {
  const { app, t, language } = useUi();
  const said = useSignal('');
  useEffect(() => {
    const news = new TalkNews(world.myId.peek());
    const nameAll = (people: readonly string[]): string => {
      const known = world.people.peek();
      return listNames(
        people.flatMap((id) => known.get(id)?.name ?? []),
        language.peek(),
        (n) => t('hears.more', { n }),
      );
    };
    const sentenceOf = (change: TalkChange): string => {
      switch (change.kind) {
        case 'in': {
          if (change.people.length === 0) return t('announce.aloneIn');
          const n = change.people.length;
          const hearers = hearersOf(world.talk.conversation.peek(), world.myId.peek()).people.map(({ personId }) => personId);
          const off = app.call.microphone.peek() === 'off';
          const heard = off ? t('announce.inOff') : t('announce.inHears', { n: hearers.length, names: nameAll(hearers) });
          return `${t('announce.in', { n, names: nameAll(change.people) })} ${heard}`;
        }
        case 'listening':
          return t('announce.listening', { names: nameAll(change.people) });
        case 'out':
          return t('announce.out');
        case 'state':
          return t('announce.state', { state: t(`talk.state.${change.state}`), hint: t(`talk.hint.${change.state}`) });
        default:
          return t(`announce.${change.kind}`, { n: change.people.length, names: nameAll(change.people) });
      }
    };
    const tell = (changes: readonly TalkChange[]): void => {
      if (changes.length > 0) said.value = changes.map(sentenceOf).join(' ');
    };
    // of a talk in an auditorium tells StageRegion
    const stop = effect(() => {
      const view = world.talk.conversation.value;
      tell(news.look(view?.kind === 'talk' ? undefined : view));
    });
    const timer = setInterval(() => tell(news.take(performance.now())), LOOK_EVERY_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [world]);
  return (
    <div class="visually-hidden" aria-live="polite">
      {said.value}
    </div>
  );
}
