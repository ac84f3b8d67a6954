// In the menu of whoever leads a talk: asks for a recording, or ends it. Leaders only; and nowhere but in talks.
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';

export function RecordItem({ world }: { world: World }) {
  const { app, t, asking } = useUi();
  const { state } = world.auditorium.recording.value?.view ?? {};
  const press = (): void => {
    if (state === undefined) asking.value = { what: 'recordTalk' };
    else void app.actions.ask('record', { on: false });
  };
  return (
    <button type="button" role="menuitem" class="menu-item" onClick={press}>
      <Icon name="record" size={20} />
      <span>{t(state === undefined ? 'recording.ask' : state === 'asking' ? 'recording.stopAsking' : 'recording.stop')}</span>
    </button>
  );
}
