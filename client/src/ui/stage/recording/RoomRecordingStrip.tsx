// In a meeting room, for everybody in it: it is recorded, for how long, and the button that ends it. Red only while it is on.
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { RecordingMark } from './RecordingMark.tsx';

/** @param flat in the flow of a page instead of over the map */
export function RoomRecordingStrip({ world, flat }: { world: World; flat?: boolean }) {
  const { app, t } = useUi();
  const { view } = world.auditorium.recording.value ?? {};
  if (view?.of !== 'meeting') return null;
  const { state, agreed, waiting, mine } = view;
  return (
    <section class={`room-recording ${state} ${flat ? 'flat' : ''}`} aria-label={t('recording.room.label')}>
      <RecordingMark world={world} />
      {state !== 'on' && (
        <small>{t(state === 'paused' ? 'recording.room.rests' : 'recording.room.agreed', { n: agreed, of: agreed + waiting })}</small>
      )}
      {/* whoever has not answered yet has a card that asks them */}
      {mine !== 'asked' && (
        <button type="button" class="button small" onClick={() => void app.actions.ask('record', { on: false })}>
          {t(state === 'asking' ? 'recording.stopAsking' : 'recording.stop')}
        </button>
      )}
    </section>
  );
}
