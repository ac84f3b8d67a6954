// Everything about me as a file: asked for, seen to come, saved. For guests as well as for accounts.
import { useSignal } from '@preact/signals';
import { useUi } from '../Ui.ts';
import { saveFile } from '../words/sheets/saveFile.ts';
import { Problem } from './Problem.tsx';
import { useAccountAsk } from './useAccountAsk.ts';

export function ExportMe() {
  const { app, t, language } = useUi();
  const ask = useAccountAsk();
  const bytes = useSignal(0);
  const isSaved = useSignal(false);
  const save = async (): Promise<void> => {
    bytes.value = 0;
    isSaved.value = false;
    isSaved.value = await ask.run('export', async () => {
      const answer = await app.account.exportMe((now) => {
        bytes.value = now;
      });
      if ('ok' in answer) saveFile(`comptoir-${new Date().toISOString().slice(0, 10)}.zip`, answer.ok);
      return answer;
    });
  };
  const size = (bytes.value / 1_000_000).toLocaleString(language.value, { maximumFractionDigits: 1 });
  const isBusy = ask.busy !== undefined;
  return (
    <div class="settings-act">
      <p>
        {t('export.title')}
        <small class="muted" role="status">
          {isBusy ? t('export.comes', { size }) : isSaved.value ? t('export.saved') : t('export.hint')}
        </small>
      </p>
      <button type="button" class="button" aria-disabled={isBusy} onClick={() => void save()}>
        {t('export.do')}
      </button>
      <Problem sentence={ask.problem} />
    </div>
  );
}
