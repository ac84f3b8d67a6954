// In the audience and in a meeting room, in the bar: raises my hand, and says how many are before me.
import { useId } from 'preact/hooks';
import { myHand } from '../../world/myHand.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { rankWords } from './talkWords.ts';

/** @param short without words, until there is a place in the row to say */
export function TalkHandButton({ world, short }: { world: World; short?: boolean }) {
  const { app, t, keyOf, language } = useUi();
  const wordsId = useId();
  const rank = myHand(world);
  const key = keyOf('raiseHand');
  const words = rank > 0 ? t('hand.up', { rank: rankWords(rank, language.value, t) }) : t('call.raiseHand');
  return (
    <button
      type="button"
      class="button hand-button"
      aria-label={t('call.raiseHand')}
      aria-pressed={rank > 0}
      aria-describedby={rank > 0 ? wordsId : undefined}
      onClick={() => app.actions.stage.hand()}
    >
      <Icon name="hand" />
      <span id={wordsId} class={short ? 'visually-hidden' : ''}>
        {words}
      </span>
      {short && rank > 0 && <b aria-hidden="true">{rankWords(rank, language.value, t)}</b>}
      {(key || rank > 0) && (
        <span class="tip tip-above" aria-hidden="true">
          {t(rank > 0 ? 'hand.lower' : 'call.raiseHand')}
          {key && <kbd>{key}</kbd>}
        </span>
      )}
    </button>
  );
}
