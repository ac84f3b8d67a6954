import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { drawnTiled, objectLayer, pngHeader, tiledProperties } from '../maps/drawnTiled.ts';
import { checkMaps } from './mapCheck.ts';

const folder = mkdtempSync(join(tmpdir(), 'check-'));
const file = (name: string): string => join(folder, name);
const area = (values: Parameters<typeof tiledProperties>[0]) => ({
  type: 'area',
  name: 'a',
  x: 0,
  y: 0,
  width: 64,
  height: 32,
  properties: tiledProperties(values),
});
mkdirSync(file('events'));
writeFileSync(file('tiles.png'), pngHeader(128, 128));
writeFileSync(file('good.tmj'), JSON.stringify(drawnTiled('...', [objectLayer('areas', [area({ start: true })])])));
writeFileSync(
  file('doubtful.tmj'),
  JSON.stringify(drawnTiled('...', [objectLayer('areas', [area({ start: true, exitUrl: 'gone.tmj', zone: 'x' })])])),
);
writeFileSync(file('bad.tmj'), JSON.stringify(drawnTiled('...', [], { infinite: true })));
writeFileSync(file('events/twice.tmj'), '{}');
writeFileSync(file('events/twice.json'), '{"layers":[],"tilewidth":1}');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('[O29] a good map passes and says so', () => {
  expect(checkMaps([file('good.tmj')])).toEqual({ lines: ['good.tmj: nothing to complain about.'], failed: false });
});

it('[O29] warnings are told and pass', () => {
  expect(checkMaps([file('doubtful.tmj')])).toEqual({
    lines: [
      'doubtful.tmj: warning: object "a" in layer "areas": "zone" is ignored: scripts are not run.',
      'doubtful.tmj: warning: area "a": its exit leads to the office "gone", which is not there.',
    ],
    failed: false,
  });
});

it('[O29] an error fails', () => {
  const sentence = 'error: is infinite; switch "Infinite" off in the properties of the map.';
  expect(checkMaps([file('bad.tmj')])).toEqual({ lines: [`bad.tmj: ${sentence}`], failed: true });
  expect(checkMaps([file('nowhere.tmj')])).toEqual({
    lines: [`${file('nowhere.tmj')}: error: there is no such file or folder.`],
    failed: true,
  });
});

it('[O29] a folder is checked with all maps in it, clashes too', () => {
  const { lines, failed } = checkMaps([folder]);
  expect(failed).toBe(true);
  expect(lines).toContain('events/twice.tmj: error: wants the same name as events/twice.json; rename one of them.');
  expect(lines).toContain('good.tmj: nothing to complain about.');
});

it('[O29] a map in a folder of the maps folder may use what lies above it', () => {
  mkdirSync(file('maps/events'), { recursive: true });
  writeFileSync(file('maps/tiles.png'), pngHeader(128, 128));
  const map = JSON.stringify(drawnTiled('...', [objectLayer('areas', [area({ start: true })])]));
  writeFileSync(file('maps/events/fair.tmj'), map.replaceAll('tiles.png', '../tiles.png'));
  expect(checkMaps([file('maps/events/fair.tmj')])).toEqual({ lines: ['events/fair.tmj: nothing to complain about.'], failed: false });
});

it('[O29] from the command line the exit code is 1 on an error and 0 otherwise', () => {
  const command = fileURLToPath(new URL('mapCheck.ts', import.meta.url));
  const run = (...targets: string[]) => {
    try {
      return { code: 0, said: execFileSync(process.execPath, [command, ...targets], { encoding: 'utf8', stdio: 'pipe' }) };
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
      return { code: status, said: stdout + stderr };
    }
  };
  expect(run(file('good.tmj'))).toEqual({ code: 0, said: 'good.tmj: nothing to complain about.\n' });
  expect(run(file('good.tmj'), file('bad.tmj')).code).toBe(1);
  expect(run()).toEqual({ code: 1, said: expect.stringContaining('Usage: npm run map:check') as string });
});
