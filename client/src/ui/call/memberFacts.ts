// What is true of somebody in my conversation now, as short words: role, microphone, hidden tab, lost connection.
import type { ConversationMember } from '@comptoir/shared/protocol/talk';
import type { Say } from '../Ui.ts';

/** The most telling first. Being an ordinary member is not said. */
/** @param hand their place among raised hands, from 1; 0: down */
export function memberFacts(member: ConversationMember, speaking: boolean, t: Say, hand = 0): string[] {
  const facts: string[] = hand > 0 ? [t('hears.hand', { n: hand })] : [];
  if (member.lost) return [t('hears.lost')];
  if (member.role !== 'member') facts.push(t(`hears.${member.role}`));
  if (member.role !== 'listener') {
    if (speaking && member.microphone) facts.push(t('hears.speaking'));
    else facts.push(t(member.microphone ? 'hears.micOn' : 'hears.micOff'));
  }
  if (member.hidden) facts.push(t('hears.hidden'));
  return facts;
}
