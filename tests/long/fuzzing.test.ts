// A hundred thousand cases each of what must hold for any bytes, any walk and any map. Every case has its own seed, told when it fails.
import { OwnWalk } from '@comptoir/client/world/OwnWalk';
import { drawnTiled, drawnTileset, folderOf, objectLayer, tiledProperties, tileLayer } from '@comptoir/server/maps/drawnTiled';
import { parseTiledMap } from '@comptoir/server/maps/parseTiledMap';
import { advance, standingWalker } from '@comptoir/server/office/Walker';
import { acceptSegment, renew } from '@comptoir/server/office/walking';
import { tileCentre, UNITS_PER_PX } from '@comptoir/shared/geometry';
import { walkGridOf } from '@comptoir/shared/map/walkGrid';
import { type Direction, SOLID, type WalkGrid } from '@comptoir/shared/movement';
import {
  type AvatarRecord,
  blockBytes,
  CELL_UNITS,
  type CellBlock,
  decodeFrame,
  decodeRenewal,
  decodeSegment,
  decodeView,
  encodeRenewal,
  encodeSegment,
  encodeView,
  FRAME_HEAD_BYTES,
  type FrameSink,
  writeCellBlock,
  writeFrameHead,
} from '@comptoir/shared/protocol/walks';
import { expect, it } from 'vitest';
import { seededRandom } from '../support/seededRandom.ts';

const CASES = 100_000;
const COLUMNS = 20;

type Random = () => number;
const below = (random: Random, n: number): number => Math.floor(random() * n);
const oneOf = <T>(random: Random, all: readonly [T, ...T[]]): T => all[below(random, all.length)] ?? all[0];
const many = <T>(random: Random, most: number, make: () => T): T[] => Array.from({ length: below(random, most + 1) }, make);

/** Runs every case with a seed of its own; the first that fails says which. */
function runCases(what: string, firstSeed: number, check: (random: Random) => void): void {
  process.stdout.write(`${what}: ${CASES} cases, seeds ${firstSeed} to ${firstSeed + CASES - 1}\n`);
  for (let seed = firstSeed; seed < firstSeed + CASES; seed++)
    try {
      check(seededRandom(seed));
    } catch (error) {
      throw new Error(`${what} fails with seed ${seed}`, { cause: error });
    }
}

function assertSame(a: unknown, b: unknown): void {
  // a hundred thousand deep comparisons with matchers take minutes
  if (JSON.stringify(a) !== JSON.stringify(b)) expect(a).toEqual(b);
}

const GAITS = ['still', 'walk', 'run', 'stroll'] as const;

function anyRecord(random: Random, cell: number): AvatarRecord {
  return {
    avatarNumber: below(random, 65_536),
    x: (cell % COLUMNS) * CELL_UNITS + below(random, CELL_UNITS),
    y: Math.floor(cell / COLUMNS) * CELL_UNITS + below(random, CELL_UNITS),
    direction: below(random, 8) as Direction,
    gait: oneOf(random, GAITS),
    seated: random() < 0.2,
    cup: random() < 0.2,
    ring: undefined,
  };
}

function anyBlock(random: Random): CellBlock {
  const cell = below(random, COLUMNS * 15);
  return {
    cell,
    restarts: random() < 0.3,
    left: many(random, 5, () => below(random, 65_536)),
    emotes: many(random, 3, () => ({ avatarNumber: below(random, 65_536), emote: below(random, 256) })),
    records: many(random, 12, () => anyRecord(random, cell)),
  };
}

/** What a sink heard, in the order of the frame. */
function hear(bytes: Uint8Array): { isFrame: boolean; heard: unknown[] } {
  const heard: unknown[] = [];
  const sink: FrameSink = {
    begins: (tick) => heard.push(tick),
    cellRestarts: (cell) => heard.push(['restarts', cell]),
    left: (avatarNumber, cell) => heard.push(['left', avatarNumber, cell]),
    record: (record, cell) => heard.push([record, cell]),
    emote: (avatarNumber, emote) => heard.push(['emote', avatarNumber, emote]),
  };
  return { isFrame: decodeFrame(bytes, COLUMNS, sink), heard };
}

it('[M8] the codec: what is written is read, and broken bytes are refused', () => {
  runCases('codec', 1_000_000, (random) => {
    const tick = below(random, 2 ** 32);
    const blocks = many(random, 4, () => anyBlock(random));
    const bytes = new Uint8Array(FRAME_HEAD_BYTES + blocks.reduce((sum, block) => sum + blockBytes(block), 0));
    let end = writeFrameHead(bytes, 0, tick);
    for (const block of blocks) end = writeCellBlock(bytes, end, block);
    const frame = bytes.subarray(0, end);
    const said = blocks.flatMap(({ cell, restarts, left, emotes, records }) => [
      ...(restarts ? [['restarts', cell]] : []),
      ...left.map((avatarNumber) => ['left', avatarNumber, cell]),
      ...records.map((record) => [record, cell]),
      ...emotes.map(({ avatarNumber, emote }) => ['emote', avatarNumber, emote]),
    ]);
    assertSame(hear(frame), { isFrame: true, heard: [tick, ...said] });

    const broken = frame.slice(0, 1 + below(random, frame.length));
    for (let n = below(random, 4); n > 0; n--) broken[below(random, broken.length)] = below(random, 256);
    const { heard } = hear(broken);
    if (heard.length > broken.length) throw new Error('more was heard than there are bytes');
    const segment = decodeSegment(broken);
    if (segment) assertSame([...encodeSegment(segment)], [...broken]);
    const view = decodeView(broken);
    if (view) assertSame([...encodeView(view)], [...broken]);
    const seq = decodeRenewal(broken);
    if (seq !== undefined) assertSame([...encodeRenewal(seq)], [...broken]);
  });
});

function anyFloor(random: Random): { grid: WalkGrid; start: { x: number; y: number } } {
  const [width, height] = [2 + below(random, 12), 2 + below(random, 12)];
  const [tileX, tileY] = [below(random, width), below(random, height)];
  const cells = Uint8Array.from({ length: width * height }, (_, tile) => (random() < 0.3 && tile !== tileY * width + tileX ? SOLID : 0));
  return { grid: { width, height, cells }, start: tileCentre(tileX, tileY) };
}

/** A message that is under way. */
type Upward = { arrivesTick: number } & ({ segment: Uint8Array } | { seq: number });

it("[M4] the step: the client's own walk and the server's copy are one, on any floor, up to 300 ms late", () => {
  const MOST_DELAY_TICKS = 15;
  runCases('step', 2_000_000, (random) => {
    const { grid, start } = anyFloor(random);
    const own = new OwnWalk(grid);
    const walker = standingWalker(start, 2, 0, 0);
    const upward: Upward[] = [];
    let tick = 500;
    const arrives = (): number => Math.max(upward.at(-1)?.arrivesTick ?? 0, tick + below(random, MOST_DELAY_TICKS + 1));
    own.put(start, tick, 2, undefined);
    own.reports = {
      segment: (segment) => void upward.push({ arrivesTick: arrives(), segment: encodeSegment(segment) }),
      renew: (seq) => void upward.push({ arrivesTick: arrives(), seq }),
      path: () => undefined,
      stand: () => undefined,
    };
    const legs = 1 + below(random, 8);
    for (let leg = 0; leg <= legs; leg++) {
      const isLast = leg === legs;
      const gait = oneOf(random, GAITS);
      own.hold(isLast || gait === 'still' ? undefined : { direction: below(random, 8) as Direction, gait }, tick);
      for (let left = isLast ? MOST_DELAY_TICKS + 2 : 1 + below(random, 100); left > 0; left--) {
        tick++;
        own.advance(tick);
        while (upward[0] && upward[0].arrivesTick <= tick) {
          const message = upward.shift();
          const segment = message && 'segment' in message ? decodeSegment(message.segment) : undefined;
          const verdict = segment
            ? acceptSegment(walker, segment, tick, grid)
            : message && 'seq' in message
              ? renew(walker, message.seq, tick, grid)
              : 'ok';
          if (verdict !== 'ok') throw new Error(`an honest walk is put back at tick ${tick}`);
        }
        advance(walker, tick, grid);
        const isKnown = upward.length === 0;
        if (isKnown && (walker.x !== own.x * UNITS_PER_PX || walker.y !== own.y * UNITS_PER_PX)) throw new Error(`apart at tick ${tick}`);
      }
    }
    if (upward.length > 0) throw new Error('not everything arrived');
  });
});

const FLOOR = '#####\n#...#\n#...#\n#####';
const SAMPLE = JSON.stringify(
  drawnTiled(
    FLOOR,
    [
      { type: 'group', name: 'up', offsetx: 4, layers: [tileLayer('more', FLOOR, { opacity: 0.5, parallaxx: 0.5 })] },
      objectLayer('all', [
        {
          type: 'area',
          name: 'a',
          width: 64,
          height: 64,
          x: 0,
          y: 0,
          properties: tiledProperties({ start: true, openWebsite: 'https://a.b', silent: true }),
        },
        {
          type: 'area',
          name: 'b',
          x: 9,
          y: 9,
          ellipse: true,
          width: 40,
          height: 30,
          properties: tiledProperties({ exitUrl: '#a', focusable: true, zoomMargin: 0.3 }),
        },
        { type: 'seat', name: 's', x: 32, y: 32, width: 32, height: 32, properties: tiledProperties({ facing: 'left', desk: 'd' }) },
        { type: 'thing', name: 't', x: 64, y: 32, width: 32, height: 32, properties: tiledProperties({ use: 'coffee' }) },
        {
          type: 'website',
          name: 'w',
          x: 0,
          y: 0,
          width: 90,
          height: 60,
          properties: tiledProperties({ url: 'https://a.b', allow: 'camera' }),
        },
        { gid: 2_147_483_649, x: 0, y: 32, width: 32, height: 32, rotation: 45 },
        { x: 0, y: 0, width: 9, height: 9, text: { text: 'hello', color: '#ff0000' } },
      ]),
    ],
    { tilesets: [drawnTileset, { firstgid: 100, source: 'other.tsj' }], properties: tiledProperties({ mapName: 'm', mapCopyright: 'c' }) },
  ),
);
const WORDS = [
  'exitUrl',
  '#a',
  '../../x.tmj',
  'https://a.b/',
  'javascript:x',
  'layers',
  'x',
  '',
  '__proto__',
  'base64',
  'zstd',
  'AAAA',
  'right',
] as const;

function wild(random: Random): unknown {
  const plain = [null, true, false, 0, -1, 1.5, 1e9, 2 ** 31, 2 ** 32, 1e308, [], {}, [null], { length: 9 }] as const;
  return random() < 0.5 ? oneOf(random, plain) : random() < 0.5 ? oneOf(random, WORDS) : below(random, 600);
}

/** Changes one place of a JSON value: another value, a missing or doubled entry, or something added. */
function disturb(random: Random, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.03) return wild(random);
  if (Array.isArray(value)) {
    const at = below(random, value.length + 1);
    const change = random();
    if (change < 0.1) return value.toSpliced(at, 1);
    if (change < 0.2) return value.toSpliced(at, 0, random() < 0.5 ? value[at] : wild(random));
    return value.map((inner: unknown, n) => (n === at ? disturb(random, inner) : inner));
  }
  const names = Object.keys(value);
  const name = names[below(random, names.length)] ?? 'x';
  if (random() < 0.1) return { ...value, [oneOf(random, WORDS)]: wild(random) };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key !== name ? [[key, inner]] : random() < 0.1 ? [] : [[key, disturb(random, inner)]],
    ),
  );
}

it('[O21] the map parser: whatever is written anywhere in a map, it is a map or a sentence', () => {
  const undisturbed = parseTiledMap('a.tmj', folderOf({ 'a.tmj': SAMPLE, 'other.tsj': drawnTileset }));
  expect(undisturbed.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const counts = { maps: 0, refused: 0 };
  runCases('map parser', 3_000_000, (random) => {
    let json: unknown = JSON.parse(SAMPLE);
    for (let n = 1 + below(random, 3); n > 0; n--) json = disturb(random, json);
    const files = {
      'a.tmj': JSON.stringify(json) ?? '',
      'other.tsj': JSON.stringify(random() < 0.2 ? disturb(random, drawnTileset) : drawnTileset),
    };
    const { map, findings } = parseTiledMap('a.tmj', folderOf(files));
    for (const { sentence } of findings) if (!/^\S.*[.?!]$/s.test(sentence)) throw new Error(`no sentence: ${sentence}`);
    if (!map) {
      counts.refused++;
      if (!findings.some(({ severity }) => severity === 'error')) throw new Error('no map and no error');
      return;
    }
    counts.maps++;
    const { cells } = walkGridOf(map);
    if (cells.length !== map.widthTiles * map.heightTiles) throw new Error('the floor has another size than the map');
    if (!cells.every((cell) => cell <= 3 || cell === SOLID)) throw new Error('the floor has unknown cells');
    const text = JSON.stringify(map);
    if (JSON.stringify(JSON.parse(text)) !== text || /"(?:url|src)":"javascript:/i.test(text))
      throw new Error(`not fit to be sent: ${text}`);
  });
  process.stdout.write(`map parser: ${counts.maps} were maps, ${counts.refused} were refused\n`);
  // neither only good maps nor only broken ones were tried
  expect(Math.min(counts.maps, counts.refused)).toBeGreaterThan(CASES / 20);
});
