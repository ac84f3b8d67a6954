// Whether a recording hears me: it is one more listener, who is nobody.
import type { World } from './World.ts';

/** While I may speak in a talk whose recording has begun. Reads signals. */
export function isTaped({ auditorium, talk }: World): boolean {
  const { view } = auditorium.recording.value ?? {};
  return view !== undefined && view.state !== 'asking' && view.mine === 'agreed' && talk.conversation.value?.role === 'speaker';
}
