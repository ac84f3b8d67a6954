import type { AvatarRecord } from '@comptoir/shared/protocol/walks';
import { CELL_UNITS, cellOf } from '@comptoir/shared/protocol/walks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CELLS, CrowdStage, Onlooker } from './CrowdStage.ts';

test('[M8] whatever happens in the office, every onlooker believes what is so', () => {
  const place = fc.record({ x: fc.integer({ min: 0, max: 5 * CELL_UNITS - 1 }), y: fc.integer({ min: 0, max: 4 * CELL_UNITS - 1 }) });
  const who = fc.integer({ min: 0, max: 11 });
  const edge = fc.integer({ min: 0, max: 5 });
  const event = fc.oneof(
    fc.record({ kind: fc.constant('enter' as const), who, place }),
    fc.record({ kind: fc.constant('leave' as const), who }),
    fc.record({ kind: fc.constant('move' as const), who, place }),
    fc.record({ kind: fc.constant('mark' as const), who, gait: fc.constantFrom('still', 'walk', 'run', 'stroll'), seated: fc.boolean() }),
    fc.record({ kind: fc.constant('view' as const), who, left: edge, top: edge, right: edge, bottom: edge }),
    fc.record({ kind: fc.constant('stall' as const), who, stalled: fc.boolean() }),
    fc.record({ kind: fc.constant('burden' as const), who, burden: fc.constantFrom(0, 70_000) }),
    fc.record({ kind: fc.constant('socket' as const), who }),
    fc.record({ kind: fc.constant('pass' as const), slots: fc.integer({ min: 1, max: 90 }) }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 80 }), (events) => {
      const stage = new CrowdStage();
      const { crowd } = stage;
      const there = new Map<number, AvatarRecord>();
      const onlookers = new Map<number, Onlooker>();
      for (const happens of events) {
        if (happens.kind === 'pass') {
          stage.pass(happens.slots);
          continue;
        }
        const { who: n } = happens;
        const avatar = there.get(n);
        const onlooker = onlookers.get(n);
        if (happens.kind === 'enter') {
          if (avatar) continue;
          there.set(n, { avatarNumber: n, ...happens.place, direction: 2, gait: 'still', seated: false, cup: false, ring: undefined });
          crowd.enter(n, happens.place.x, happens.place.y, 2);
          onlookers.set(n, stage.onlook(n));
        } else if (!avatar || !onlooker) continue;
        else if (happens.kind === 'leave') {
          there.delete(n);
          onlookers.delete(n);
          crowd.leave(n);
        } else if (happens.kind === 'move') {
          // a step that nobody foresees is marked too
          Object.assign(avatar, happens.place);
          crowd.move(n, happens.place.x, happens.place.y);
          crowd.mark(n, {});
        } else if (happens.kind === 'mark') {
          avatar.gait = happens.gait;
          avatar.seated = happens.seated;
          crowd.mark(n, { gait: happens.gait, seated: happens.seated });
        } else if (happens.kind === 'view') {
          onlooker.watch(happens);
          crowd.setView(n, happens);
        } else if (happens.kind === 'stall') {
          onlooker.stalled = happens.stalled;
          if (!onlooker.stalled) onlooker.read();
        } else if (happens.kind === 'burden') onlooker.burden = happens.burden;
        else {
          const again = new Onlooker();
          again.watch(onlooker.view);
          onlookers.set(n, again);
          crowd.attach(n, again);
        }
      }
      for (const onlooker of onlookers.values()) {
        onlooker.burden = 0;
        onlooker.stalled = false;
        onlooker.read();
      }
      stage.pass(10);
      for (const { view, known } of onlookers.values()) {
        const inView = [...there.values()].filter(({ x, y }) => {
          const column = Math.floor(x / CELL_UNITS);
          const row = Math.floor(y / CELL_UNITS);
          return column >= view.left && column <= view.right && row >= view.top && row <= view.bottom;
        });
        const expected = inView.map((avatar) => [avatar.avatarNumber, { ...avatar, cell: cellOf(avatar.x, avatar.y, CELLS.columns) }]);
        expect(Object.fromEntries(known)).toEqual(Object.fromEntries(expected));
      }
    }),
    { numRuns: 300 },
  );
});
