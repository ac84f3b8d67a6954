// `npm run admin -- invite`: a link that lets people in, and makes them what it says; the first host comes in by one.
import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { confinesOf } from '@comptoir/shared/map/confinedGrid';
import { groundOf } from '@comptoir/shared/map/Ground';
import { lengthOf, normaliseWords, RANKS } from '@comptoir/shared/people';
import { DEFAULT_OFFICE, invitationPath } from '@comptoir/shared/protocol/door';
import { tuning } from '@comptoir/shared/tuning';
import { type AddressSettings, localUrlOf, sharedUrlsOf } from '../ops/addresses.ts';
import { newId } from '../ops/identity.ts';
import { invitations } from '../store/invitations.ts';
import { findOffice, type MapSettings } from './findOffice.ts';
import { momentOf, noteCommand, type RecordSettings, refuse, say, withRecords } from './openRecords.ts';

export type InviteSettings = RecordSettings & MapSettings & AddressSettings & { port: number };

const DAY_MS = 24 * 3_600_000;
const TEXT = { type: 'string' } as const;
const OPTIONS = { role: TEXT, office: TEXT, area: TEXT, quota: TEXT, days: TEXT, label: TEXT };

export async function invite(args: readonly string[], settings: InviteSettings): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const { office = DEFAULT_OFFICE, area } = values;
  const rank = RANKS.find((known) => known === (values.role ?? 'visitor'));
  if (!rank) return refuse(`--role is one of ${RANKS.join(', ')}, not "${values.role}".`);
  const quota = numberOf(values.quota);
  const days = numberOf(values.days);
  if (quota !== undefined && !(Number.isInteger(quota) && quota >= 1)) return refuse('--quota is a whole number of people, 1 or more.');
  if (days !== undefined && !(days > 0 && days <= 3660)) return refuse('--days is a number above 0; without it the link has no end.');
  const label = normaliseWords(values.label ?? '');
  if (lengthOf(label) > tuning.labelLength) return refuse(`--label has at most ${tuning.labelLength} characters.`);
  const map = findOffice(settings, office);
  if (typeof map === 'string') return refuse(map);
  if (area !== undefined && rank !== 'visitor') return refuse('--area is for visitors: members may be everywhere.');
  const place = area === undefined ? undefined : confinesOf(groundOf(map), area)?.area;
  if (area !== undefined && place === undefined) return refuse(`${map.title} has no area "${area}" in which somebody can stand.`);
  return withRecords(
    settings,
    async (db) => {
      const nowMs = Date.now();
      const invitationId = newId();
      const expiresMs = days === undefined ? undefined : Math.round(nowMs + days * DAY_MS);
      await invitations.create.run(db, {
        ...{ invitationId, office, rank, area: place, label, quota, expiresMs },
        ...{ createdMs: nowMs, createdBy: undefined, createdByName: '' },
      });
      await noteCommand(db, 'invite', label, { details: [rank, ...(place === undefined ? [] : [place])].join(', '), office });
      const [shared = localUrlOf(settings, settings.port)] = sharedUrlsOf(settings, settings.port, networkInterfaces());
      say(`${shared}${invitationPath(office, invitationId)}`, explain(rank, place, quota, expiresMs));
      return 0;
    },
    { createsThem: true },
  );
}

const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

function explain(rank: string, area: string | undefined, quota: number | undefined, expiresMs: number | undefined): string {
  const whom = quota === undefined ? 'Whoever opens it' : quota === 1 ? 'The first who opens it' : `The first ${quota} who open it`;
  const where = area === undefined ? '' : `, in ${area} only`;
  const until = expiresMs === undefined ? '' : `, until ${momentOf(expiresMs)}`;
  return `${whom} comes in as ${rank}${where}${until}.`.replace(/^(The first \d+ who open it) comes/, '$1 come');
}
