// The door opens by invitation: whom to ask, and where to paste a link for who has one somewhere.
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import type { EntryForm } from './EntryForm.ts';

export function LinkStep({ form }: { form: EntryForm }) {
  const { t } = useUi();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const typed = useSignal('');
  const isWrong = useSignal(false);
  const entering = form.step.value.kind === 'entering';
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), []);
  const submit = (event: Event): void => {
    event.preventDefault();
    if (entering) return;
    isWrong.value = !form.openWithLink(typed.value);
    if (isWrong.value) field.current?.focus();
  };
  return (
    <form class="door-step" aria-labelledby="link-title" onSubmit={submit} noValidate>
      <header class="ready-head">
        <button type="button" class="icon-button" aria-label={t('ready.back')} onClick={() => form.back()}>
          <Icon name="back" />
        </button>
        <h2 id="link-title">{t('link.title')}</h2>
      </header>
      <p class="muted">{t('link.text')}</p>
      <div class="field">
        <label for={id}>{t('link.label')}</label>
        <div class={isWrong.value ? 'field-box has-problem' : 'field-box'}>
          <input
            id={id}
            ref={field}
            type="text"
            inputMode="url"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            enterKeyHint="go"
            placeholder="https://…?invite=…"
            value={typed.value}
            aria-invalid={isWrong.value}
            aria-describedby={`${id}-words`}
            onInput={(event) => {
              typed.value = event.currentTarget.value;
              isWrong.value = false;
            }}
          />
        </div>
        <p id={`${id}-words`} class="field-problem" role={isWrong.value ? 'alert' : undefined}>
          {isWrong.value && t('link.none')}
        </p>
      </div>
      <button type="submit" class="button primary large" aria-busy={entering}>
        {t(entering ? 'entrance.entering' : 'link.use')}
      </button>
    </form>
  );
}
