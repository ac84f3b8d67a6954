// The applause of everybody together: a handful of signs that rise and go, or a line of numbers where less motion is wished; and in words.
import { REACTIONS } from '@comptoir/shared/protocol/auditorium';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { ApplauseNews } from './ApplauseNews.ts';
import { REACTION_ICONS } from './ReactionBar.tsx';
import { type Applause, addSigns, addSums, type Sign, type Sums } from './Shower.ts';

const LOOK_EVERY_MS = 1000;
const NOTHING: Sums = { counts: {}, untilMs: 0 };

export function ApplauseShower({ world }: { world: World }) {
  const { app, t, language } = useUi();
  const signs = useSignal<readonly Sign[]>([]);
  const sums = useSignal<Sums>(NOTHING);
  const said = useSignal('');
  useEffect(() => {
    const news = new ApplauseNews();
    const stop = world.auditorium.onApplause((applause) => {
      news.came(applause);
      const nowMs = performance.now();
      signs.value = addSigns(signs.peek(), applause, nowMs);
      sums.value = addSums(sums.peek(), applause, nowMs);
    });
    const timer = setInterval(() => {
      const nowMs = performance.now();
      if (signs.peek().some(({ untilMs }) => untilMs <= nowMs)) signs.value = addSigns(signs.peek(), {}, nowMs);
      if (sums.peek().untilMs <= nowMs && REACTIONS.some((one) => sums.peek().counts[one])) sums.value = NOTHING;
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
        {app.reducedMotion.value ? <SumLine counts={sums.value.counts} /> : signs.value.map((sign) => <Rising key={sign.id} sign={sign} />)}
      </div>
    </>
  );
}

function Rising({ sign: { id, reaction, n, at } }: { sign: Sign }) {
  return (
    <span class={`applause-sign ${reaction}`} style={{ '--at': String(at), '--late': `${(id % 3) * 110}ms` }}>
      <Icon name={REACTION_ICONS[reaction]} size={24} />
      {n > 1 && <b>{n}</b>}
    </span>
  );
}

function SumLine({ counts }: { counts: Applause }) {
  const given = REACTIONS.flatMap((reaction) => ({ reaction, n: counts[reaction] ?? 0 })).filter(({ n }) => n > 0);
  if (given.length === 0) return null;
  return (
    <p class="applause-sums">
      {given.map(({ reaction, n }) => (
        <span key={reaction} class={reaction}>
          <Icon name={REACTION_ICONS[reaction]} size={20} />
          {n}
        </span>
      ))}
    </p>
  );
}
