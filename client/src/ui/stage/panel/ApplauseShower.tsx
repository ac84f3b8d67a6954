// The applause of everybody together: a handful of signs that rise and go, or a line of numbers where less motion is wished; and in words.
import { REACTIONS, type Reaction } from '@comptoir/shared/protocol/auditorium';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { ApplauseNews } from './ApplauseNews.ts';
import { REACTION_ICONS } from './ReactionBar.tsx';
import { addSigns, type Sign } from './Shower.ts';

const LOOK_EVERY_MS = 1000;

export function ApplauseShower({ world }: { world: World }) {
  const { app, t, language } = useUi();
  const signs = useSignal<readonly Sign[]>([]);
  const said = useSignal('');
  useEffect(() => {
    const news = new ApplauseNews();
    const stop = world.auditorium.onApplause((applause) => {
      news.came(applause);
      signs.value = addSigns(signs.peek(), applause, performance.now(), Math.random);
    });
    const timer = setInterval(() => {
      const nowMs = performance.now();
      if (signs.peek().some(({ untilMs }) => untilMs <= nowMs)) signs.value = addSigns(signs.peek(), {}, nowMs, Math.random);
      const told = news.take(nowMs);
      if (!told) return;
      const list = new Intl.ListFormat(language.peek(), { type: 'conjunction' }).format(
        told.map(({ reaction, n }) => t(`applause.said.${reaction}`, { n })),
      );
      said.value = t('applause.news', { list });
    }, LOOK_EVERY_MS);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [world]);
  return (
    <>
      <div class="visually-hidden" aria-live="polite">
        {said.value}
      </div>
      <div class="applause" aria-hidden="true">
        {app.reducedMotion.value ? <Sums signs={signs.value} /> : signs.value.map((sign) => <Rising key={sign.id} sign={sign} />)}
      </div>
    </>
  );
}

function Rising({ sign: { reaction, n, at } }: { sign: Sign }) {
  return (
    <span class={`applause-sign ${reaction}`} style={{ '--at': String(at) }}>
      <Icon name={REACTION_ICONS[reaction]} size={24} />
      {n > 1 && <b>{n}</b>}
    </span>
  );
}

function Sums({ signs }: { signs: readonly Sign[] }) {
  const sumOf = (reaction: Reaction): number => signs.reduce((sum, sign) => sum + (sign.reaction === reaction ? sign.n : 0), 0);
  const sums = REACTIONS.map((reaction) => ({ reaction, n: sumOf(reaction) })).filter(({ n }) => n > 0);
  if (sums.length === 0) return null;
  return (
    <p class="applause-sums">
      {sums.map(({ reaction, n }) => (
        <span key={reaction} class={reaction}>
          <Icon name={REACTION_ICONS[reaction]} size={20} />
          {n}
        </span>
      ))}
    </p>
  );
}
