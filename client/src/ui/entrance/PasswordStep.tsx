// The door asks for the office's password: one field; what was typed before stays.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { PasswordField } from '../door/PasswordField.tsx';
import { timeWords } from '../door/timeWords.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import type { EntryForm } from './EntryForm.ts';

export function PasswordStep({ form }: { form: EntryForm }) {
  const { app, t, language } = useUi();
  const field = useRef<HTMLInputElement>(null);
  const refusal = form.refusal.value;
  const entering = form.step.value.kind === 'entering';
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  // wrong: typed over by the next key
  useLayoutEffect(() => {
    if (refusal === 'wrongPassword') field.current?.select();
  }, [refusal]);
  const problem =
    refusal === 'wrongPassword'
      ? t('refused.wrongPassword')
      : refusal === 'tooMany'
        ? t('refused.tooManyPasswords', { time: timeWords(form.againAtMs.value, Date.now(), language.value) })
        : undefined;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (entering) return;
    if (form.password.value === '') field.current?.focus();
    else void form.openWithPassword();
  };
  return (
    <form class="door-step" aria-labelledby="password-title" onSubmit={submit} noValidate>
      <header class="ready-head">
        <button type="button" class="icon-button" aria-label={t('ready.back')} onClick={() => form.back()}>
          <Icon name="back" />
        </button>
        <h2 id="password-title">{t('password.title')}</h2>
      </header>
      <p class="muted">{t('password.text')}</p>
      {/* so that the browser remembers it for this office and not for every one of this server */}
      <input type="text" autocomplete="username" value={app.office.value?.title ?? ''} readOnly hidden />
      <PasswordField
        label={t('password.label')}
        autoComplete="current-password"
        value={form.password.value}
        problem={problem}
        inputRef={field}
        onInput={(value) => {
          form.password.value = value;
          if (form.refusal.peek() === 'wrongPassword') form.refusal.value = undefined;
        }}
      />
      <button type="submit" class="button primary large" aria-busy={entering}>
        {t(entering ? 'entrance.entering' : 'entrance.enter')}
      </button>
    </form>
  );
}
