import { tileCentre } from '@comptoir/shared/geometry';
import type { WalkGrid } from '@comptoir/shared/movement';
import type { Segment } from '@comptoir/shared/protocol/walks';
import { describe, expect, it } from 'vitest';
import { OwnWalk } from './OwnWalk.ts';

const GRID: WalkGrid = { width: 40, height: 40, cells: new Uint8Array(1600) };

function someone() {
  const own = new OwnWalk(GRID);
  const segments: Segment[] = [];
  const renewed: number[] = [];
  own.reports = { segment: (s) => segments.push(s), renew: (seq) => renewed.push(seq), path() {}, stand() {} };
  own.put(tileCentre(10, 10), 100, 2, undefined);
  return { own, segments, renewed };
}

describe('my own avatar', () => {
  it('[M3] moves in the frame of the key press', () => {
    const { own, segments } = someone();
    own.advance(200.5);
    const before = own.x;
    own.hold({ direction: 0, gait: 'walk' }, 200.5);
    expect(own.x).toBeGreaterThan(before);
    expect(segments).toHaveLength(1);
  });

  it('[M6] a held key is told once and renewed each second', () => {
    const { own, segments, renewed } = someone();
    own.hold({ direction: 0, gait: 'walk' }, 200);
    for (let tick = 200; tick < 360; tick += 0.8) {
      own.hold({ direction: 0, gait: 'walk' }, tick);
      own.advance(tick);
    }
    expect(segments).toHaveLength(1);
    expect(renewed).toHaveLength(3);
  });

  it('[M4] letting go stops where the feet are drawn', () => {
    const { own, segments } = someone();
    own.hold({ direction: 0, gait: 'run' }, 200);
    own.advance(230);
    own.hold(undefined, 230);
    own.advance(260);
    expect(own.moving).toBe(false);
    expect(segments.at(-1)).toMatchObject({ gait: 'still' });
    expect(own.x * 16).toBeCloseTo(segments.at(-1)?.x ?? 0, -1);
  });

  it('[M7] follows a path to its end and says so', async () => {
    const { own } = someone();
    const walked = own.follow([tileCentre(12, 10), tileCentre(12, 12)], 'walk', 200);
    for (let tick = 200; tick < 260; tick++) own.advance(tick);
    expect(await walked).toBe('arrived');
    expect(own.position).toEqual(tileCentre(12, 12));
  });

  it('[M7] a key ends the path', async () => {
    const { own } = someone();
    const walked = own.follow([tileCentre(30, 10)], 'walk', 200);
    own.advance(210);
    own.hold({ direction: 4, gait: 'walk' }, 210);
    expect(await walked).toBe('interrupted');
  });

  it('[M7] a path ends what was held: at its end one stands', () => {
    const { own, segments } = someone();
    own.hold({ direction: 0, gait: 'walk' }, 200);
    void own.follow([tileCentre(10, 12)], 'walk', 201);
    const { length } = segments;
    for (let tick = 201; tick < 300; tick++) own.advance(tick);
    expect(own.position).toEqual(tileCentre(10, 12));
    own.hold({ direction: 0, gait: 'walk' }, 300);
    expect(segments).toHaveLength(length + 1);
  });

  it('[M3] the end of a path is old news for whoever walks on already', () => {
    const { own, segments } = someone();
    void own.follow([tileCentre(12, 10)], 'walk', 200);
    for (let tick = 200; tick < 230; tick++) own.advance(tick);
    const pathSeq = 1;
    own.hold({ direction: 0, gait: 'run' }, 230);
    own.advance(240);
    const { x } = own;
    own.pathEnded(tileCentre(12, 10), pathSeq, 240);
    expect(own.x).toBe(x);
    expect(segments).toHaveLength(1);
  });

  it('[M7] walking to where one is ends the path on the server too', async () => {
    const { own, segments } = someone();
    const walked = own.follow([tileCentre(30, 10)], 'walk', 200);
    own.advance(210);
    expect(await own.follow([], 'walk', 210)).toBe('arrived');
    expect(await walked).toBe('interrupted');
    expect(segments.at(-1)).toMatchObject({ gait: 'still' });
  });

  it.each([
    ['a second', 60],
    ['a minute', 3000],
  ])('[M7] a page that was hidden for %s arrives where the server walked it', async (_, ticks) => {
    const { own } = someone();
    const walked = own.follow([tileCentre(16, 10)], 'walk', 200);
    own.pathEnded(tileCentre(16, 10), 1, 200 + ticks);
    for (let tick = 200 + ticks; tick < 260 + ticks; tick++) own.advance(tick);
    expect(await walked).toBe('arrived');
    expect(own.position).toEqual(tileCentre(16, 10));
  });

  it('[M7] a path that ended elsewhere puts the avatar there', () => {
    const { own } = someone();
    void own.follow([tileCentre(30, 10)], 'walk', 200);
    own.advance(260);
    own.pathEnded(tileCentre(11, 10), 1, 260);
    expect(own.position).toEqual(tileCentre(11, 10));
  });

  it('[M5] put back, the avatar stands there and walks on from there with the key still down', () => {
    const { own, segments } = someone();
    own.hold({ direction: 0, gait: 'walk' }, 200);
    own.advance(220);
    own.putBack(tileCentre(10, 10), 1, 220);
    expect(own.x).toBeCloseTo(10.5 * 32, -1);
    expect(segments.at(-1)).toMatchObject({ gait: 'walk', ...tileCentre(10, 10) });
  });

  it('[M5] refusals of what was sent before the last one are old news', () => {
    const { own } = someone();
    own.hold({ direction: 0, gait: 'walk' }, 200);
    own.hold({ direction: 2, gait: 'walk' }, 205);
    own.putBack(tileCentre(10, 10), 1, 220);
    own.advance(230);
    const { x, y } = own;
    own.putBack(tileCentre(10, 10), 2, 230);
    expect({ x: own.x, y: own.y }).toEqual({ x, y });
  });

  it('[R4] without a connection it stands still and tells nobody', () => {
    const { own, segments } = someone();
    own.hold({ direction: 0, gait: 'walk' }, 200);
    own.freeze();
    const { length } = segments;
    own.advance(300);
    expect(own.moving).toBe(false);
    expect(segments).toHaveLength(length);
  });
});

describe('walking with others', () => {
  const ALONG = [tileCentre(14, 10)];

  it('[B19] goes where the server walks me, without telling it', () => {
    const { own, segments } = someone();
    own.walkedAlong(ALONG, 7, 'stroll', 200);
    own.advance(240);
    expect(own.gait).toBe('stroll');
    expect(own.direction).toBe(0);
    own.advance(400);
    expect(own.position).toEqual(tileCentre(14, 10));
    expect(segments).toEqual([]);
  });

  it('[B19] turns with the leader in mid-walk', () => {
    const { own } = someone();
    own.walkedAlong(ALONG, 7, 'stroll', 200);
    own.advance(230);
    own.walkedAlong([tileCentre(10, 14)], 7, 'walk', 230);
    own.advance(500);
    expect(own.position).toEqual(tileCentre(10, 14));
  });

  it('[B20] a key of mine leaves, and what was ordered before the server heard of it is old news', () => {
    const { own, segments } = someone();
    own.walkedAlong(ALONG, 7, 'stroll', 200);
    own.advance(220);
    own.hold({ direction: 4, gait: 'walk' }, 220);
    expect(segments.map(({ seq }) => seq)).toEqual([8]);
    own.walkedAlong(ALONG, 7, 'stroll', 222);
    const before = own.x;
    own.advance(240);
    expect(own.x).toBeLessThan(before);
  });
});
