import { tileCentre } from '@comptoir/shared/geometry';
import type { Direction, Gait, Intent, WalkGrid } from '@comptoir/shared/movement';
import { GAITS, mayStand, SOLID, step, stride } from '@comptoir/shared/movement';
import type { Segment } from '@comptoir/shared/protocol/walks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance, standingWalker } from './Walker.ts';
import { acceptSegment, renew } from './walking.ts';

const direction = fc.integer({ min: 0, max: 7 }) as fc.Arbitrary<Direction>;
const intent: fc.Arbitrary<Intent> = fc.record({ direction, gait: fc.constantFrom<Gait>(...GAITS) });

const office = fc
  .record({ width: fc.integer({ min: 2, max: 14 }), height: fc.integer({ min: 2, max: 14 }), seed: fc.infiniteStream(fc.nat({ max: 9 })) })
  .chain(({ width, height, seed }) =>
    fc.nat({ max: width * height - 1 }).map((tile) => {
      const cells = Uint8Array.from({ length: width * height }, (_, i) => ((seed.next().value ?? 0) < 3 && i !== tile ? SOLID : 0));
      const grid: WalkGrid = { width, height, cells };
      return { grid, start: tileCentre(tile % width, Math.floor(tile / width)) };
    }),
  );

/** A change of intent `after` ticks, whose message takes `delay` ticks. */
const script = (mostDelay: number) =>
  fc.array(fc.record({ after: fc.integer({ min: 1, max: 120 }), intent, delay: fc.integer({ min: 0, max: mostDelay }) }), {
    minLength: 1,
    maxLength: 15,
  });

const FIRST = 500;
const RENEW_TICKS = 50;

type Upward = { arrives: number } & ({ segment: Segment } | { renewal: number });

/**
 * A browser that walks by its own clock (`ahead` ticks before the office's) and a server that hears of it late, in order.
 * @returns refusals, and after each tick on which nothing is under way whether both stood at the same place
 */
function walkTogether(
  { grid, start }: { grid: WalkGrid; start: { x: number; y: number } },
  legs: { after: number; intent: Intent; delay: number }[],
  ahead: number,
) {
  const own = { ...start };
  const walker = standingWalker(start, 2, 0, 0);
  const upward: Upward[] = [];
  let held: Intent = { direction: 2, gait: 'still' };
  let seq = 0;
  let renewTick = Number.POSITIVE_INFINITY;
  let next = 0;
  let turnTick = FIRST + (legs[0]?.after ?? 0);
  let refusals = 0;
  const apart: number[] = [];
  const send = (tick: number, delay: number, message: { segment: Segment } | { renewal: number }): void => {
    const before = upward[upward.length - 1]?.arrives ?? 0;
    upward.push({ arrives: Math.max(before, tick + delay), ...message });
  };
  let heard = 0;
  const last = FIRST + legs.reduce((sum, leg) => sum + leg.after, 0) + 150;
  for (let tick = FIRST; tick < last; tick++) {
    const leg = legs[next];
    if (leg && tick >= turnTick) {
      held = leg.intent;
      seq++;
      send(tick, leg.delay, { segment: { seq, startTick: tick + ahead, ...own, ...held } });
      renewTick = tick + RENEW_TICKS;
      next++;
      turnTick = tick + (legs[next]?.after ?? 0);
    } else if (held.gait !== 'still' && tick >= renewTick) {
      send(tick, 0, { renewal: seq });
      renewTick = tick + RENEW_TICKS;
    }
    for (let message = upward[heard]; message && message.arrives <= tick; message = upward[++heard]) {
      const verdict =
        'segment' in message ? acceptSegment(walker, message.segment, tick, grid) : renew(walker, message.renewal, tick, grid);
      if (verdict !== 'ok') refusals++;
    }
    advance(walker, tick, grid);
    if (heard === upward.length && (walker.x !== own.x || walker.y !== own.y)) apart.push(tick);
    step(own, held, grid);
  }
  return { refusals, apart };
}

test('[M4] heard of within 300 ms, the server walks exactly what the client walked, on any map', () => {
  fc.assert(
    fc.property(office, script(15), (place, legs) => {
      expect(walkTogether(place, legs, 0)).toEqual({ refusals: 0, apart: [] });
    }),
    { numRuns: 300 },
  );
});

test('[M4] up to 500 ms late, nobody honest is put back, and whoever stands stands at the same place', () => {
  const standing = { after: 100, intent: { direction: 2, gait: 'still' } as Intent, delay: 0 };
  fc.assert(
    fc.property(office, script(25), (place, legs) => {
      const { refusals, apart } = walkTogether(place, [...legs, standing, standing], 0);
      expect(refusals).toBe(0);
      const end = FIRST + legs.reduce((sum, leg) => sum + leg.after, 0) + 130;
      expect(apart.filter((tick) => tick > end)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('[M4] a clock that is wrong by up to 200 ms into the future is no offence', () => {
  fc.assert(
    fc.property(office, script(15), fc.integer({ min: 0, max: 10 }), (place, legs, ahead) => {
      expect(walkTogether(place, legs, ahead).refusals).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test('[M5] whatever is claimed, nobody is faster than running or where nobody may stand', () => {
  const tick = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -40, max: 15 }) },
    fc.integer({ min: -1e6, max: 1e6 }),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY),
  );
  const beside = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: -900, max: 900 }) },
    fc.integer(),
    fc.constantFrom(Number.NaN, 0, 0, 0),
  );
  const claim = fc.record({ wait: fc.integer({ min: 0, max: 10 }), back: tick, dx: beside, dy: beside, intent });
  fc.assert(
    fc.property(office, fc.array(claim, { maxLength: 60 }), ({ grid, start }, claims) => {
      const walker = standingWalker(start, 2, 0, 0);
      let now = FIRST;
      advance(walker, now, grid);
      claims.forEach(({ wait, back, dx, dy, intent: held }, seq) => {
        now += wait;
        acceptSegment(walker, { seq, startTick: now + back, x: walker.x + dx, y: walker.y + dy, ...held }, now, grid);
        expect(walker.tick).toBe(now);
        expect(mayStand(grid, walker)).toBe(true);
        // 30 ticks of lateness, 10 of a wrong clock, 10 spare and one in 25 for drift
        const ticks = (now - FIRST) * 1.04 + 51;
        expect(Math.abs(walker.x - start.x)).toBeLessThanOrEqual(ticks * stride(0, 'run'));
        expect(Math.abs(walker.y - start.y)).toBeLessThanOrEqual(ticks * stride(0, 'run'));
      });
    }),
    { numRuns: 500 },
  );
});

test('[M5] claims that lie on the way, but too far along it, win nothing in the long run', () => {
  const corridor: WalkGrid = { width: 512, height: 1, cells: new Uint8Array(512) };
  const start = tileCentre(0, 0);
  const claim = fc.record({
    wait: fc.integer({ min: 1, max: 8 }),
    back: fc.integer({ min: -40, max: 15 }),
    strides: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(fc.array(claim, { minLength: 20, maxLength: 80 }), (claims) => {
      const walker = standingWalker(start, 0, 0, 0);
      let now = FIRST;
      for (const { wait, back, strides } of claims) {
        now += wait;
        const held: Intent = { direction: 0, gait: 'run' };
        acceptSegment(walker, { seq: 1, startTick: now, x: walker.x, y: walker.y, ...held }, now, corridor);
        acceptSegment(
          walker,
          { seq: 2, startTick: now + back, x: walker.x + strides * stride(0, 'run'), y: start.y, ...held },
          now,
          corridor,
        );
        expect(walker.x - start.x).toBeLessThanOrEqual(((now - FIRST) * 1.04 + 51) * stride(0, 'run'));
      }
    }),
    { numRuns: 500 },
  );
});
