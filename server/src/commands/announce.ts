// `npm run admin -- announce`: a few words that everybody who may be disturbed sees. A voice needs the app.
import { parseArgs } from 'node:util';
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import { DEFAULT_OFFICE } from '@comptoir/shared/protocol/door';
import { tuning } from '@comptoir/shared/tuning';
import { findOffice, type MapSettings } from './findOffice.ts';
import { giveOrder, isDone, refusalSentence } from './giveOrder.ts';
import { type RecordSettings, refuse, say, withRecords } from './openRecords.ts';

export async function announce(args: readonly string[], settings: RecordSettings & MapSettings): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { text: { type: 'string' }, office: { type: 'string' } } });
  const { office = DEFAULT_OFFICE } = values;
  const text = normaliseWords(values.text ?? '');
  if (text === '') return refuse('What? --text TEXT. It is shown in writing: to speak to everybody, be a host in the office.');
  if (lengthOf(text) > tuning.noticeLength) return refuse(`--text has at most ${tuning.noticeLength} characters.`);
  const map = findOffice(settings, office);
  if (typeof map === 'string') return refuse(map);
  return withRecords(settings, async (db) => {
    const given = await giveOrder(db, office, { act: 'notice', text });
    if (!isDone(given)) return refuse(refusalSentence(given.refused, settings));
    const seconds = tuning.noticeMs / 1000;
    const { people = 0 } = given;
    const who = people === 0 ? 'Nobody is there to see it' : people === 1 ? 'One person sees it' : `${people} people see it`;
    say(`${who} now; whoever comes within ${seconds} seconds does too.`);
    return 0;
  });
}
