// In the settings: Comptoir as an app of its own, where this browser can do that; by a click, or in words how to do it by hand.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useUi } from '../Ui.ts';

export function InstallLine() {
  const { app, t } = useUi();
  const words = useRef<HTMLParagraphElement>(null);
  const wasAsked = useRef(false);
  const way = app.install.way.value;
  // the button that was pressed is gone: the focus goes to what came of it
  useLayoutEffect(() => {
    if (wasAsked.current && way !== 'ask') words.current?.focus();
  }, [way]);
  if (way === undefined) return null;
  const ask = (): void => {
    wasAsked.current = true;
    void app.install.ask();
  };
  return (
    <section class="install-line" aria-labelledby="install-title">
      <div>
        <h3 id="install-title">{t('install.title')}</h3>
        <p ref={words} class="muted" tabIndex={-1}>
          {t(way === 'ask' ? 'install.hint' : `install.${way}`)}
        </p>
      </div>
      {way === 'ask' && (
        <button type="button" class="button" onClick={ask}>
          {t('install.ask')}
        </button>
      )}
    </section>
  );
}
