// Putting a link or a file on the shelf.
import type { ShelfItem } from '@comptoir/shared/protocol/channels';
import { isRefused } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { CountedField } from '../../kit/CountedField.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { FileTray } from '../files/FileTray.ts';
import { FileTrayList } from '../files/FileTrayList.tsx';
import { safeHref } from '../lines/textParts.ts';

interface AddThingProps {
  of: { topic?: string };
  onAdded: (item: ShelfItem) => void;
}

export function AddThing({ of, onAdded }: AddThingProps) {
  const { app, t } = useUi();
  const writing = useSignal(false);
  const title = useSignal('');
  const url = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const tray = useMemo(() => new FileTray(app.actions.channels.sendFile), []);
  const chooser = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLInputElement | null>(null);
  useLayoutEffect(() => {
    if (writing.value) first.current?.focus();
  }, [writing.value]);
  useEffect(() => () => tray.clear(), []);

  const shelve = async (name: string, what: { kind: 'link'; url: string } | { kind: 'file'; file: string }): Promise<boolean> => {
    const answer = await app.actions.channels.ask('shelve', { ...of, title: name, what });
    problem.value = isRefused(answer) ? t(`refusal.${answer.refused}`) : undefined;
    if (!isRefused(answer)) onAdded(answer.item);
    return !isRefused(answer);
  };
  const addLink = async (): Promise<void> => {
    const address = url.peek().trim();
    const full = /^[a-z][\w+.-]*:/i.test(address) ? address : `https://${address}`;
    if (safeHref(full) === undefined) {
      problem.value = t('refusal.badLink');
      return;
    }
    const name = title.peek().trim() || (URL.parse(full)?.host ?? '');
    if (!(await shelve(name, { kind: 'link', url: full }))) return;
    writing.value = false;
    title.value = '';
    url.value = '';
  };
  const addFiles = async (files: Iterable<File>): Promise<void> => {
    tray.add(files);
    await tray.settled();
    for (const { key, name, view } of tray.files.peek())
      if (view && (await shelve(name.slice(0, tuning.topicTitleLength), { kind: 'file', file: view.id }))) tray.remove(key);
  };
  return (
    <div class="add-thing">
      <FileTrayList tray={tray} />
      {writing.value && (
        <form
          class="topic-form"
          onSubmit={(event) => {
            event.preventDefault();
            void addLink();
          }}
        >
          <CountedField
            label={t('things.url')}
            value={url.value}
            limit={2000}
            placeholder="https://"
            inputRef={(element) => {
              first.current = element;
            }}
            onInput={(value) => {
              url.value = value;
              problem.value = undefined;
            }}
          />
          <CountedField
            label={t('things.linkTitle')}
            value={title.value}
            limit={tuning.topicTitleLength}
            placeholder={t('things.linkTitlePlaceholder')}
            onInput={(value) => {
              title.value = value;
              problem.value = undefined;
            }}
          />
          <div class="dialog-verbs">
            <button type="submit" class="button primary">
              {t('things.add')}
            </button>
            <button
              type="button"
              class="button"
              onClick={() => {
                writing.value = false;
                problem.value = undefined;
              }}
            >
              {t('word.cancel')}
            </button>
          </div>
        </form>
      )}
      {problem.value && (
        <p class="field-problem" role="alert">
          {problem.value}
        </p>
      )}
      {!writing.value && (
        <div class="add-verbs">
          <button
            type="button"
            class="button small"
            onClick={() => {
              writing.value = true;
            }}
          >
            <Icon name="link" size={18} />
            {t('things.addLink')}
          </button>
          <button type="button" class="button small" onClick={() => chooser.current?.click()}>
            <Icon name="clip" size={18} />
            {t('things.addFile')}
          </button>
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            onChange={(event) => {
              void addFiles(event.currentTarget.files ?? []);
              event.currentTarget.value = '';
            }}
          />
        </div>
      )}
    </div>
  );
}
