// Words of tests about the door: ranks given as the command line gives them, and ways to set and try the door of an office.
import { randomBytes } from 'node:crypto';
import type { Rank } from '@comptoir/shared/people';
import type { DoorMode, InvitationView } from '@comptoir/shared/protocol/door';
import type { Answer, Ask, RequestName } from '@comptoir/shared/protocol/requests';
import type { Inside } from './enterOffice.ts';
import { until } from './enterOffice.ts';
import { askForPlace } from './joinBarely.ts';
import type { OfficeUnderTest } from './useOffice.ts';

/** What was answered. @throws when it was refused */
export async function granted<R extends RequestName>(
  person: Inside,
  name: R,
  ask: Ask<R>,
): Promise<Exclude<Answer<R>, { refused: unknown }>> {
  const answer = await person.connection.request(name, ask);
  if ('refused' in answer) throw new Error(`${name} was refused: ${answer.refused}`);
  return answer as Exclude<Answer<R>, { refused: unknown }>;
}

export const refusalOf = async <R extends RequestName>(person: Inside, name: R, ask: Ask<R>): Promise<string | undefined> => {
  const answer = await person.connection.request(name, ask);
  return 'refused' in answer ? answer.refused : undefined;
};

/** A link as the command line makes it. @returns its id */
export async function linkFromCommand(office: OfficeUnderTest, rank: Rank, area?: string, expiresMs?: number): Promise<string> {
  const { store, officeId } = office.open.room().parts;
  const invitationId = randomBytes(16).toString('base64url');
  await store.invitations.create({
    ...{ invitationId, office: officeId, rank, area, label: '', quota: undefined, expiresMs },
    ...{ createdMs: Date.now(), createdBy: undefined, createdByName: '' },
  });
  return invitationId;
}

/** Somebody of a rank, who knows it. */
export async function enterAs(office: OfficeUnderTest, rank: Rank, name: string = rank): Promise<Inside> {
  const person = await office.enter(name, { invite: await linkFromCommand(office, rank) });
  await until(() => person.world.me.peek()?.rank === rank, `${name} is ${rank}`);
  return person;
}

export const PLAIN_INVITATION: Ask<'invite'> = { rank: 'visitor', area: null, label: '', quota: null, days: null };

export async function inviteBy(host: Inside, more: Partial<Ask<'invite'>> = {}): Promise<InvitationView> {
  return (await granted(host, 'invite', { ...PLAIN_INVITATION, ...more })).invitation;
}

export const setDoor = (host: Inside, mode: DoorMode, password?: string, capacity: number | null = null) =>
  granted(host, 'setDoor', { mode, capacity, ...(password === undefined ? {} : { password }) });

/** The name of the refusal of a place over HTTP; undefined when one is given (and not taken). */
export async function placeRefusal(url: string, options: Record<string, unknown>, officeId = 'office'): Promise<string | undefined> {
  const answer = await askForPlace(url, { options }, officeId);
  return answer.ok ? undefined : ((await answer.json()) as { error: string }).error;
}

/** Without anybody inside: as the first start, or as a command sets it. */
export const setDoorQuietly = (office: OfficeUnderTest, mode: DoorMode, password?: string): Promise<void> =>
  office.open.room().parts.door.set(mode, password, undefined);
