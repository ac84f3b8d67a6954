// What is said of a recording to who does not see it, and when it sounds: pure, from what was known before and what is known now.
import type { RecordingState, RecordingView } from '@comptoir/shared/protocol/recording';

export interface RecordingFacts {
  of: 'talk' | 'room';
  /** The talk, or the conversation of the room, that I am in. */
  talk: string | undefined;
  state: RecordingState | undefined;
  mine: RecordingView['mine'];
}

export type RecordingNews = 'asking' | 'on' | 'paused' | 'off';

/** Undefined: nothing new, or told by a card of its own. */
export function recordingNews(before: RecordingFacts, now: RecordingFacts): RecordingNews | undefined {
  // that the talk is over, or that I left it, is said by others
  if (now.talk === undefined) return undefined;
  const was = before.talk === now.talk ? before.state : undefined;
  if (now.state === was) return undefined;
  if (now.state === undefined) return was === 'asking' ? undefined : 'off';
  // whoever is asked has a card that is read out
  return now.state !== 'on' && now.mine === 'asked' ? undefined : now.state;
}
