import { tuning } from '@comptoir/shared/tuning';
import { describe, expect, it } from 'vitest';
import { Conduct } from './Conduct.ts';

describe('how a connection behaves', () => {
  it('[P3] lets the allowed number of messages a second pass, for as long as they come', () => {
    const conduct = new Conduct();
    for (let nowMs = 0; nowMs < 5000; nowMs += 1000 / tuning.messagesPerS) expect(conduct.arrived(nowMs)).toBe('ok');
  });

  it('[P3] drops what comes faster', () => {
    const conduct = new Conduct();
    const verdicts = Array.from({ length: tuning.messagesPerS + 5 }, () => conduct.arrived(1000));
    expect(verdicts.filter((verdict) => verdict === 'ok')).toHaveLength(tuning.messagesPerS);
    expect(verdicts.at(-1)).toBe('drop');
  });

  it('[P4] closes at the twentieth bad message within ten seconds', () => {
    const conduct = new Conduct();
    const verdicts = Array.from({ length: tuning.badMessages }, (_, i) => conduct.misbehaved(i * 100));
    expect(verdicts.indexOf('close')).toBe(tuning.badMessages - 1);
  });

  it('[P4] forgives bad messages that are far apart', () => {
    const conduct = new Conduct();
    for (let i = 0; i < 100; i++) expect(conduct.misbehaved(i * tuning.badWindowMs)).toBe('drop');
  });
});
