// The worker thread that owns the database: no statement ever makes a walking person wait.
import { parentPort, workerData } from 'node:worker_threads';
import { StartProblem } from '../ops/StartProblem.ts';
import { aggregates } from './aggregates.ts';
import { messageOf, openingSentence } from './faults.ts';
import { GroupCommit, type Job } from './GroupCommit.ts';
import { openDatabase } from './openDatabase.ts';
import type { DatabasePlace } from './place.ts';
import { StoreProblem } from './StoreProblem.ts';
import type { Db } from './tables.ts';
import type { FromThread, ToThread } from './threadMessages.ts';
import type { Verb } from './verb.ts';

/** With the tenth of a second that positions are gathered outside, well below the second a crash may cost. */
const WRITE_MS = 200;
/** Somebody waits for the answer, and does not feel so little. */
const KEEP_MS = 4;

const port = parentPort;
const tell = (message: FromThread): void => port?.postMessage(message);

function findVerb(aggregate: string, verb: string): Verb<unknown, unknown> {
  const table: Record<string, Record<string, Verb<never, unknown>>> = aggregates;
  const found = table[aggregate]?.[verb];
  if (!found) throw new TypeError(`no such verb: ${aggregate}.${verb}`);
  return found as Verb<unknown, unknown>;
}

function answerWith(db: Db): (message: ToThread) => Promise<unknown> {
  const commits = new GroupCommit(db, {
    ...{ writeMs: WRITE_MS, keepMs: KEEP_MS },
    onOutage: (sentence) => tell(sentence === undefined ? { outage: null } : { outage: sentence }),
  });
  return async ({ ask }) => {
    if (ask === 'flush') return commits.flush();
    if (ask === 'close') {
      await commits.close();
      await db.destroy();
      return undefined;
    }
    const verb = findVerb(ask.aggregate, ask.verb);
    const job: Job = (on) => verb.run(on, ask.ask);
    return commits[verb.kind](job);
  };
}

const place = workerData.place as DatabasePlace;
try {
  const db = await openDatabase(place);
  const answer = answerWith(db);
  port?.on('message', (message: ToThread) => {
    const { number } = message;
    answer(message).then(
      (result) => {
        tell({ number, answer: result });
        if (message.ask === 'close') port.close();
      },
      (reason: unknown) => tell({ number, failure: messageOf(reason), isOutage: reason instanceof StoreProblem }),
    );
  });
  tell({ opened: true });
} catch (reason) {
  tell({ problem: reason instanceof StartProblem ? reason.message : openingSentence(place, reason) });
}
