// `npm run admin -- audit`, `reports`: what hosts did, and what people reported and nobody has settled.
import { parseArgs } from 'node:util';
import type { ReportView } from '@comptoir/shared/protocol/hosting';
import { audit as book } from '../store/audit.ts';
import { reports } from '../store/reports.ts';
import { momentOf, type RecordSettings, say, withRecords } from './openRecords.ts';

const SHOWN = 200;

export function audit(args: readonly string[], settings: RecordSettings): Promise<number> {
  parseArgs({ args: [...args], options: {} });
  return withRecords(settings, async (db) => {
    const entries = (await book.latest.run(db, { limit: SHOWN })).toReversed();
    const lines = entries.map(({ atMs, office, byName, act, target, details }) =>
      [momentOf(atMs), office ?? 'all offices', byName || 'by command', act, target, details].filter((part) => part !== '').join('  '),
    );
    say(...(lines.length === 0 ? ['Nothing is in the book yet.'] : lines));
    return 0;
  });
}

export function listReports(args: readonly string[], settings: RecordSettings): Promise<number> {
  parseArgs({ args: [...args], options: {} });
  return withRecords(settings, async (db) => {
    const open = await reports.open.run(db, { limit: SHOWN });
    const lines = open.flatMap(({ atMs, office, byName, aboutName, aboutId, text, place, lines: said }) => [
      [momentOf(atMs), office, ...(place === '' ? [] : [place]), `${byName} about ${aboutName} (--person ${aboutId})`].join('  '),
      ...(text === '' ? [] : text.split('\n').map((line) => `  ${line}`)),
      ...(JSON.parse(said) as ReportView['lines']).map((line) => `  > ${line.name}: ${line.text.replaceAll('\n', ' ')}`),
    ]);
    say(...(lines.length === 0 ? ['No report waits.'] : lines));
    return 0;
  });
}
