// "I'm coming", pressed while I am.
import type { OccurrenceView } from '@comptoir/shared/protocol/appointments';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

interface ComeButtonProps {
  occurrence: Pick<OccurrenceView, 'title' | 'mine'>;
  /** Its time in words, for those who hear the button alone. */
  when: string;
  onCome: (isComing: boolean) => void;
  class?: string;
}

export function ComeButton({ occurrence: { title, mine }, when, onCome, class: extra }: ComeButtonProps) {
  const { t } = useUi();
  return (
    <button
      type="button"
      class={`button small come-button ${extra ?? ''}`}
      aria-pressed={mine}
      aria-label={t('agenda.comeTo', { title, when })}
      onClick={() => onCome(!mine)}
    >
      {mine && <Icon name="check" size={18} />}
      {t(mine ? 'agenda.coming' : 'agenda.come')}
    </button>
  );
}
