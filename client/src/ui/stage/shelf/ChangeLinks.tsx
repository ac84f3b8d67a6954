// Links of a past talk: words and an address each.
import type { PastTalkDetail, TalkLink } from '@comptoir/shared/protocol/replay';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { IconButton } from '../../kit/IconButton.tsx';
import { useUi } from '../../Ui.ts';

interface ChangeLinksProps {
  detail: PastTalkDetail;
  onSave: (links: TalkLink[]) => Promise<void>;
}

export function ChangeLinks({ detail, onSave }: ChangeLinksProps) {
  const { t } = useUi();
  const headingId = useId();
  const links = useSignal<readonly TalkLink[]>(detail.links);
  const written = links.value.filter(({ url }) => url.trim() !== '');
  const isChanged = JSON.stringify(written) !== JSON.stringify(detail.links);
  const change = (n: number, link: Partial<TalkLink>): void => {
    links.value = links.peek().map((one, i) => (i === n ? { ...one, ...link } : one));
  };
  return (
    <form
      class="change-part"
      aria-labelledby={headingId}
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) void onSave([...written]);
      }}
    >
      <h3 id={headingId}>{t('record.links')}</h3>
      <ul class="change-rows">
        {links.value.map((link, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a link is its place
          <li key={n} class="change-row">
            <div class="field-box">
              <input
                type="text"
                value={link.title}
                placeholder={t('record.linkTitle', { n: n + 1 })}
                aria-label={t('record.linkTitle', { n: n + 1 })}
                onInput={(event) => change(n, { title: event.currentTarget.value })}
              />
            </div>
            <div class="field-box">
              <input
                type="url"
                value={link.url}
                placeholder="https://"
                aria-label={t('record.linkUrl', { n: n + 1 })}
                onInput={(event) => change(n, { url: event.currentTarget.value })}
              />
            </div>
            <IconButton
              icon="erase"
              label={t('record.remove')}
              fullLabel={t('record.removeFull', { title: link.title || link.url })}
              tip="none"
              onClick={() => {
                links.value = links.peek().filter((_, i) => i !== n);
              }}
            />
          </li>
        ))}
      </ul>
      <div class="dialog-verbs">
        {links.value.length < tuning.linksMost && (
          <button
            type="button"
            class="button small"
            onClick={() => {
              links.value = [...links.peek(), { title: '', url: '' }];
            }}
          >
            {t('record.addLink')}
          </button>
        )}
        {isChanged && (
          <button type="submit" class="button primary small">
            {t('record.save')}
          </button>
        )}
      </div>
    </form>
  );
}
