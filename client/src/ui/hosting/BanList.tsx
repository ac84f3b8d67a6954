// Who is banned: by whom, why, until when; and lifting it.
import { useRef } from 'preact/hooks';
import { useUi } from '../Ui.ts';
import { ListState } from './ListState.tsx';
import { momentOf } from './momentOf.ts';
import { lift } from './RemovalDialog.tsx';
import { useList } from './useList.ts';

export function BanList() {
  const ui = useUi();
  const { app, t, language } = ui;
  const root = useRef<HTMLDivElement>(null);
  // a ban may come from the dialog that lies over this list
  const asked = useList(() => app.actions.ask('bans', {}), ui.asking.value === undefined);
  const liftOne = async (id: string, name: string): Promise<void> => {
    if (!(await lift(ui, id, name))) return;
    root.current?.closest('.tabs')?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
    asked.again();
  };
  const when = (ms: number): string => momentOf(ms, language.value, Date.now());
  return (
    <div ref={root}>
      <ListState asked={asked} icon="ban" empty={t('hosting.noBans')} />
      <ul class="host-list">
        {asked.list?.map(({ id, name, reason, by, untilMs, createdMs, network, account }) => (
          <li key={id}>
            <span class="person-words">
              <b>{name}</b>
              {reason !== '' && <span>{reason}</span>}
              <small class="muted">
                {[
                  untilMs === null ? t('hosting.forEver') : t('hosting.until', { when: when(untilMs) }),
                  account && t('hosting.account'),
                  network && t('hosting.network'),
                  `${by ? t('hosting.byWhom', { name: by }) : t('hosting.byCommand')}, ${when(createdMs)}`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <button type="button" class="button small" aria-label={t('hosting.liftFull', { name })} onClick={() => void liftOne(id, name)}>
              {t('hosting.lift')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
