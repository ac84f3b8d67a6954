// When the recording of a meeting room has ended: how far its film is, and whose it is. Until it is put away.
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { RecordedAfter } from './RecordedAfter.tsx';

export function MeetingRecordedCard({ world }: { world: World }) {
  const { t } = useUi();
  const { meetingRecorded } = world.auditorium;
  const talk = meetingRecorded.value;
  if (talk === undefined) return null;
  return (
    <section class="over-card meeting-recorded" aria-label={t('recording.room.afterLabel')}>
      <p>
        <b>{t('recording.room.afterLabel')}</b>
        <span class="muted">{t('recording.room.afterHint')}</span>
      </p>
      <RecordedAfter world={world} talk={talk} />
      <div class="dialog-verbs">
        <a class="button small" href={`/t/${talk}`} target="_blank" rel="noopener">
          {t('shelf.read')}
        </a>
        <button
          type="button"
          class="button small"
          onClick={() => {
            meetingRecorded.value = undefined;
          }}
        >
          {t('word.close')}
        </button>
      </div>
    </section>
  );
}
