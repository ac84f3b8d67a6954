// `npm run admin -- doctor`: looks at a deployment from where the server runs, and says in plain sentences what is right and what is not.
import { lookup } from 'node:dns/promises';
import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { sharedUrlsOf } from '../ops/addresses.ts';
import { checkPort, checkShared } from './doctor/checkAddress.ts';
import { checkClock } from './doctor/checkClock.ts';
import { checkData } from './doctor/checkData.ts';
import { checkDatabase } from './doctor/checkDatabase.ts';
import { checkTurn } from './doctor/checkTurn.ts';
import { checkUdp } from './doctor/checkUdp.ts';
import type { DoctorSettings } from './doctor/DoctorSettings.ts';
import type { Finding } from './doctor/Finding.ts';

/** @returns the exit code */
export async function doctor(args: readonly string[], settings: DoctorSettings): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
  const findings = await examine(settings);
  const isWell = !findings.some(({ level }) => level === 'problem');
  const text = values.json ? JSON.stringify({ ok: isWell, findings }, undefined, 2) : inLines(findings).join('\n');
  process.stdout.write(`${text}\n`);
  return isWell ? 0 : 1;
}

export function inLines(findings: readonly Finding[]): string[] {
  const count = (level: Finding['level']): number => findings.filter((finding) => finding.level === level).length;
  const [problems, warnings] = [count('problem'), count('warning')];
  const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  return [
    ...findings.map(({ level, sentence }) => `${level.padEnd(8)}${sentence}`),
    problems + warnings === 0 ? 'All is well.' : `${plural(problems, 'problem')}, ${plural(warnings, 'warning')}.`,
  ];
}

async function examine(settings: DoctorSettings): Promise<Finding[]> {
  const interfaces = networkInterfaces();
  const [shared] = sharedUrlsOf(settings, settings.port, interfaces);
  const port = await checkPort(settings);
  const address = await checkShared(settings, shared, port.start, Date.now());
  const outer = settings.media.announcedIp ?? (await ipOf(shared));
  const { answer } = address;
  const date = answer?.headers.date;
  return [
    ...port.findings,
    ...address.findings,
    ...(await checkUdp(settings, { outer, isRunning: port.start !== undefined, interfaces })),
    ...(await checkTurn(settings, Date.now())),
    checkData(settings.dataDir),
    ...(await checkDatabase(settings.databaseUrl)),
    checkClock({
      nowMs: Date.now(),
      writtenMs: statSync(fileURLToPath(import.meta.url)).mtimeMs,
      ...(answer && date !== undefined && shared !== undefined ? { other: { from: shared, date, atMs: answer.atMs } } : {}),
    }),
  ];
}

async function ipOf(address: string | undefined): Promise<string | undefined> {
  if (address === undefined) return undefined;
  const name = new URL(address).hostname.replace(/^\[|\]$/g, '');
  if (isIP(name)) return name;
  return (await lookup(name).catch(() => undefined))?.address;
}
