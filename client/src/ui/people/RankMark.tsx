// Who looks after the office: a word and a sign beside the name; members and visitors have none.
import type { Rank } from '@comptoir/shared/people';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export function RankMark({ rank }: { rank: Rank }) {
  const { t } = useUi();
  if (rank !== 'host' && rank !== 'admin') return null;
  return (
    <span class={`rank-mark ${rank}`}>
      <Icon name="star" size={13} />
      {t(`rank.${rank}`)}
    </span>
  );
}
