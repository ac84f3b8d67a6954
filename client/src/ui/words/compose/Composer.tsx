// Where one writes: grows with its lines, Enter sends, what is refused stays with the reason. Files come by button, drop or paste.
import { lengthOf } from '@comptoir/shared/people';
import { tuning } from '@comptoir/shared/tuning';
import { cleanText, MOST_UNITS, textProblem } from '@comptoir/shared/words';
import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { audienceOf, type Channel } from '../../../world/channelNames.ts';
import type { Person, World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { useGrowth } from '../../kit/useGrowth.ts';
import { useUi } from '../../Ui.ts';
import { FileTrayList } from '../files/FileTrayList.tsx';
import { type Compose, lastOf } from './Compose.ts';
import { ComposeBar } from './ComposeBar.tsx';
import { EmojiPicker } from './EmojiPicker.tsx';
import { MentionList, optionId } from './MentionList.tsx';
import { completeMention } from './mentionQuery.ts';
import { useMentions } from './useMentions.ts';

interface ComposerProps {
  world: World;
  channel: Channel;
  compose: Compose;
  /** What is said here stays: it may be answered and edited, and have files. */
  isKept: boolean;
  label: string;
  /** Names what is being written: it is there again when one comes back. */
  draft: string;
  /** Whom an @ may mean. */
  readers: readonly Person[];
}

/** The counter is shown when so many characters are left. */
const COUNT_FROM_LEFT = 400;

/** Mounted anew for each draft, and for each line that is edited. */
export function Composer({ world, channel, compose, isKept, label, draft, readers }: ComposerProps) {
  const { app, t, drafts } = useUi();
  const { tray } = compose;
  const editing = compose.editing.value;
  const place = editing ? `edit ${editing.id}` : draft;
  const to = audienceOf(channel);
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const text = useSignal(drafts.get(place) ?? editing?.text ?? '');
  const problem = useSignal<string | undefined>(undefined);
  const isSending = useSignal(false);
  const picking = useSignal(false);
  const mentions = useMentions(readers);
  const listId = `${id}-mentions`;

  // whoever answers or edits goes on writing
  const replyTo = compose.replyTo.value;
  useLayoutEffect(() => {
    if (!editing && !replyTo) return;
    const element = field.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, [editing?.id, replyTo?.id]);

  const write = (value: string, caret?: number): void => {
    text.value = value;
    if (value === '') drafts.delete(place);
    else drafts.set(place, value);
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
    const end = element?.selectionEnd ?? from;
    write(text.peek().slice(0, from) + piece + text.peek().slice(end), from + piece.length);
  };
  const choose = (person: Person): void => {
    const open = mentions.open.peek();
    if (!open) return;
    const done = completeMention(text.peek(), open.at, field.current?.selectionStart ?? text.peek().length, person.name);
    write(done.text, done.caret);
    mentions.close();
  };
  /** Neither answers nor edits any more. */
  const stop = (): void => {
    if (editing) {
      drafts.delete(place);
      compose.editing.value = undefined;
      // the field of what is new is another one; whoever has gone elsewhere meanwhile stays there
      requestAnimationFrame(() => {
        if (document.activeElement === document.body)
          document.querySelector<HTMLElement>('.composer textarea')?.focus({ preventScroll: true });
      });
    } else {
      compose.replyTo.value = undefined;
      field.current?.focus();
    }
  };

  const send = async (): Promise<void> => {
    if (isSending.peek()) return;
    const sent = text.peek();
    const hasFiles = !editing && tray.files.peek().length > 0;
    const wrong = textProblem(cleanText(sent));
    // nothing is no fault: Enter in an empty field does nothing
    if (wrong === 'textEmpty' && sent.trim() === '' && !hasFiles) return;
    if (wrong && !(wrong === 'textEmpty' && hasFiles)) {
      problem.value = t(`refusal.${wrong}`);
      return;
    }
    isSending.value = true;
    const outcome = editing ? await app.actions.channels.edit(editing.id, sent) : await say(sent);
    isSending.value = false;
    if (outcome === undefined) return;
    if ('refused' in outcome) {
      problem.value = world.connection.peek() === 'online' ? t(`refusal.${outcome.refused}`) : t('words.notSent');
      return;
    }
    problem.value = undefined;
    if (editing) return stop();
    compose.replyTo.value = undefined;
    tray.clear();
    // what was typed meanwhile is the next line
    if (text.peek() === sent) write('');
    else if (text.peek().startsWith(sent)) write(text.peek().slice(sent.length));
  };
  /** Waits for the files; undefined: one of them failed, and says so itself. */
  const say = async (sent: string) => {
    await tray.settled();
    if (tray.files.peek().some(({ failed }) => failed)) return undefined;
    const files = tray.views().map((view) => view.id);
    const answers = compose.replyTo.peek()?.id;
    return app.actions.talk.say(sent, to, {
      ...(answers === undefined ? {} : { replyTo: answers }),
      ...(files.length === 0 ? {} : { files }),
    });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const open = mentions.open.peek();
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (open && mentions.onKey(event.key)) event.preventDefault();
    else if (open && (event.key === 'Enter' || event.key === 'Tab')) {
      const person = open.people[open.chosen];
      if (person) choose(person);
      event.preventDefault();
    } else if (event.key === 'Escape' && (open || editing || replyTo)) {
      if (open) mentions.close();
      else stop();
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'ArrowUp' && isPlain && isKept && text.peek() === '' && !replyTo) {
      const mine = lastOf(world.talk.lines.peek().get(channel) ?? [], world.myId.peek(), world.talk.erasing.peek());
      if (!mine) return;
      event.preventDefault();
      compose.edit(mine);
    } else if (event.key === 'Enter' && isPlain) {
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
      <ComposeBar world={world} compose={compose} onCancel={stop} />
      {!editing && <FileTrayList tray={tray} />}
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
        {isKept && !editing && (
          <>
            <IconButton icon="clip" label={t('files.add')} tip="none" onClick={() => chooser.current?.click()} />
            <input
              ref={chooser}
              type="file"
              multiple
              hidden
              onChange={(event) => {
                tray.add(event.currentTarget.files ?? []);
                event.currentTarget.value = '';
                field.current?.focus();
              }}
            />
          </>
        )}
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
          aria-label={editing ? t('compose.editField') : label}
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
          onPaste={(event) => {
            const files = [...(event.clipboardData?.files ?? [])];
            if (!isKept || editing || files.length === 0) return;
            event.preventDefault();
            tray.add(files);
          }}
          onInput={(event) => {
            const { value, selectionStart } = event.currentTarget;
            problem.value = undefined;
            write(value);
            mentions.look(value, selectionStart);
            if (value.trim() !== '' && !editing) app.actions.talk.typing(to);
          }}
        />
        <button
          type="submit"
          class="icon-button send"
          aria-label={t(editing ? 'compose.saveEdit' : 'words.send')}
          disabled={isSending.value}
        >
          <Icon name={editing ? 'check' : 'walk'} />
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
