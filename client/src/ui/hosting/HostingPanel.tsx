// For hosts: reports that wait, who is banned, and what was done.
import type { World } from '../../world/World.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Tabs } from '../kit/Tabs.tsx';
import { useUi } from '../Ui.ts';
import { AuditList } from './AuditList.tsx';
import { BanList } from './BanList.tsx';
import { ReportList } from './ReportList.tsx';

export function HostingPanel({ world, onClose }: { world: World; onClose: () => void }) {
  const { t } = useUi();
  const n = world.hosting.openReports.value;
  return (
    <Dialog title={t('hosting.title')} class="wide hosting-panel" onClose={onClose}>
      <Tabs
        label={t('hosting.title')}
        tabs={[
          {
            id: 'reports',
            label: n > 0 ? t('hosting.reportsN', { n }) : t('hosting.reports'),
            content: <ReportList world={world} onClose={onClose} />,
          },
          { id: 'bans', label: t('hosting.bans'), content: <BanList /> },
          { id: 'audit', label: t('hosting.audit'), content: <AuditList world={world} /> },
        ]}
      />
    </Dialog>
  );
}
