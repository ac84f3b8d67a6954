// Title and summary of a past talk: five lines at most, first on its page.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import type { PastTalkDetail } from '@comptoir/shared/protocol/replay';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { CountedField } from '../../kit/CountedField.tsx';
import { useUi } from '../../Ui.ts';

interface ChangeWordsProps {
  detail: PastTalkDetail;
  onSave: (change: { title: string; summary: string[] }) => Promise<void>;
}

export function ChangeWords({ detail, onSave }: ChangeWordsProps) {
  const { t } = useUi();
  const headingId = useId();
  const title = useSignal(detail.title);
  const lines = useSignal(Array.from({ length: tuning.summaryLines }, (_, n) => detail.summary[n] ?? ''));
  const isChanged = title.value !== detail.title || lines.value.filter(Boolean).join('\n') !== detail.summary.join('\n');
  const isTooLong =
    lengthOf(normaliseWords(title.value)) > tuning.talkTitleLength ||
    lines.value.some((line) => lengthOf(normaliseWords(line)) > tuning.summaryLineLength);
  const idle = !isChanged || isTooLong || normaliseWords(title.value) === '';
  return (
    <form
      class="change-part"
      onSubmit={(event) => {
        event.preventDefault();
        if (!idle) void onSave({ title: title.peek(), summary: lines.peek().filter((line) => normaliseWords(line) !== '') });
      }}
    >
      <CountedField
        label={t('record.title')}
        value={title.value}
        limit={tuning.talkTitleLength}
        onInput={(value) => {
          title.value = value;
        }}
      />
      <fieldset aria-labelledby={headingId}>
        <h3 id={headingId}>{t('record.summary')}</h3>
        <p class="muted">{t('record.summaryHint')}</p>
        {lines.value.map((line, n) => {
          const left = tuning.summaryLineLength - lengthOf(normaliseWords(line));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <div key={n} class={left < 0 ? 'field-box has-problem' : 'field-box'}>
              <input
                type="text"
                value={line}
                lang={detail.language}
                aria-label={t('record.line', { n: n + 1 })}
                placeholder={t('record.line', { n: n + 1 })}
                aria-invalid={left < 0}
                onInput={(event) => {
                  lines.value = lines.peek().with(n, event.currentTarget.value);
                }}
              />
              {left < 20 && <span class={left < 0 ? 'counter over' : 'counter'}>{left}</span>}
            </div>
          );
        })}
      </fieldset>
      <button type="submit" class="button primary small" aria-disabled={idle}>
        {t('record.save')}
      </button>
    </form>
  );
}
