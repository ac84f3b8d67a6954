// `npm run admin -- gather`: everybody gets the card that a host waits somewhere; nobody is moved.
import { parseArgs } from 'node:util';
import type { OfficeMap } from '@comptoir/shared/map/OfficeMap';
import { DEFAULT_OFFICE } from '@comptoir/shared/protocol/door';
import { tuning } from '@comptoir/shared/tuning';
import { findInside } from './findInside.ts';
import { findOffice, type MapSettings } from './findOffice.ts';
import { giveOrder, isDone, refusalSentence } from './giveOrder.ts';
import { type RecordSettings, refuse, say, withRecords } from './openRecords.ts';

const TEXT = { type: 'string' } as const;
const OPTIONS = { office: TEXT, place: TEXT, name: TEXT, person: TEXT, off: { type: 'boolean' } } as const;
const MINUTES = tuning.gatheringMs / 60_000;

export async function gather(args: readonly string[], settings: RecordSettings & MapSettings): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const { office = DEFAULT_OFFICE, place, name, person, off = false } = values;
  const ways = [place !== undefined, name !== undefined || person !== undefined, off].filter(Boolean).length;
  if (ways !== 1) return refuse('Where? --place AREA, or --name NAME of the host who waits, or --off to end it.');
  if (name !== undefined || person !== undefined) return gatherAround(name, person, values.office, settings);
  const map = findOffice(settings, office);
  if (typeof map === 'string') return refuse(map);
  const area = place === undefined ? undefined : placeOf(map, place);
  if (place !== undefined && area === undefined)
    return refuse(`${map.title} has no place "${place}". There are: ${placesOf(map).join(', ')}.`);
  return withRecords(settings, async (db) => {
    const given = await giveOrder(db, office, { act: 'gather', ...(area === undefined ? {} : { area }) });
    if (isDone(given)) {
      say(off ? 'The gathering is over.' : `Everybody is told that a host is waiting in ${place}, for ${MINUTES} minutes.`);
      return 0;
    }
    if (given.refused !== 'notThere') return refuse(refusalSentence(given.refused, settings));
    return refuse(off ? 'There is no gathering.' : `Nobody can stand in ${place}.`);
  });
}

const placesOf = (map: OfficeMap): string[] => map.areas.map(({ name }) => name).filter((name) => name !== '');

/** The id of an area, by its name in the map or as people read it, in whatever language. */
function placeOf({ areas }: OfficeMap, wanted: string): string | undefined {
  const named = areas.filter(({ name }) => name !== '');
  const isCalled = (text: string | undefined): boolean => text?.toLowerCase() === wanted.toLowerCase();
  const found =
    named.find(({ id, name }) => id === wanted || name === wanted) ??
    named.find(({ name, labels }) => [name, ...Object.values(labels)].some(isCalled));
  return found?.id;
}

function gatherAround(
  wanted: string | undefined,
  person: string | undefined,
  office: string | undefined,
  settings: RecordSettings,
): Promise<number> {
  return withRecords(settings, async (db) => {
    const found = await findInside(db, wanted, person);
    if (Array.isArray(found)) return refuse(...found);
    const { name, personId, offices } = found;
    const at = office === undefined ? offices[0] : offices.find((id) => id === office);
    if (at === undefined) return refuse(`${name} is not in ${office}.`);
    const given = await giveOrder(db, at, { act: 'gather', personId });
    if (isDone(given)) {
      say(`Everybody is told where ${name} is waiting, for ${MINUTES} minutes.`);
      return 0;
    }
    if (given.refused === 'notHere') return refuse(`${name} is not inside any more.`);
    if (given.refused === 'noHost') return refuse(`${name} is no host, and could not end it. Call to a place with --place AREA.`);
    return refuse(refusalSentence(given.refused, settings));
  });
}
