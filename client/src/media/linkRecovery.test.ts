import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { beginning, connected, lost, nextRemedy, progressed, type Recovery, type Remedy, retried } from './linkRecovery.ts';

/** What is done from `from` ms on, looked at every 250 ms. */
function follow(start: Recovery, from: number, until: number): { remedies: [number, Remedy][]; reports: number[]; end: Recovery } {
  let recovery = start;
  const remedies: [number, Remedy][] = [];
  const reports: number[] = [];
  for (let ms = from; ms <= until; ms += 250) {
    const next = nextRemedy(recovery, ms);
    recovery = next.recovery;
    if (next.remedy) remedies.push([ms, next.remedy]);
    if (next.report) reports.push(ms);
  }
  return { remedies, reports, end: recovery };
}

describe('[K24] a link in trouble', () => {
  it('does nothing while it is well', () => {
    expect(follow(connected(beginning(0)), 0, 60_000)).toMatchObject({ remedies: [], reports: [] });
  });

  it('heals short holes by itself', () => {
    expect(follow(lost(connected(beginning(0)), 1000), 1000, 1500).remedies).toEqual([]);
  });

  it('looks for another way first, then is built anew, and goes on trying', () => {
    const { remedies } = follow(lost(connected(beginning(0)), 0), 0, 13_000);
    expect(remedies).toEqual([
      [750, 'restart'],
      [3750, 'rebuild'],
      [6750, 'rebuild'],
      [9750, 'rebuild'],
      [12_750, 'rebuild'],
    ]);
  });

  it('is not begun anew while the other side answers', () => {
    const slow = progressed(beginning(0), 2500);
    expect(follow(slow, 2500, 5250).remedies).toEqual([]);
    expect(follow(slow, 2500, 5500).remedies).toEqual([[5500, 'rebuild']]);
    expect(progressed(connected(beginning(0)), 5)).toEqual(connected(beginning(0)));
  });

  it('says that it failed after three that came to nothing', () => {
    const inTrouble = lost(connected(beginning(0)), 0);
    expect(follow(inTrouble, 0, 9000).end.state).toBe('reconnecting');
    expect(follow(inTrouble, 0, 10_000).end.state).toBe('failed');
  });

  it('reports once when there is no way in time', () => {
    expect(follow(beginning(0), 0, 30_000).reports).toEqual([tuning.meshGiveUpMs]);
  });

  it('is as new when it is connected again, or tried by hand', () => {
    const { end } = follow(beginning(0), 0, 30_000);
    expect(connected(end)).toMatchObject({ state: 'connected', rebuilt: 0 });
    expect(retried(end, 31_000)).toMatchObject({ state: 'connecting', rebuilt: 0, isReported: true });
  });

  it('a second word of the same trouble does not begin it anew', () => {
    const first = lost(connected(beginning(0)), 1000);
    expect(lost(first, 2000)).toBe(first);
  });
});
