// Who asks me something, at the top right: cards that take no focus, are read out, and are reached by a key; and what I asked, to be taken back.
import { DEFAULT_APPEARANCE } from '@comptoir/shared/people';
import type { AskView } from '@comptoir/shared/protocol/talk';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { useUi } from '../Ui.ts';
import { TimeLeft } from './TimeLeft.tsx';
import { useCardFocus } from './useCardFocus.ts';

/** @param back what the panel was before the focus was called here */
export function AskCards({ world, back }: { world: World; back: () => void }) {
  const { app, t } = useUi();
  const asks = world.talk.asks.value;
  const mine = world.talk.myAsks.value;
  const called = app.panel.value === 'asks';
  const { root, hold } = useCardFocus(called, asks, back);
  return (
    <section ref={root} class="ask-cards" aria-label={t('asks.label')} onClickCapture={hold}>
      {asks.map((ask) => (
        <AskCard key={ask.id} world={world} ask={ask} />
      ))}
      {mine.map((ask) => {
        const name = world.people.value.get(ask.person ?? '')?.name ?? '';
        return (
          <div key={ask.id} class="my-ask">
            <p role="status">{t(`asks.mine${CAPITAL[ask.kind]}`, { name })}</p>
            <button type="button" class="text-button" onClick={() => app.actions.talk.withdraw(ask.id)}>
              {t('asks.cancel')}
            </button>
            <TimeLeft world={world} untilTick={ask.untilTick} />
          </div>
        );
      })}
    </section>
  );
}

const CAPITAL = { knock: 'Knock', talk: 'Talk', join: 'Join', walk: 'Walk' } as const;
const ICONS = { knock: 'door', talk: 'wave', join: 'invite', walk: 'steps' } as const;

function AskCard({ world, ask }: { world: World; ask: AskView }) {
  const { app, t, keyOf } = useUi();
  const person = world.people.value.get(ask.from);
  const name = person?.name ?? '';
  const sentence = t(`asks.${ask.kind}`, { name });
  const key = keyOf('answer');
  const answer = (said: 'yes' | 'notNow' | 'inFive') => () => void app.actions.talk.answer(ask.id, said);
  return (
    <article class="ask-card" aria-label={sentence}>
      <Portrait appearance={person?.appearance ?? DEFAULT_APPEARANCE} size={48} />
      <p class="ask-words">
        <b>
          <Icon name={ICONS[ask.kind]} size={18} />
          {sentence}
        </b>
        <span class="muted">{[person?.trade, t(`asks.${ask.kind}Hint`)].filter(Boolean).join(' · ')}</span>
      </p>
      <div class="ask-verbs">
        <button type="button" class="button primary small" onClick={answer('yes')}>
          {t(`asks.${ask.kind}Yes`)}
        </button>
        <button type="button" class="button small" onClick={answer('inFive')}>
          {t('asks.inFive')}
        </button>
        <button type="button" class="button small" onClick={answer('notNow')}>
          {t('asks.notNow')}
        </button>
      </div>
      <TimeLeft world={world} untilTick={ask.untilTick} />
      {/* its appearance is the news, read at once; the cards themselves are read by who goes there */}
      <p class="visually-hidden" role="alert">
        {key ? t('asks.announce', { sentence: [sentence, person?.trade].filter(Boolean).join(', '), key }) : sentence}
      </p>
    </article>
  );
}
