// Where one writes: grows with its lines, Enter sends, what is refused stays with the reason.
import { lengthOf } from '@comptoir/shared/people';
import type { Audience } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import { cleanText, MOST_UNITS, textProblem } from '@comptoir/shared/words';
import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { Person, World } from '../../world/World.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { useGrowth } from '../kit/useGrowth.ts';
import { useUi } from '../Ui.ts';
import { EmojiPicker } from './EmojiPicker.tsx';
import { MentionList, optionId } from './MentionList.tsx';
import { completeMention } from './mentionQuery.ts';
import { useMentions } from './useMentions.ts';

interface ComposerProps {
  world: World;
  to: Audience;
  label: string;
  /** Names what is being written: it is there again when one comes back. */
  draft: string;
  /** Whom an @ may mean. */
  readers: readonly Person[];
}

/** The counter is shown when so many characters are left. */
const COUNT_FROM_LEFT = 400;

/** Mounted anew for each draft. */
export function Composer({ world, to, label, draft, readers }: ComposerProps) {
  const { app, t, drafts } = useUi();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useSignal(drafts.get(draft) ?? '');
  const problem = useSignal<string | undefined>(undefined);
  const isSending = useSignal(false);
  const picking = useSignal(false);
  const mentions = useMentions(readers);
  const listId = `${id}-mentions`;

  const write = (value: string, caret?: number): void => {
    text.value = value;
    if (value === '') drafts.delete(draft);
    else drafts.set(draft, value);
    const element = field.current;
    if (caret === undefined || !element) return;
    element.value = value;
    element.focus();
    element.setSelectionRange(caret, caret);
    mentions.look(value, caret);
  };
  const insert = (piece: string): void => {
    const element = field.current;
    const from = element?.selectionStart ?? text.peek().length;
    const to = element?.selectionEnd ?? from;
    write(text.peek().slice(0, from) + piece + text.peek().slice(to), from + piece.length);
  };
  const choose = (person: Person): void => {
    const open = mentions.open.peek();
    if (!open) return;
    const done = completeMention(text.peek(), open.at, field.current?.selectionStart ?? text.peek().length, person.name);
    write(done.text, done.caret);
    mentions.close();
  };

  const send = async (): Promise<void> => {
    if (isSending.peek()) return;
    const sent = text.peek();
    const wrong = textProblem(cleanText(sent));
    // nothing is no fault: Enter in an empty field does nothing
    if (wrong === 'textEmpty' && sent.trim() === '') return;
    if (wrong) {
      problem.value = t(`refusal.${wrong}`);
      return;
    }
    isSending.value = true;
    const outcome = await app.actions.talk.say(sent, to);
    isSending.value = false;
    if ('refused' in outcome) {
      problem.value = world.connection.peek() === 'online' ? t(`refusal.${outcome.refused}`) : t('words.notSent');
      return;
    }
    problem.value = undefined;
    // what was typed meanwhile is the next line
    if (text.peek() === sent) write('');
    else if (text.peek().startsWith(sent)) write(text.peek().slice(sent.length));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const open = mentions.open.peek();
    if (open && mentions.onKey(event.key)) event.preventDefault();
    else if (open && (event.key === 'Enter' || event.key === 'Tab')) {
      const person = open.people[open.chosen];
      if (person) choose(person);
      event.preventDefault();
    } else if (open && event.key === 'Escape') {
      mentions.close();
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      void send();
    }
  };
  useGrowth(field, text.value);

  const used = text.value.length > MOST_UNITS ? text.value.length : lengthOf(text.value);
  const left = tuning.textLength - used;
  const open = mentions.open.value;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {open && <MentionList id={listId} people={open.people} chosen={open.chosen} onChoose={choose} />}
      {picking.value && (
        <EmojiPicker
          onPick={(emoji) => {
            picking.value = false;
            insert(emoji);
          }}
          onClose={() => {
            picking.value = false;
            field.current?.focus();
          }}
        />
      )}
      <div class={problem.value || left < 0 ? 'composer-box has-problem' : 'composer-box'}>
        <IconButton
          icon="laugh"
          label={t('words.emoji')}
          tip="none"
          pressed={picking.value}
          onClick={() => {
            picking.value = !picking.value;
          }}
        />
        <textarea
          ref={field}
          rows={1}
          value={text.value}
          aria-label={label}
          placeholder={label}
          dir="auto"
          enterkeyhint="send"
          aria-autocomplete="list"
          aria-controls={open ? listId : undefined}
          aria-activedescendant={open ? optionId(listId, open.chosen) : undefined}
          aria-describedby={`${id}-count ${id}-problem`}
          aria-invalid={problem.value !== undefined || left < 0}
          onKeyDown={onKeyDown}
          onBlur={() => mentions.close()}
          onInput={(event) => {
            const { value, selectionStart } = event.currentTarget;
            problem.value = undefined;
            write(value);
            mentions.look(value, selectionStart);
            if (value.trim() !== '') app.actions.talk.typing(to);
          }}
        />
        <button type="submit" class="icon-button send" aria-label={t('words.send')} disabled={isSending.value}>
          <SendIcon />
        </button>
      </div>
      <p id={`${id}-count`} class={left < 0 ? 'counter over' : 'counter'}>
        {left < COUNT_FROM_LEFT && (left < 0 ? t('counter.over', { n: -left }) : t('words.left', { n: left }))}
      </p>
      <p id={`${id}-problem`} class="field-problem" role="alert">
        {problem.value}
      </p>
    </form>
  );
}

function SendIcon() {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" focusable="false">
      <path d="M5 12h13M12.5 6l6 6-6 6" />
    </svg>
  );
}
