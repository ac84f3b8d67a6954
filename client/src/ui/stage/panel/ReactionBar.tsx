// Applause and what else one gives a talk without a word: a row of signs, pressed as often as one likes.
import { REACTIONS, type Reaction } from '@comptoir/shared/protocol/auditorium';
import { Icon, type IconName } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';

export const REACTION_ICONS: Record<Reaction, IconName> = { clap: 'clap', laugh: 'laugh', heart: 'heart', wow: 'wow', idea: 'idea' };

export function ReactionBar({ id }: { id?: string }) {
  const { app, t } = useUi();
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that belong together, and no form
    <div id={id} class="reaction-bar" role="group" aria-label={t('applause.label')}>
      {REACTIONS.map((reaction) => (
        <button
          key={reaction}
          type="button"
          class="icon-button"
          aria-label={t(`applause.${reaction}`)}
          onClick={() => app.actions.applaud(reaction)}
        >
          <Icon name={REACTION_ICONS[reaction]} />
          <span class="tip tip-above" aria-hidden="true">
            {t(`applause.${reaction}`)}
          </span>
        </button>
      ))}
    </div>
  );
}
