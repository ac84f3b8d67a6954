// Of a list of the hosts' panel: that it comes, that it did not come, or that there is nothing in it.
import type { IconName } from '../kit/Icon.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import type { AskedList } from './useList.ts';

interface ListStateProps {
  asked: AskedList<unknown>;
  icon: IconName;
  /** What to say when there is nothing. */
  empty: string;
  hint?: string;
}

/** Nothing, when there is a list with something in it. */
export function ListState({ asked, icon, empty, hint }: ListStateProps) {
  const { t } = useUi();
  const { list, failed } = asked;
  if (failed)
    return (
      <div class="empty" role="alert">
        <p>{t('hosting.failed')}</p>
        <button type="button" class="button" onClick={asked.again}>
          {t('hosting.again')}
        </button>
      </div>
    );
  if (!list)
    return (
      <p class="muted empty-line" role="status">
        {t('hosting.loading')}
      </p>
    );
  if (list.length > 0) return null;
  return (
    <div class="empty">
      <Icon name={icon} size={40} />
      <p>
        <b>{empty}</b>
      </p>
      {hint && <p class="muted">{hint}</p>}
    </div>
  );
}
