// Says at once that a recording begins, rests or ends: whoever speaks has to know.
import { effect, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { World } from '../../../world/World.ts';
import { useUi } from '../../Ui.ts';
import { type RecordingFacts, recordingNews } from './recordingNews.ts';

/** Whoever comes in is told in several messages. */
const SETTLED_MS = 150;

export function RecordingRegion({ world }: { world: World }) {
  const { t } = useUi();
  const said = useSignal('');
  useEffect(() => {
    let before: RecordingFacts = { of: 'talk', talk: undefined, state: undefined, mine: 'none' };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = effect(() => {
      const now = recordingFacts(world);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const news = recordingNews(before, now);
        before = now;
        if (news) said.value = t(`recording.said.${now.of}.${news}`);
        else if (now.state === undefined) said.value = '';
      }, SETTLED_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [world]);
  return (
    <div class="visually-hidden" role="alert">
      {said.value}
    </div>
  );
}

/** Reads signals. */
function recordingFacts({ auditorium, talk }: World): RecordingFacts {
  const { state, mine = 'none' } = auditorium.recording.value?.view ?? {};
  const { value: conversation } = talk.conversation;
  if (conversation?.kind === 'meeting') return { of: 'room', talk: conversation.id, state, mine };
  return { of: 'talk', talk: auditorium.stage.value?.talk, state, mine };
}
