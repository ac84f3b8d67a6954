// Name, trade and avatar, changed while inside; everybody sees it once it is saved.
import { DEFAULT_APPEARANCE, normaliseWords } from '@comptoir/shared/people';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import type { MessageKey } from '../../i18n/translate.ts';
import { AccountLine } from '../account/AccountLine.tsx';
import { sentenceOnName, sentenceOnTrade } from '../entrance/entryProblem.ts';
import { CountedField } from '../kit/CountedField.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useUi } from '../Ui.ts';
import { AvatarEditor } from './AvatarEditor.tsx';

export function ProfileDialog({ onClose }: { onClose: () => void }) {
  const { app, t } = useUi();
  const me = app.world.value?.me.value;
  const name = useSignal(me?.name ?? app.preferences.get('name'));
  const trade = useSignal(me?.trade ?? app.preferences.get('trade'));
  const appearance = useSignal(me?.appearance ?? DEFAULT_APPEARANCE);
  const refusal = useSignal<MessageKey | undefined>(undefined);

  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (sentenceOnName(name.value, t) || sentenceOnTrade(trade.value, t)) return;
    const profile = { name: normaliseWords(name.value), trade: normaliseWords(trade.value), appearance: appearance.value };
    const outcome = await app.actions.setProfile(profile);
    if ('refused' in outcome) {
      refusal.value = `refusal.${outcome.refused}`;
      return;
    }
    app.toasts.add({ key: 'profile.saved' });
    onClose();
  };

  return (
    <Dialog title={t('settings.profile')} class="wide" onClose={onClose}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <div class="field-pair">
          <CountedField
            label={t('entrance.name')}
            value={name.value}
            limit={tuning.nameLength}
            autoComplete="given-name"
            problem={sentenceOnName(name.value, t)}
            onInput={(value) => {
              name.value = value;
            }}
          />
          <CountedField
            label={t('entrance.trade')}
            value={trade.value}
            limit={tuning.tradeLength}
            autoComplete="organization-title"
            problem={sentenceOnTrade(trade.value, t)}
            onInput={(value) => {
              trade.value = value;
            }}
          />
        </div>
        <AvatarEditor
          appearance={appearance.value}
          name={name.value}
          trade={trade.value}
          onChange={(changed) => {
            appearance.value = changed;
          }}
        />
        <div class="settings-act account-line">
          <p>
            {t('card.mine')}
            <small class="muted">{t('card.mineHint')}</small>
          </p>
          <span class="settings-act-verbs">
            <button type="button" class="button" onClick={() => app.actions.openPanel('card')}>
              {t('card.edit')}
            </button>
            {app.world.value?.desks.mine.value !== undefined && (
              <button type="button" class="button" onClick={() => app.actions.openPanel('desk')}>
                {t('desk.mine')}
              </button>
            )}
          </span>
        </div>
        <AccountLine />
        <div role="alert">{refusal.value && <p class="note strong">{t(refusal.value)}</p>}</div>
        <div class="dialog-verbs at-foot">
          <button type="submit" class="button primary">
            {t('word.save')}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {t('word.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
