// Where scribes write: one line, Enter sends it, and the field is there for the next one.
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { Icon } from '../../kit/Icon.tsx';
import { useGrowth } from '../../kit/useGrowth.ts';
import { useUi } from '../../Ui.ts';

/** The counter is shown when so many characters are left. */
const COUNT_FROM_LEFT = 60;

export function NoteComposer() {
  const { app, t } = useUi();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useSignal('');
  const isSending = useSignal(false);
  useGrowth(field, text.value);
  const left = tuning.noteLineLength - lengthOf(normaliseWords(text.value));
  const send = async (): Promise<void> => {
    const sent = text.peek();
    if (isSending.peek() || left < 0 || normaliseWords(sent) === '') return;
    // a talk goes on: what comes next may be typed at once, and comes back should the office refuse it
    text.value = '';
    isSending.value = true;
    const answer = await app.actions.ask('writeNote', { text: sent });
    isSending.value = false;
    if (isRefused(answer)) text.value = [sent, text.peek()].filter(Boolean).join(' ');
  };
  return (
    <form
      class="composer question-composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div class={left < 0 ? 'composer-box has-problem' : 'composer-box'}>
        <textarea
          ref={field}
          rows={1}
          value={text.value}
          aria-label={t('notes.write')}
          placeholder={t('notes.placeholder')}
          dir="auto"
          enterkeyhint="send"
          aria-describedby={`${id}-count`}
          aria-invalid={left < 0}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
            event.preventDefault();
            void send();
          }}
        />
        <button type="submit" class="icon-button send" aria-label={t('notes.send')}>
          <Icon name="walk" />
        </button>
      </div>
      <p id={`${id}-count`} class={left < 0 ? 'counter over' : 'counter'}>
        {left < COUNT_FROM_LEFT && (left < 0 ? t('counter.over', { n: -left }) : t('words.left', { n: left }))}
      </p>
    </form>
  );
}
