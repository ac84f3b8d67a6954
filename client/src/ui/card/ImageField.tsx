// The picture of my card: chosen from this device, given to the office at once, on the card once that is saved.
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { MessageKey } from '../../i18n/translate.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

interface ImageFieldProps {
  image: string | null;
  /** Of mine: whose card it is. */
  name: string;
  beside: ComponentChildren;
  onChange: (image: string | null) => void;
}

export function ImageField({ image, name, beside, onChange }: ImageFieldProps) {
  const { app, t, language } = useUi();
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const sending = useRef<AbortController | undefined>(undefined);
  const share = useSignal<number | undefined>(undefined);
  const problem = useSignal<MessageKey | undefined>(undefined);
  useEffect(() => () => sending.current?.abort(), []);

  const send = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    problem.value = undefined;
    // what cannot be taken is not sent first
    if (!TYPES.includes(file.type) || file.size > tuning.cardImageBytes || file.size === 0) {
      problem.value = 'refusal.cardImage';
      return;
    }
    const abort = new AbortController();
    sending.current?.abort();
    sending.current = abort;
    share.value = 0;
    const onShare = (done: number): void => {
      share.value = done;
    };
    const sent = await app.actions.channels.sendFile(file, file.name, onShare, abort.signal);
    if (sending.current !== abort) return;
    share.value = undefined;
    if ('ok' in sent) onChange(sent.ok.id);
    else if (sent.failed !== 'cancelled') problem.value = sent.failed === 'tooLarge' ? 'refusal.cardImage' : `files.failed.${sent.failed}`;
  };
  const percent = new Intl.NumberFormat(language.value, { style: 'percent' }).format(share.value ?? 0);
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that belong together
    <div class="field" role="group" aria-labelledby={id}>
      <div class="field-head">
        <span id={id}>{t('card.image')}</span>
        {beside}
      </div>
      <div class="image-row">
        {image && <img src={`/api/files/${encodeURIComponent(image)}`} alt={t('card.imageAlt', { name })} />}
        <input
          ref={chooser}
          type="file"
          accept={TYPES.join()}
          class="visually-hidden"
          tabIndex={-1}
          aria-label={t('card.imageAdd')}
          onChange={({ currentTarget }) => {
            void send(currentTarget.files?.[0]);
            currentTarget.value = '';
          }}
        />
        <button type="button" class="button small" onClick={() => chooser.current?.click()}>
          <Icon name="plus" size={18} />
          {t(image ? 'card.imageChange' : 'card.imageAdd')}
        </button>
        {image && (
          <button type="button" class="button small" onClick={() => onChange(null)}>
            {t('card.imageRemove')}
          </button>
        )}
        <span role="status">{share.value !== undefined && t('card.imageSending', { percent })}</span>
      </div>
      <p class={problem.value ? 'field-problem' : 'field-hint muted'} role={problem.value ? 'alert' : undefined}>
        {t(problem.value ?? 'card.imageHint', { most: '5 MB' })}
      </p>
    </div>
  );
}
