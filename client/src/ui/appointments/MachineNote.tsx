// At the machine while it steams: which meeting begins.

import { nearnessOf } from '../../world/Agenda.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { soonWords } from './MeetingStrip.tsx';

export function MachineNote({ world }: { world: World }) {
  const { app, t, language } = useUi();
  const { agenda } = world;
  const { thing } = world.surroundings.value;
  const next = agenda.soonest.value;
  if (!thing || !next || !agenda.steaming.value.has(thing.id)) return null;
  const nowMs = agenda.nowMs.value;
  return (
    <button type="button" class="machine-note" onClick={() => app.actions.openPanel('agenda')}>
      <Icon name="cup" size={20} />
      <span>
        <b>{t('agenda.machineSteams', { title: next.title })}</b>
        <small>{soonWords(nearnessOf(next, nowMs), next.startMs, nowMs, language.value, t)}</small>
      </span>
    </button>
  );
}
