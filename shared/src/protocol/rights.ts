// Which act (permissions.ts) each request is; a request that is not here may be asked by everybody inside.
import type { Act } from '../permissions.ts';
import type { RequestName } from './requests.ts';

export const requestActs: Readonly<Partial<Record<RequestName, Act>>> = {
  invite: 'invite',
  invitations: 'invite',
  revokeInvitation: 'invite',
  door: 'setDoor',
  setDoor: 'setDoor',
  answerKnock: 'letIn',
  setRank: 'setRank',
  signInLink: 'handSignIn',
  mute: 'mute',
  sendOut: 'sendOut',
  ban: 'ban',
  bans: 'ban',
  liftBan: 'ban',
  endConversation: 'endConversation',
  gather: 'gather',
  announce: 'announce',
  audit: 'seeAudit',
  reports: 'seeReports',
  settleReport: 'seeReports',
  claimDesk: 'claimDesk',
  freeDesk: 'freeDesk',
  planAppointment: 'planMeeting',
  changeAppointment: 'planMeeting',
  cancelAppointment: 'planMeeting',
  previewAppointment: 'planMeeting',
  renewAgendaKey: 'planMeeting',
  openTopic: 'openTopic',
  setHouseText: 'administer',
};
