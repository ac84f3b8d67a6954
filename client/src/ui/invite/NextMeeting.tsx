// The next meeting, as a file for the calendar of whoever is invited to it.
import type { World } from '../../world/World.ts';
import { meetingLinks } from '../appointments/meetingLinks.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export function NextMeeting({ world }: { world: World }) {
  const { app, t } = useUi();
  const next = world.agenda.soonest.value;
  if (!next) return null;
  const { file } = meetingLinks(new URL(app.invitation).origin, world.officeId, next.id, world.agenda.key.value);
  return (
    <p class="next-meeting">
      <Icon name="calendar" size={20} />
      <span>
        {t('invite.meeting', { title: next.title })} <a href={file}>{t('invite.meetingFile')}</a>
      </span>
    </p>
  );
}
