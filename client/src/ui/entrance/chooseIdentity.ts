// Who of this device comes in: a person it knows, a new one, or a question when that person is already in the office.
import { normaliseWords } from '@comptoir/shared/people';
import type { DeviceFacts } from '@comptoir/shared/protocol/http';

export type KnownPerson = DeviceFacts['persons'][number];
export type Identity = { as: { personId: string } | 'new' } | { ask: KnownPerson };

const folded = (name: string): string => normaliseWords(name).toLocaleLowerCase();

export const isSameName = (a: string, b: string): boolean => folded(a) === folded(b);

/**
 * The same name is the same person, asked about when already inside by another tab. A name of the address (?name=) that the
 * device does not know is somebody else; one typed over the remembered name renames the person last used, unless that one is inside.
 * @param named the address' ?name=, if any
 * @param passing the name of second windows: nobody is renamed who was only that
 */
export function chooseIdentity(name: string, named: string | undefined, persons: readonly KnownPerson[], passing?: string): Identity {
  const same = persons.filter((person) => folded(person.name) === folded(name));
  const inside = same.find((person) => person.here);
  if (inside) return { ask: inside };
  const known = same[0];
  if (known) return { as: { personId: known.personId } };
  const last = persons.find((person) => person.name !== passing);
  if (!last || last.here || named !== undefined) return { as: 'new' };
  return { as: { personId: last.personId } };
}
