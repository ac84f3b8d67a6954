// The clock of this machine: TURN credentials and certificates are for a time.
import { type Finding, ok, problem, warning } from './Finding.ts';

const DOUBTFUL_S = 5;
/** coturn takes credentials until they end, ours after hours: what breaks first are certificates just renewed. */
const WRONG_S = 60;

export interface Clocks {
  nowMs: number;
  /** No honest clock is before it: when these files were written. */
  writtenMs: number;
  /** What another clock said at that moment of ours, by the Date header of an answer. */
  other?: { from: string; date: string; atMs: number };
}

export function checkClock({ nowMs, writtenMs, other }: Clocks): Finding {
  if (nowMs < writtenMs)
    return problem('clock', `The clock of this machine says ${dayOf(nowMs)}, which is before these files were written: set it.`);
  const otherMs = other === undefined ? Number.NaN : Date.parse(other.date);
  if (!other || Number.isNaN(otherMs))
    return ok('clock', `The clock says ${dayOf(nowMs)}, which may be; there was no other one to compare it with.`);
  // a Date header has whole seconds, cut off
  const awayS = Math.round((other.atMs - otherMs - 500) / 1000);
  const how = `${Math.abs(awayS)} s ${awayS > 0 ? 'ahead of' : 'behind'}`;
  if (Math.abs(awayS) >= WRONG_S)
    return problem('clock', `The clock of this machine is ${how} that of ${other.from}: switch time synchronisation on.`);
  if (Math.abs(awayS) >= DOUBTFUL_S) return warning('clock', `The clock of this machine is ${how} that of ${other.from}.`);
  return ok('clock', `The clock agrees with the Date of ${other.from} (which may be this very machine).`);
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
