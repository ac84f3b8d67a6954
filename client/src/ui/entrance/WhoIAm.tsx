// Signed in: me as I was kept, with the way to change that, and the way out for whoever is somebody else.
import { normaliseWords } from '@comptoir/shared/people';
import { Problem } from '../account/Problem.tsx';
import { useAccountAsk } from '../account/useAccountAsk.ts';
import { Figure } from '../kit/Figure.tsx';
import { NameTag } from '../kit/NameTag.tsx';
import { useUi } from '../Ui.ts';
import type { EntryForm } from './EntryForm.ts';

export function WhoIAm({ form }: { form: EntryForm }) {
  const { app, t } = useUi();
  const ask = useAccountAsk();
  const name = normaliseWords(form.name.value);
  const trade = normaliseWords(form.trade.value);
  return (
    <section class="who-i-am" aria-labelledby="who-i-am">
      <div class="avatar-stage" aria-hidden="true">
        <NameTag name={name} trade={trade} />
        <Figure appearance={form.appearance.value} zoom={2} />
      </div>
      <div class="who-words">
        <h2 id="who-i-am">{t('account.welcome', { name })}</h2>
        {trade && <p>{trade}</p>}
        <Problem sentence={ask.problem} refused={ask.refused} />
        <button
          type="button"
          class="button small"
          aria-label={t('account.changeFull')}
          onClick={() => {
            form.isChanging.value = true;
          }}
        >
          {t('account.change')}
        </button>
        <button
          type="button"
          class="text-button"
          aria-busy={ask.busy !== undefined}
          onClick={() => void ask.run('signOut', () => app.account.signOut())}
        >
          {t('account.notMe')}
        </button>
      </div>
    </section>
  );
}
