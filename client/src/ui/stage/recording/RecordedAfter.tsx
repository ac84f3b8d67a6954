// When a talk is over: how far its recording is. The way to its page stands beside it.
import { useEffect } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { Icon } from '../../kit/Icon.tsx';
import { useUi } from '../../Ui.ts';
import { readShelf } from '../shelf/readShelf.ts';
import { recordingWords } from './recordingWords.ts';

const LOOK_EVERY_MS = 4000;

/** @param talk its id */
export function RecordedAfter({ world, talk }: { world: World; talk: string }) {
  const { app, t } = useUi();
  const past = world.auditorium.past.value?.find((one) => one.talk === talk);
  const state = past?.recording?.state;
  const isDone = state === 'ready' || state === 'failed';
  useEffect(() => {
    if (isDone) return;
    const look = (): void => void readShelf(app, world);
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [talk, isDone]);
  return (
    <div class="over-recording">
      <Icon name="record" size={20} />
      <p role="status">
        {state === 'ready' ? t('recording.after.done') : recordingWords(past?.recording ?? { state: 'finishing', share: 0 }, t)}
      </p>
    </div>
  );
}
