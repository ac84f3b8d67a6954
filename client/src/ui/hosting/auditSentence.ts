// One line of what was done as a sentence; what this page does not know is shown as it came.
import { RANKS, type Rank } from '@comptoir/shared/people';
import { DOOR_MODES } from '@comptoir/shared/protocol/door';
import type { AuditEntry } from '@comptoir/shared/protocol/hosting';
import type { Say } from '../Ui.ts';

/** Acts that have another sentence when they name somebody. */
const WITH_TARGET = { endConversation: 'audit.endConversationOf', settleReport: 'audit.settleReportOf' } as const;
const ACTS = {
  mute: 'audit.mute',
  sendOut: 'audit.sendOut',
  ban: 'audit.ban',
  liftBan: 'audit.liftBan',
  endConversation: 'audit.endConversation',
  gather: 'audit.gather',
  announce: 'audit.announce',
  notice: 'audit.notice',
  settleReport: 'audit.settleReport',
  setRank: 'audit.setRank',
  invite: 'audit.invite',
  revokeInvitation: 'audit.revokeInvitation',
  setDoor: 'audit.setDoor',
  answerKnock: 'audit.notLetIn',
  planAppointment: 'audit.planAppointment',
  changeAppointment: 'audit.changeAppointment',
  cancelAppointment: 'audit.cancelAppointment',
  renewAgendaKey: 'audit.renewAgendaKey',
  eraseLine: 'audit.eraseLine',
  changeTopic: 'audit.changeTopic',
  unshelve: 'audit.unshelve',
  freeDesk: 'audit.freeDesk',
  signInLink: 'audit.signInLink',
  setCharter: 'audit.setCharter',
  setAppeal: 'audit.setAppeal',
} as const;
/** Acts that mean something else with these details. */
const BY_DETAILS = { 'gather off': 'audit.gatherOff', 'announce off': 'audit.announceOff', 'answerKnock yes': 'audit.letIn' } as const;

const isIn = <T extends object>(table: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(table, key);
const isRank = (word: string): word is Rank => (RANKS as readonly string[]).includes(word);

export function auditSentence({ by, act, target, details }: AuditEntry, t: Say): string {
  const mode = act === 'setDoor' && DOOR_MODES.find((one) => one === target);
  const words = { by: by || t('audit.command'), act, target: mode ? t(`door.mode.${mode}`) : target };
  const precise = `${act} ${details}`;
  if (isIn(BY_DETAILS, precise)) return t(BY_DETAILS[precise], words);
  if (target !== '' && isIn(WITH_TARGET, act)) return t(WITH_TARGET[act], words);
  if (isIn(ACTS, act)) return t(ACTS[act], words);
  return t(target === '' ? 'audit.unknown' : 'audit.unknownOf', words);
}

/**
 * What was said with it: a reason, roles, what an invitation is called, a place.
 * @param placeOf what an area is called, by its id
 */
export function auditDetails({ act, target, details }: AuditEntry, t: Say, placeOf: (id: string) => string): string {
  if (act === 'answerKnock') return '';
  if (act === 'gather') return placeOf(target);
  const ban = act === 'ban' && /^(for ever|(?<hours>[\d.]+) h)(?<network>, network)?(: (?<reason>.*))?$/s.exec(details)?.groups;
  if (ban) return banWords(ban, t);
  const parts = details.split(', ');
  const [from = '', to = ''] = details.split(', now ');
  if (act === 'setRank' && isRank(from) && isRank(to)) return t('audit.from', { from: t(`rank.${from}`), to: t(`rank.${to}`) });
  if (act === 'setDoor') return parts.map((part) => doorWords(part, t)).join(', ');
  const said = parts.map((part) => (isRank(part) ? t(`rank.${part}`) : part)).join(', ');
  // of these the sentence names nobody: what they are called stands here
  return act === 'invite' || act === 'revokeInvitation' ? [target, said].filter((part) => part !== '').join(' · ') : said;
}

function doorWords(part: string, t: Say): string {
  const most = /^at most (\d+)$/.exec(part)?.[1];
  if (most !== undefined) return t('audit.atMost', { n: Number(most) });
  return part === 'new password' ? t('audit.newPassword') : part;
}

function banWords({ hours, network, reason }: Record<string, string | undefined>, t: Say): string {
  const known = { '1': 'ban.hour', '24': 'ban.day', '168': 'ban.week' } as const;
  const long = hours === undefined ? t('hosting.forEver') : isIn(known, hours) ? t(known[hours]) : `${hours} h`;
  return [long, network && t('hosting.network'), reason].filter(Boolean).join(' · ');
}
