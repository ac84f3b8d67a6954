// The files of a line: pictures as large as they will be before they are there, everything else as a card to be fetched.
import type { FileView } from '@comptoir/shared/protocol/channels';
import { useSignal } from '@preact/signals';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { kindOf, pictureSize, sizeWords } from './lineWords.ts';

/** CSS px; what a line of the narrow panel has room for. */
const MOST = { width: 236, height: 220 };

export const fileAddress = (id: string): string => `/api/files/${encodeURIComponent(id)}`;

export function LineFiles({ files }: { files: readonly FileView[] }) {
  return (
    <ul class="line-files">
      {files.map((file) => (
        <li key={file.id}>{file.width && file.height ? <Picture file={file} /> : <FileCard file={file} />}</li>
      ))}
    </ul>
  );
}

function Picture({ file }: { file: FileView }) {
  const { t } = useUi();
  const failed = useSignal(false);
  const size = pictureSize(file.width ?? 1, file.height ?? 1, MOST);
  return (
    <a class="line-picture" href={fileAddress(file.id)} target="_blank" rel="noopener" aria-label={t('files.picture', { name: file.name })}>
      {failed.value ? (
        <span class="file-gone" style={{ width: `${Math.max(120, size.width)}px`, height: `${size.height}px` }}>
          {t('files.gone')}
        </span>
      ) : (
        <img
          src={fileAddress(file.id)}
          alt={file.name}
          {...size}
          loading="lazy"
          decoding="async"
          onError={() => {
            failed.value = true;
          }}
        />
      )}
    </a>
  );
}

function FileCard({ file }: { file: FileView }) {
  const { t, language } = useUi();
  const kind = kindOf(file) ?? t('files.kind');
  const size = sizeWords(file.bytes, language.value);
  return (
    <a class="file-card" href={fileAddress(file.id)} download={file.name} aria-label={t('files.download', { name: file.name, kind, size })}>
      <span class="row-icon">
        <Icon name="file" size={20} />
      </span>
      <span class="person-words">
        <b>{file.name}</b>
        <small class="muted">
          {kind} · {size}
        </small>
      </span>
    </a>
  );
}
