// `npm run admin -- role`: makes somebody a visitor, member, host or admin.
import { parseArgs } from 'node:util';
import { RANKS } from '@comptoir/shared/people';
import { persons } from '../store/persons.ts';
import { findPerson } from './ban.ts';
import { noteCommand, type RecordSettings, refuse, say, withRecords } from './openRecords.ts';

export async function role(args: readonly string[], settings: RecordSettings): Promise<number> {
  const options = { name: { type: 'string' }, person: { type: 'string' }, to: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const rank = RANKS.find((known) => known === values.to);
  if (!rank) return refuse(`--to is one of ${RANKS.join(', ')}${values.to === undefined ? '' : `, not "${values.to}"`}.`);
  if (values.name === undefined && values.person === undefined) return refuse('Whom? --name NAME or --person ID.');
  return withRecords(settings, async (db) => {
    const found = await findPerson(db, values.name, values.person);
    if (Array.isArray(found)) return refuse(...found);
    const { personId, name, rank: before } = found;
    if (before === rank) say(`${name} is ${rank} already.`);
    else {
      await persons.setRank.run(db, { personId, rank });
      await noteCommand(db, 'setRank', name, { details: `${before}, now ${rank}`, whose: personId });
      say(`${name} is ${rank} now. A running server sees it when they come in the next time: a reload of their page is enough.`);
    }
    return 0;
  });
}
