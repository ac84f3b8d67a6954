// What a new link gives: who its bearers are, for how many, until when, and where. As it stands it is good for most.
import { lengthOf, normaliseWords, RANKS, type Rank } from '@comptoir/shared/people';
import { mayInviteAs } from '@comptoir/shared/permissions';
import type { InvitationView } from '@comptoir/shared/protocol/door';
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { World } from '../../world/World.ts';
import { Choice } from '../kit/Choice.tsx';
import { CountedField } from '../kit/CountedField.tsx';
import { NumberField } from '../kit/NumberField.tsx';
import { readCount } from '../kit/readCount.ts';
import { isPlace, placeName } from '../people/placeName.ts';
import { useUi } from '../Ui.ts';

const DAYS = { day1: 1, day7: 7, day30: 30, never: null } as const;
type Good = keyof typeof DAYS;
const MOST_PEOPLE = 10_000;

export function LinkForm({ world, rank, onMade }: { world: World; rank: Rank; onMade: (made: InvitationView) => void }) {
  const { app, t, language } = useUi();
  const as = useSignal<Rank>('visitor');
  const label = useSignal('');
  const quota = useSignal('');
  const good = useSignal<Good>('day7');
  const area = useSignal('');
  const busy = useSignal(false);
  const areaId = useId();
  const ranks = RANKS.filter((candidate) => mayInviteAs(rank, candidate));
  const places = world.ground.value.map.areas
    .filter(isPlace)
    .map(({ id, ...rest }) => ({ id, name: placeName({ id, ...rest }, language.value) }));
  const count = readCount(quota.value, MOST_PEOPLE);
  const isTooLong = lengthOf(normaliseWords(label.value)) > tuning.labelLength;

  const make = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (busy.value || count === 'invalid' || isTooLong) return;
    busy.value = true;
    const answer = await app.actions.ask('invite', {
      rank: as.value,
      area: as.value === 'visitor' && area.value !== '' ? area.value : null,
      label: normaliseWords(label.value),
      quota: count ?? null,
      days: DAYS[good.value],
    });
    busy.value = false;
    if ('ok' in answer) onMade(answer.invitation);
  };
  return (
    <form class="link-form" onSubmit={(event) => void make(event)} noValidate>
      {ranks.length > 1 && (
        <Choice
          label={t('links.role')}
          value={as.value}
          options={ranks.map((value) => ({ value, label: t(`rank.${value}`) }))}
          onChoose={(chosen) => {
            as.value = chosen;
          }}
        />
      )}
      <Choice
        label={t('links.until')}
        value={good.value}
        options={(Object.keys(DAYS) as Good[]).map((value) => ({ value, label: t(`links.${value}`) }))}
        onChoose={(chosen) => {
          good.value = chosen;
        }}
      />
      <div class="field-pair">
        <CountedField
          label={t('links.label')}
          value={label.value}
          limit={tuning.labelLength}
          placeholder={t('links.labelPlaceholder')}
          autoComplete="off"
          onInput={(value) => {
            label.value = value;
          }}
        />
        <NumberField
          label={t('links.quota')}
          value={quota.value}
          placeholder={t('links.quotaPlaceholder')}
          problem={count === 'invalid' ? t('links.quotaProblem') : undefined}
          onInput={(value) => {
            quota.value = value;
          }}
        />
      </div>
      {as.value === 'visitor' && places.length > 0 && (
        <div class="field select">
          <label for={areaId}>{t('links.area')}</label>
          <select
            id={areaId}
            value={area.value}
            aria-describedby={area.value === '' ? undefined : `${areaId}-hint`}
            onChange={(event) => {
              area.value = event.currentTarget.value;
            }}
          >
            <option value="">{t('links.everywhere')}</option>
            {places.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
          <p id={`${areaId}-hint`} class="field-hint muted">
            {area.value !== '' && t('links.areaHint')}
          </p>
        </div>
      )}
      <div class="dialog-verbs">
        <button type="submit" class="button primary" aria-busy={busy.value}>
          {t('links.make')}
        </button>
      </div>
    </form>
  );
}
