// `npm run admin -- mute`, `send-out`, `end`: what whoever runs the server does about somebody who is inside, while it runs.
import { parseArgs } from 'node:util';
import { lengthOf, normaliseWords } from '@comptoir/shared/people';
import { tuning } from '@comptoir/shared/tuning';
import type { Order, OrderDone } from '../store/orders.ts';
import { findInside } from './findInside.ts';
import { type Given, giveOrder, isDone, refusalSentence } from './giveOrder.ts';
import { type RecordSettings, refuse, say, withRecords } from './openRecords.ts';

const WHOM = { name: { type: 'string' }, person: { type: 'string' } } as const;
const MINUTE_MS = 60_000;

export function mute(args: readonly string[], settings: RecordSettings): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: WHOM });
  return orderUpon(values, settings, {
    order: (personId) => ({ act: 'mute', personId }),
    done: (name) => `The microphone of ${name} is closed. They may open it again.`,
  });
}

export async function sendOut(args: readonly string[], settings: RecordSettings): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { ...WHOM, reason: { type: 'string' } } });
  const reason = normaliseWords(values.reason ?? '');
  if (lengthOf(reason) > tuning.reasonLength) return refuse(`--reason has at most ${tuning.reasonLength} characters.`);
  return orderUpon(values, settings, {
    order: (personId) => ({ act: 'sendOut', personId, reason }),
    done: (name) => `${name} is out, and is not let in again for ${tuning.sentOutMs / MINUTE_MS} minutes.`,
  });
}

export function end(args: readonly string[], settings: RecordSettings): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: WHOM });
  return orderUpon(values, settings, {
    order: (personId) => ({ act: 'endConversation', personId }),
    done: (_name, { names = [] }) => `${names.join(', ')} are warned: their conversation ends within ${tuning.endingMs / 1000} seconds.`,
  });
}

interface Wish {
  order(personId: string): Order;
  /** The sentence when it is done. */
  done(name: string, done: OrderDone): string;
}

async function orderUpon(
  whom: { name?: string | undefined; person?: string | undefined },
  settings: RecordSettings,
  { order, done }: Wish,
): Promise<number> {
  if (whom.name === undefined && whom.person === undefined) return refuse('Whom? --name NAME or --person ID.');
  return withRecords(settings, async (db) => {
    const found = await findInside(db, whom.name, whom.person);
    if (Array.isArray(found)) return refuse(...found);
    const { name, personId, offices } = found;
    // somebody in two windows may be in two offices
    const given = await Promise.all(offices.map((office) => giveOrder(db, office, order(personId))));
    const what = given.find(isDone) ?? given.find(isRefused);
    if (what && isDone(what)) {
      say(done(name, what));
      return 0;
    }
    return refuse(what ? sentenceOf(what.refused, name, settings) : `${name} is not inside.`);
  });
}

type Refused = Extract<Given, { refused: unknown }>;
const isRefused = (given: Given): given is Refused => 'refused' in given;

function sentenceOf(refused: Refused['refused'], name: string, settings: RecordSettings): string {
  if (refused === 'notHere') return `${name} is not inside any more.`;
  if (refused === 'notTalking') return `${name} is not in a conversation.`;
  return refusalSentence(refused, settings);
}
