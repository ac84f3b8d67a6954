// Knocked: waiting to be let in, how long still, and what to do when nobody came.
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import type { EntryForm } from './EntryForm.ts';

export function AtTheDoor({ form }: { form: EntryForm }) {
  const { app, t } = useUi();
  const heading = useRef<HTMLHeadingElement>(null);
  const knock = app.doorway.knock.value;
  const busy = form.step.value.kind === 'entering';
  const now = useSignal(performance.now());
  useEffect(() => {
    const timer = setInterval(() => {
      now.value = performance.now();
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  // no button: whoever presses Enter once more means to come in, not to go
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [knock?.state]);
  const leave = (): void => {
    app.doorway.withdraw();
    form.back();
  };
  if (knock?.state !== 'waiting')
    return (
      <section class="notice at-the-door" aria-labelledby="knock-title">
        <h2 id="knock-title" ref={heading} tabIndex={-1}>
          <Icon name="door" />
          {t('knock.overTitle')}
        </h2>
        <p role="status">{t('knock.over')}</p>
        <button type="button" class="button primary" aria-busy={busy} onClick={() => !busy && void form.enter()}>
          {t(busy ? 'knock.knocking' : 'knock.again')}
        </button>
        <button type="button" class="button" onClick={leave}>
          {t('knock.back')}
        </button>
      </section>
    );
  const leftS = Math.max(0, Math.ceil((knock.untilMs - now.value) / 1000));
  return (
    <section class="notice at-the-door" aria-labelledby="knock-title">
      <h2 id="knock-title" ref={heading} tabIndex={-1}>
        <Icon name="door" />
        {t('knock.waitingTitle')}
      </h2>
      <p role="status">{t(app.office.value?.hostIsIn === false ? 'knock.waitingNobody' : 'knock.waiting')}</p>
      <p class="muted" aria-hidden="true">
        {t('knock.left', { n: leftS })}
      </p>
      <button type="button" class="button" onClick={leave}>
        {t('knock.withdraw')}
      </button>
      <span key={knock.untilMs} class="time-left" aria-hidden="true" style={{ '--left': `${knock.leftMs}ms` }} />
    </section>
  );
}
