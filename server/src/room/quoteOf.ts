// What a reply shows of the line it answers, as it was then.
import type { KeptTraits } from '@comptoir/shared/protocol/channels';
import type { Audience, Line } from '@comptoir/shared/protocol/talk';
import { tuning } from '@comptoir/shared/tuning';
import type { KeptLines } from './KeptLines.ts';

/** W24: one answers what one may read, in its own channel. Undefined: there is no such line. */
export async function quoteOf(
  kept: KeptLines,
  lineId: string,
  { personId, to }: { personId: string; to: Audience },
): Promise<NonNullable<KeptTraits['replyTo']> | undefined> {
  const found = await kept.find(lineId).catch(() => undefined);
  if (!found || found.hiddenFrom === personId || !isSameChannel(found.line, personId, to)) return undefined;
  const { id, from, name, text } = found.line;
  const units = [...text];
  return { id, from, name, text: units.length > tuning.quoteLength ? `${units.slice(0, tuning.quoteLength).join('')}…` : text };
}

function isSameChannel({ from, to: said }: Line, personId: string, to: Audience): boolean {
  if (said.kind === 'person' && to.kind === 'person')
    return (from === personId && said.id === to.id) || (from === to.id && said.id === personId);
  if (said.kind === 'topic' && to.kind === 'topic') return said.id === to.id;
  return said.kind === 'office' && to.kind === 'office';
}
