// Whom a command means of those who are inside now: there may be others of the same name who have left.
import { persons, type StoredPerson } from '../store/persons.ts';
import type { Db } from '../store/tables.ts';
import { visits } from '../store/visits.ts';

const NAMESAKES = 100;

/** Also who has lost their line for a moment. */
export interface PersonInside extends StoredPerson {
  offices: string[];
}

/** @returns one, or why there is none, in lines */
export async function findInside(db: Db, name: string | undefined, personId: string | undefined): Promise<PersonInside | string[]> {
  const known = personId === undefined ? undefined : await persons.find.run(db, { personId });
  const meant = personId === undefined ? await persons.byName.run(db, { name: name ?? '', limit: NAMESAKES }) : known ? [known] : [];
  const inside: PersonInside[] = [];
  for (const person of meant) {
    const offices = await visits.openOf.run(db, { personId: person.personId });
    if (offices.length > 0) inside.push({ ...person, offices });
  }
  const [one, ...more] = inside;
  if (one && more.length === 0) return one;
  if (one)
    return [
      `Several are called ${name}. Say which with --person ID:`,
      ...inside.map(
        ({ personId: id, rank, trade, offices }) => `  ${id}  ${[rank, trade, `in ${offices.join(', ')}`].filter(Boolean).join(', ')}`,
      ),
    ];
  if (meant[0]) return [`${meant[0].name} is not inside.`];
  return [personId === undefined ? `Nobody here is called ${name}.` : `There is nobody with the id ${personId}.`];
}
