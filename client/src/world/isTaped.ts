// Whether a recording hears me: it is one more listener, who is nobody.
import type { World } from './World.ts';

/** While I may speak in a talk whose recording has begun, or am in a meeting room that is recorded. Reads signals. */
export function isTaped({ auditorium, talk }: World): boolean {
  const { view } = auditorium.recording.value ?? {};
  if (view?.mine !== 'agreed' || view.state === 'asking') return false;
  // in a room that rests nobody's voice is kept
  return view.of === 'meeting' ? view.state === 'on' : talk.conversation.value?.role === 'speaker';
}
