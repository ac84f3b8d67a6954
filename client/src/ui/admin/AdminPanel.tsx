// For admins: what is of the whole server.
import type { World } from '../../world/World.ts';
import { Tabs } from '../kit/Tabs.tsx';
import { useUi } from '../Ui.ts';
import { SettingsPage } from './SettingsPage.tsx';

export function AdminPanel(_props: { world: World; onClose: () => void }) {
  const { t } = useUi();
  return <Tabs label={t('admin.title')} tabs={[{ id: 'settings', label: t('admin.settings'), content: <SettingsPage /> }]} />;
}
