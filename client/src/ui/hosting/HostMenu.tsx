// A host's own buttons, behind one: gather, announce, and what waits to be looked at. In the map's head, the people panel and the list alike.
import { may } from '@comptoir/shared/permissions';
import type { World } from '../../world/World.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { Menu } from '../kit/Menu.tsx';
import { useUi } from '../Ui.ts';

interface HostMenuProps {
  world: World;
  /** Inviting has no button of its own beside it: a phone has no room for both. */
  invites: boolean;
}

export function HostMenu({ world, invites }: HostMenuProps) {
  const ui = useUi();
  const { app, t } = ui;
  const rank = world.me.value?.rank ?? 'visitor';
  if (!may(rank, 'gather')) return null;
  const { hosting } = world;
  const reports = hosting.openReports.value;
  const gathers = hosting.gathering.value?.by === world.myId.value;
  const speaks = hosting.announcement.value !== undefined;
  const item = (icon: IconName, label: string, hint: string | undefined, run: (() => void) | undefined) => (
    <button type="button" role="menuitem" class="menu-item" aria-disabled={run === undefined} onClick={run}>
      <Icon name={icon} size={20} />
      <span class="menu-words">
        <span>{label}</span>
        {hint && <small class="muted">{hint}</small>}
      </span>
    </button>
  );
  return (
    <Menu
      label={reports > 0 ? `${t('host.menu')}, ${t('host.menuReports', { n: reports })}` : t('host.menu')}
      buttonClass="icon-button"
      class="host-menu below"
      button={
        <>
          <Icon name="star" />
          {reports > 0 && (
            <b class="count-badge" aria-hidden="true">
              {reports > 99 ? '99+' : reports}
            </b>
          )}
          <span class="tip tip-below" aria-hidden="true">
            {t('host.menu')}
          </span>
        </>
      }
    >
      {gathers
        ? item('gather', t('gather.end'), undefined, () => void app.actions.ask('gather', { on: false }))
        : item('gather', t('gather.do'), t('gather.doHint'), () => void app.actions.ask('gather', { on: true }))}
      {item(
        'outLoud',
        t('toAll.do'),
        t('toAll.doHint'),
        speaks
          ? undefined
          : () => {
              ui.asking.value = { what: 'announce' };
            },
      )}
      {invites && item('invite', t('bar.invite'), undefined, () => app.actions.openPanel('invite'))}
      <div class="menu-rule" />
      {item('door', t('door.title'), t('door.menuHint'), () => app.actions.openPanel('door'))}
      {item('flag', t('hosting.title'), reports > 0 ? t('host.menuReports', { n: reports }) : undefined, () =>
        app.actions.openPanel('hosting'),
      )}
      {may(rank, 'administer') && item('settings', t('admin.title'), t('admin.menuHint'), () => app.actions.openPanel('admin'))}
    </Menu>
  );
}
