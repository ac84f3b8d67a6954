// The number of the page, to be typed: Enter goes there, anything else leaves it as it is.
import { useSignal } from '@preact/signals';
import { useUi } from '../../Ui.ts';

export function PageField({ page, pages, goTo }: { page: number; pages: number; goTo: (page: number) => void }) {
  const { t } = useUi();
  const typed = useSignal<string | undefined>(undefined);
  const leave = (): void => {
    typed.value = undefined;
  };
  const go = (): void => {
    const wanted = Number(typed.peek()?.trim() || Number.NaN);
    leave();
    if (Number.isInteger(wanted) && wanted >= 1 && wanted <= pages) goTo(wanted - 1);
  };
  return (
    <form
      class="slide-number"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <input
        type="text"
        inputMode="numeric"
        autocomplete="off"
        aria-label={t('slides.goTo')}
        value={typed.value ?? String(page + 1)}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
        }}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          leave();
          event.currentTarget.blur();
        }}
      />
      <span>{t('slides.ofPages', { pages })}</span>
    </form>
  );
}
