// The talk I was in is over: one key leads to where it goes on, a table for each question that was pinned, or my own way.
import { useEffect } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { RecordedAfter } from './recording/RecordedAfter.tsx';

/** Nobody who let it stand is asked for longer. */
const SHOWN_MS = 180_000;
/** Of a question on a button, characters. */
const SHORT = 70;

export function TalkOverCard({ world }: { world: World }) {
  const { app, t, keyOf } = useUi();
  const over = world.auditorium.over.value;
  useEffect(() => {
    if (!over) return;
    const timer = setTimeout(() => app.actions.stage.go(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [over]);
  if (!over) return null;
  const key = keyOf('act');
  return (
    <section class="over-card" aria-label={t('over.title')}>
      <header>
        <Icon name="cup" size={28} />
        <p>
          <b>{t('over.title')}</b>
          <span class="muted">{over.title}</span>
        </p>
      </header>
      {over.recorded !== undefined && <RecordedAfter world={world} talk={over.recorded} />}
      {over.lounge !== null && (
        <button type="button" class="button primary" onClick={() => void app.actions.stage.stay()}>
          {t('over.stay')}
          {key && (
            <span aria-hidden="true">
              <kbd>{key}</kbd>
            </span>
          )}
        </button>
      )}
      {over.lounge !== null && over.tables.length === 0 && <p class="muted over-hint">{t('over.hint')}</p>}
      {over.tables.length > 0 && (
        <div class="over-tables">
          <h3>{t('over.tables')}</h3>
          <ul>
            {over.tables.map(({ question, text, seat }) => (
              <li key={question}>
                <button
                  type="button"
                  class="button"
                  aria-label={t('over.table', { question: text })}
                  onClick={() => void app.actions.stage.stay(seat)}
                >
                  <Icon name="seat" size={20} />
                  <span>{text.length > SHORT ? `${text.slice(0, SHORT)}…` : text}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {over.page !== undefined && (
        <a class="text-button" href={over.page} target="_blank" rel="noopener">
          {t('shelf.itsPage')}
        </a>
      )}
      <button type="button" class="text-button" onClick={() => app.actions.stage.go()}>
        {t('over.go')}
      </button>
      <p class="visually-hidden" role="status">
        {t('stage.said.ended', { title: over.title })}
      </p>
    </section>
  );
}
