// The table of the door: request -> rule. Who may ask was checked by answerMessages.ts.
import { lengthOf, normaliseWords, type Rank } from '@comptoir/shared/people';
import { isAbove, may, mayInviteAs, maySetRank } from '@comptoir/shared/permissions';
import { type doorRequests, type InvitationView, invitationPath } from '@comptoir/shared/protocol/door';
import type { Answer, Ask } from '@comptoir/shared/protocol/requests';
import { tuning } from '@comptoir/shared/tuning';
import { type Occupant, rankOf } from '../office/Office.ts';
import { newId } from '../ops/identity.ts';
import type { StoredInvitation } from '../store/invitations.ts';
import type { OfficeRoom } from './OfficeRoom.ts';

type DoorRules = {
  [R in keyof typeof doorRequests]: (sender: { occupant: Occupant }, ask: Ask<R>) => Answer<R> | Promise<Answer<R>>;
};

const DAY_MS = 24 * 3_600_000;
const INVITATIONS_SHOWN = 200;
/** Whoever is inside when the door is shut comes back in for so long. */
const KEPT_IN_MS = 12 * 3_600_000;

export function doorRules(room: OfficeRoom): DoorRules {
  const { store, officeId, door } = room.parts;
  const nameOf = ({ personId }: Occupant): string => room.state.people.get(personId)?.name ?? '';

  /** Nobody sees a link that gives more than they may give themselves: it would make them what it gives. */
  const maySee = (occupant: Occupant, { rank, createdBy }: StoredInvitation): boolean =>
    mayInviteAs(rankOf(occupant), rank) && (createdBy === occupant.personId || may(rankOf(occupant), 'seeAllInvitations'));

  return {
    async invite({ occupant }, { rank, area, label, quota, days }) {
      if (!mayInviteAs(rankOf(occupant), rank)) return { refused: 'notAllowed' };
      // P12: a visit is a visitor's
      if (area !== null && rank !== 'visitor') return { refused: 'invalid' };
      const place = area === null ? undefined : room.visitable(area);
      if (area !== null && place === undefined) return { refused: 'notThere' };
      const name = normaliseWords(label);
      if (lengthOf(name) > tuning.labelLength) return { refused: 'textTooLong' };
      const nowMs = Date.now();
      const living = await store.invitations.countLiving({ createdBy: occupant.personId, nowMs });
      if (living >= tuning.invitationsKept) return { refused: 'tooManyInvitations' };
      const invitation = {
        ...{ invitationId: newId(), office: officeId, rank, area: place, label: name, quota: quota ?? undefined },
        expiresMs: days === null ? undefined : Math.round(nowMs + days * DAY_MS),
        ...{ createdMs: nowMs, createdBy: occupant.personId, createdByName: nameOf(occupant) },
      };
      await store.invitations.create(invitation);
      room.hosting.audit({ by: occupant, act: 'invite', target: name, details: place === undefined ? rank : `${rank}, ${place}` });
      return { ok: true, invitation: viewOf({ ...invitation, used: 0, revokedMs: undefined }) };
    },

    async invitations({ occupant }) {
      const createdBy = may(rankOf(occupant), 'seeAllInvitations') ? undefined : occupant.personId;
      const list = await store.invitations.list({ office: officeId, createdBy, limit: INVITATIONS_SHOWN });
      return { ok: true, list: list.filter((one) => maySee(occupant, one)).map(viewOf) };
    },

    async revokeInvitation({ occupant }, { invitation: invitationId }) {
      const found = await store.invitations.find({ invitationId });
      if (found?.office !== officeId || !maySee(occupant, found)) return { refused: 'notThere' };
      await store.invitations.revoke({ invitationId, nowMs: Date.now() });
      room.hosting.audit({ by: occupant, act: 'revokeInvitation', target: found.label });
      return { ok: true };
    },

    door: () => ({ ok: true, ...door.view }),

    async setDoor({ occupant }, { mode, password, capacity }) {
      const isTooShort = password === undefined ? mode === 'password' && !door.view.hasPassword : lengthOf(password) < tuning.passwordLeast;
      if (isTooShort) return { refused: 'passwordTooShort' };
      const wasOpen = door.mode === 'open';
      await door.set(mode, password, capacity ?? undefined);
      if (wasOpen && mode !== 'open') await door.keepIn([...room.floor.office.occupants.keys()], Date.now() + KEPT_IN_MS);
      room.knocks.tick();
      const details = [...(password === undefined ? [] : ['new password']), ...(capacity === null ? [] : [`at most ${capacity}`])];
      room.hosting.audit({ by: occupant, act: 'setDoor', target: mode, details: details.join(', ') });
      return { ok: true, ...door.view };
    },

    async answerKnock({ occupant }, { knock, yes }) {
      const whose = room.knocks.personOf(knock);
      const { name, ...answer } = await room.knocks.answer(knock, yes);
      const noted = { by: occupant, act: 'answerKnock', details: yes ? 'yes' : 'no', ...(whose === undefined ? {} : { whose: [whose] }) };
      if (name !== undefined) room.hosting.audit({ ...noted, target: name });
      return answer;
    },

    async setRank({ occupant }, { personId, rank }) {
      const inside = room.floor.office.occupants.get(personId);
      const stored = await store.persons.find({ personId });
      const from: Rank | undefined = inside ? rankOf(inside) : stored?.rank;
      if (from === undefined) return { refused: 'notHere' };
      // asked anew: their own may have changed meanwhile
      const own = rankOf(occupant);
      if (!maySetRank(own, from, rank)) return { refused: isAbove(own, from) ? 'notAllowed' : 'aboveYou' };
      await store.persons.setRank({ personId, rank });
      room.parts.rankChanged(personId, rank);
      const name = room.state.people.get(personId)?.name ?? stored?.name ?? '';
      room.hosting.audit({ by: occupant, act: 'setRank', target: name, details: `${from}, now ${rank}`, whose: [personId] });
      return { ok: true };
    },
  };
}

const viewOf = (invitation: StoredInvitation): InvitationView => ({
  id: invitation.invitationId,
  path: invitationPath(invitation.office, invitation.invitationId),
  rank: invitation.rank,
  area: invitation.area ?? null,
  label: invitation.label,
  quota: invitation.quota ?? null,
  used: invitation.used,
  expiresMs: invitation.expiresMs ?? null,
  createdMs: invitation.createdMs,
  by: invitation.createdByName,
  revoked: invitation.revokedMs !== undefined,
});
