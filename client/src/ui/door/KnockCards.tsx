// Who stands at the door, for hosts: cards like those of who asks me something; no focus is taken, a key leads there.
import { DEFAULT_APPEARANCE, decodeAppearance } from '@comptoir/shared/people';
import type { KnockView } from '@comptoir/shared/protocol/door';
import type { World } from '../../world/World.ts';
import { TimeLeft } from '../call/TimeLeft.tsx';
import { useCardFocus } from '../call/useCardFocus.ts';
import { Icon } from '../kit/Icon.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { useUi } from '../Ui.ts';

/** @param back what the panel was before the focus was called here */
export function KnockCards({ world, back }: { world: World; back: () => void }) {
  const { app, t, keyOf } = useUi();
  const knocks = world.hosting.knocks.value;
  // who asks me something comes first
  const called = app.panel.value === 'asks' && world.talk.asks.value.length === 0;
  const { root, hold } = useCardFocus(called, knocks, back);
  const last = knocks.at(-1);
  const key = keyOf('answer');
  return (
    <section ref={root} class="ask-cards" aria-label={t('knocks.label')} onClickCapture={hold}>
      {knocks.map((knock) => (
        <KnockCard key={knock.id} world={world} knock={knock} />
      ))}
      {/* there before there is news, so that it is read */}
      <p class="visually-hidden" role="status">
        {last && (key ? t('knocks.announce', { name: last.name, key }) : t('knocks.knocks', { name: last.name }))}
      </p>
    </section>
  );
}

function KnockCard({ world, knock }: { world: World; knock: KnockView }) {
  const { app, t } = useUi();
  const { name, trade } = knock;
  const sentence = t('knocks.knocks', { name });
  const answer = (yes: boolean) => () => void app.actions.ask('answerKnock', { knock: knock.id, yes });
  return (
    <article class="ask-card" aria-label={sentence}>
      <Portrait appearance={decodeAppearance(knock.appearance) ?? DEFAULT_APPEARANCE} size={48} />
      <p class="ask-words">
        <b>
          <Icon name="door" size={18} />
          {sentence}
        </b>
        <span class="muted">{[trade, t('knocks.hint')].filter(Boolean).join(' · ')}</span>
      </p>
      <div class="ask-verbs">
        <button type="button" class="button primary small" aria-label={t('knocks.letInFull', { name })} onClick={answer(true)}>
          {t('knocks.letIn')}
        </button>
        <button type="button" class="button small" aria-label={t('knocks.notNowFull', { name })} onClick={answer(false)}>
          {t('knocks.notNow')}
        </button>
      </div>
      <TimeLeft world={world} untilTick={knock.untilTick} />
    </article>
  );
}
