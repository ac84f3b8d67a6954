// The card that somebody I talk with shows me: it slides in beside the place, and is put away by its button or Esc.
import { DEFAULT_APPEARANCE, decodeAppearance } from '@comptoir/shared/people';
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { useUi } from '../Ui.ts';
import { CardFace } from './CardFace.tsx';

/** What Esc closes first. */
const NEARER = 'dialog[open], [role="menu"], textarea:focus, input:focus';

export function ShownCards({ world }: { world: World }) {
  const { app, t } = useUi();
  const all = world.cards.shown.value;
  const top = all.at(-1);
  const behind = all.length - 1;

  useEffect(() => {
    if (!top) return;
    const putAway = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector(NEARER)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      world.cards.putAway(top.personId);
    };
    // before the panel at the left takes it
    addEventListener('keydown', putAway, true);
    return () => removeEventListener('keydown', putAway, true);
  }, [top?.personId]);

  return (
    <div class="shown-cards">
      <p class="visually-hidden" role="status">
        {top && t('card.shownToMe', { name: top.name })}
      </p>
      {top && (
        <section key={top.personId} class="shown-card" aria-label={t('card.shownToMe', { name: top.name })}>
          <header>
            <Icon name="card" size={20} />
            <b aria-hidden="true">{t('card.shownToMe', { name: top.name })}</b>
            <IconButton
              icon="close"
              label={t('card.putAway', { name: top.name })}
              tip="none"
              onClick={() => world.cards.putAway(top.personId)}
            />
          </header>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the card scrolls by keyboard, too */}
          <div class="shown-card-body" tabIndex={0}>
            <CardFace
              name={top.name}
              trade={top.trade}
              appearance={decodeAppearance(top.appearance) ?? DEFAULT_APPEARANCE}
              rank={world.people.value.get(top.personId)?.rank}
              card={top.card}
              empty={t('card.empty')}
            />
          </div>
          <footer>
            {behind > 0 && <small class="muted">{t('card.behind', { n: behind })}</small>}
            <button
              type="button"
              class="button small"
              aria-label={t('person.writeFull', { name: top.name })}
              onClick={() => app.actions.talk.write(top.personId)}
            >
              <Icon name="chat" size={18} />
              {t('person.write')}
            </button>
          </footer>
        </section>
      )}
    </div>
  );
}
