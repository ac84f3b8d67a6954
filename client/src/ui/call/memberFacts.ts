// What is true of somebody in my conversation now, as short words: role, microphone, hidden tab, lost connection.
import type { ConversationMember } from '@comptoir/shared/protocol/talk';
import type { Say } from '../Ui.ts';

/** The most telling first. Being an ordinary member is not said. */
export function memberFacts(member: ConversationMember, speaking: boolean, t: Say): string[] {
  const facts: string[] = [];
  if (member.lost) return [t('hears.lost')];
  if (member.role !== 'member') facts.push(t(`hears.${member.role}`));
  if (member.role !== 'listener') {
    if (speaking && member.microphone) facts.push(t('hears.speaking'));
    else facts.push(t(member.microphone ? 'hears.micOn' : 'hears.micOff'));
  }
  if (member.hidden) facts.push(t('hears.hidden'));
  return facts;
}
