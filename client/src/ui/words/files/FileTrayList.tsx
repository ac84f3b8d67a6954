// The files that go with the line one is writing, each with how far it is, what is wrong, and a way to leave it out.
import { tuning } from '@comptoir/shared/tuning';
import { Icon } from '../../kit/Icon.tsx';
import { IconButton } from '../../kit/IconButton.tsx';
import { type Say, useUi } from '../../Ui.ts';
import { sizeWords } from '../lines/lineWords.ts';
import type { FileTray, TrayFile } from './FileTray.ts';

export function FileTrayList({ tray }: { tray: FileTray }) {
  const { t } = useUi();
  const files = tray.files.value;
  if (files.length === 0) return null;
  return (
    <>
      <ul class="file-tray" aria-label={t('files.tray')}>
        {files.map((file) => (
          <TrayRow key={file.key} tray={tray} file={file} />
        ))}
      </ul>
      {tray.isOverfull.value && (
        <p class="field-problem" role="alert">
          {t('files.tooManyOfLine', { n: tuning.filesOfLine })}
        </p>
      )}
    </>
  );
}

function TrayRow({ tray, file }: { tray: FileTray; file: TrayFile }) {
  const { t, language } = useUi();
  const { key, name, preview, share, view, failed } = file;
  const tag = language.value;
  const percent = new Intl.NumberFormat(tag, { style: 'percent' }).format(share);
  const state = failed ? failureSentence(failed, tag, t) : view ? sizeWords(file.bytes, tag) : t('files.onTheWay', { percent });
  return (
    <li class={failed ? 'tray-file has-problem' : 'tray-file'}>
      {preview ? <img class="tray-picture" src={preview} alt="" /> : <Icon name="file" size={22} />}
      <span class="person-words">
        <b>{name}</b>
        <small class={failed ? 'field-problem' : 'muted'} role={failed ? 'alert' : undefined}>
          {state}
        </small>
        {!view && !failed && <progress value={share} max={1} aria-label={t('files.sending', { name, percent })} />}
      </span>
      {failed && failed !== 'tooLarge' && failed !== 'empty' && failed !== 'notThisKind' && (
        <button type="button" class="text-button" onClick={() => tray.retry(key)}>
          {t('files.retry')}
        </button>
      )}
      <IconButton
        icon="close"
        tip="none"
        label={t(view || failed ? 'files.remove' : 'files.cancel', { name })}
        onClick={() => tray.remove(key)}
      />
    </li>
  );
}

const failureSentence = (failed: NonNullable<TrayFile['failed']>, language: string, t: Say): string =>
  t(`files.failed.${failed}`, { most: sizeWords(tuning.fileBytes, language) });
