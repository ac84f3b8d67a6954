// One quiet line on the door: what opens it, or that an invitation is in hand. An open door needs no word.
import type { MessageKey } from '../../i18n/translate.ts';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export function DoorLine() {
  const { app, t } = useUi();
  const office = app.office.value;
  const line = (icon: IconName, key: MessageKey) => (
    <p class="door-line muted">
      <Icon name={icon} size={20} />
      {t(key)}
    </p>
  );
  if (app.doorway.invited.value) return line('invite', 'door.invited');
  switch (office?.door) {
    case 'password':
      return line('lock', 'door.line.password');
    case 'link':
      return line('lock', 'door.line.link');
    case 'knock':
      return line('door', office.hostIsIn ? 'door.line.knock' : 'door.line.knockNobody');
    default:
      return null;
  }
}
