import { expect, test } from 'vitest';
import { CUT_OUTS, DEMO_LINES, hourAt, LOOP_S, poseAt, stepAt } from './demoScript.ts';

const eachTenth = Array.from({ length: LOOP_S * 10 }, (_, i) => i / 10);

test('[O44] nobody jumps: the loop ends where it begins, and a tenth of a second moves nobody farther than they can slide', () => {
  for (const name of CUT_OUTS)
    for (const second of eachTenth) {
      const now = poseAt(name, second);
      const next = poseAt(name, (second + 0.1) % LOOP_S);
      expect(Math.hypot(next.x - now.x, next.y - now.y), `${name} at ${second}`).toBeLessThan(14);
    }
});

test('[O44] rings follow the rules that hold between people: a dwell first, and members within reach of one another', () => {
  for (const second of eachTenth) {
    const members = CUT_OUTS.map((name) => poseAt(name, second)).filter(({ ring }) => ring?.role === 'member');
    for (const one of members) {
      const nearest = Math.min(...members.filter((other) => other !== one).map(({ x, y }) => Math.hypot(x - one.x, y - one.y)));
      expect(nearest, `at ${second}`).toBeLessThan(70);
      expect(one.moving, `at ${second}`).toBe(false);
    }
  }
  expect(poseAt('illustrator', 5).ring?.role).toBe('dwelling');
  expect(poseAt('illustrator', 6).ring).toEqual({ state: 'amongUs', role: 'member' });
  expect(poseAt('photographer', 25).ring).toEqual({ state: 'outLoud', role: 'listener' });
  expect(poseAt('photographer', 31).ring).toBeUndefined();
  expect(poseAt('translator', 31).ring?.state).toBe('closed');
  expect(poseAt('illustrator', 50).ring).toBeUndefined();
});

test('[O44] every step is shown, in order, and a day passes into its evening', () => {
  const steps = eachTenth.map(stepAt);
  expect([...new Set(steps)]).toEqual(['ring', 'outLoud', 'closed', 'goodbye', 'evening']);
  const hours = eachTenth.map(hourAt);
  expect(hours.every((hour, i) => i === 0 || hour >= (hours[i - 1] ?? 0))).toBe(true);
  expect([Math.min(...hours), Math.max(...hours)]).toEqual([9, 21.5]);
});

test('[O44] lines are said one after the other, by somebody who stands there', () => {
  for (const { at, who } of DEMO_LINES) expect(poseAt(who, at).moving).toBe(false);
  expect(DEMO_LINES.every(({ at }, i) => i === 0 || at - (DEMO_LINES[i - 1]?.at ?? 0) > 2)).toBe(true);
});
