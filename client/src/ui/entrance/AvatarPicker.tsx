// How I look: my figure under its name tag as everybody will see it, eight ready avatars, one at random, or my own.
import { randomAppearance } from '@comptoir/assets/avatar/randomAppearance';
import { encodeAppearance, normaliseWords } from '@comptoir/shared/people';
import { Figure } from '../kit/Figure.tsx';
import { Icon } from '../kit/Icon.tsx';
import { NameTag } from '../kit/NameTag.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { useUi } from '../Ui.ts';
import type { EntryForm } from './EntryForm.ts';
import { readyAppearances } from './readyAppearances.ts';

export function AvatarPicker({ form, onEdit }: { form: EntryForm; onEdit: () => void }) {
  const { t } = useUi();
  const mine = encodeAppearance(form.appearance.value);
  return (
    <fieldset class="avatar-picker">
      <legend class="visually-hidden">{t('entrance.readyAvatars')}</legend>
      <div class="avatar-stage" aria-hidden="true">
        <NameTag name={normaliseWords(form.name.value) || t('entrance.you')} trade={normaliseWords(form.trade.value)} />
        <Figure appearance={form.appearance.value} zoom={2} />
      </div>
      <div class="avatar-choices">
        <div class="avatar-row">
          {readyAppearances().map((ready, index) => (
            <button
              key={encodeAppearance(ready)}
              type="button"
              class="avatar-option"
              aria-pressed={encodeAppearance(ready) === mine}
              aria-label={t('entrance.avatar', { n: index + 1 })}
              onClick={() => {
                form.appearance.value = ready;
              }}
            >
              <Portrait appearance={ready} size={44} />
            </button>
          ))}
        </div>
        <div class="avatar-verbs">
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              form.appearance.value = randomAppearance(Math.random);
            }}
          >
            <Icon name="dice" size={20} />
            {t('entrance.random')}
          </button>
          <button type="button" class="button quiet" onClick={onEdit}>
            <Icon name="pencil" size={20} />
            {t('entrance.edit')}
          </button>
        </div>
      </div>
    </fieldset>
  );
}
