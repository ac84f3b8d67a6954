// Who reads one field of my card: an icon, and the words.
import { type CardField, VISIBILITIES, type Visibility } from '@comptoir/shared/protocol/cards';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

const ICONS: Record<Visibility, IconName> = { everybody: 'globe', members: 'people', met: 'wave', me: 'lock' };

interface SeenBySelectProps {
  field: CardField;
  value: Visibility;
  onChoose: (value: Visibility) => void;
}

export function SeenBySelect({ field, value, onChoose }: SeenBySelectProps) {
  const { t } = useUi();
  return (
    <span class="select seen-by">
      <Icon name={ICONS[value]} size={18} />
      <select
        aria-label={t('card.seenBy', { field: t(`card.${field}`) })}
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = VISIBILITIES.find((one) => one === currentTarget.value);
          if (chosen) onChoose(chosen);
        }}
      >
        {VISIBILITIES.map((one) => (
          <option key={one} value={one}>
            {t(`card.seenBy.${one}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
