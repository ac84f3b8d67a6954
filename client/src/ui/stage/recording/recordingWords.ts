// How far the recording of a talk that is over is, in words.
import type { PastTalk } from '@comptoir/shared/protocol/replay';
import type { Say } from '../../Ui.ts';

export function recordingWords({ state, share }: NonNullable<PastTalk['recording']>, t: Say): string {
  if (state === 'ready' || state === 'failed') return t(`recording.after.${state}`);
  return t('recording.after.finishing', { percent: Math.floor(share * 100) });
}
