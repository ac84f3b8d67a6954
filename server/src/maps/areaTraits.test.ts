import { describe, expect, it } from 'vitest';
import { drawnTiled, folderOf, objectLayer, tiledProperties } from './drawnTiled.ts';
import { problemOf } from './MapStore.ts';
import { parseTiledMap } from './parseTiledMap.ts';

const ROOM = '......\n......\n......\n......';
const TILE = { x: 32, y: 32, width: 64, height: 32 };

type Values = Parameters<typeof tiledProperties>[0];

function parse(layers: Record<string, unknown>[], more: Record<string, unknown> = {}, files: Parameters<typeof folderOf>[0] = {}) {
  return parseTiledMap('in/test.tmj', folderOf({ 'in/test.tmj': drawnTiled(ROOM, layers, more), 'in/tiles.png': 'x', ...files }));
}

const area = (values: Values, more: Record<string, unknown> = {}) => ({
  type: 'area',
  name: 'nook',
  ...TILE,
  properties: tiledProperties(values),
  ...more,
});
const traitsOf = (values: Values, files: Parameters<typeof folderOf>[0] = {}) => {
  const { map, findings } = parse([objectLayer('areas', [area(values)])], {}, files);
  return {
    traits: map?.areas[0]?.traits,
    said: findings.map(({ sentence }) => sentence).join(' '),
    errors: findings.filter((f) => f.severity === 'error'),
  };
};

describe('what properties make of the floor', () => {
  it.each([
    [{ conversation: 'meeting' }, { conversation: 'meeting' }],
    [
      { conversation: 'stage', auditorium: 'hall' },
      { conversation: 'stage', auditorium: 'hall' },
    ],
    [
      { conversation: 'meeting', backstage: 'hall' },
      { conversation: 'meeting', backstage: 'hall' },
    ],
    [{ lounge: 'hall' }, { lounge: 'hall' }],
    [{ silent: true }, { conversation: 'quiet' }],
    [{ silent: 'true' }, { conversation: 'quiet' }],
    [{ silent: false }, {}],
    [{ speakerMegaphone: 'hall' }, { conversation: 'stage', auditorium: 'hall' }],
    [{ listenerMegaphone: 'hall' }, { conversation: 'audience', auditorium: 'hall' }],
    [{ jitsiRoom: 'standup' }, { conversation: 'meeting' }],
    [{ focusable: true, zoomMargin: 0.35 }, { focus: { marginShare: 0.35 } }],
    [{ focusable: true, zoom_margin: '1' }, { focus: { marginShare: 1 } }],
    [{ minRank: 'member' }, { minRank: 'member' }],
    [{ exitUrl: '../other.json#door' }, { exit: { url: '../other.json#door' } }],
    [{ exitSceneUrl: 'other.json' }, { exit: { url: 'other.json' } }],
    [
      { openWebsite: 'https://example.org/a b' },
      { website: { url: 'https://example.org/a%20b', trigger: 'onenter', widthPercent: 50, closable: true } },
    ],
    [
      {
        openWebsite: 'page.html#top',
        openWebsiteTrigger: 'onaction',
        openWebsiteTriggerMessage: 'Read me',
        openWebsiteWidth: 300,
        openWebsiteClosable: false,
        openWebsitePolicy: 'fullscreen',
      },
      {
        website: {
          url: '/maps/in/page.html#top',
          trigger: 'onaction',
          triggerMessage: 'Read me',
          widthPercent: 100,
          closable: false,
          policy: 'fullscreen',
        },
      },
    ],
    [{ openTab: '/o/garden#gate', openWebsiteTrigger: 'onicon' }, { tab: { url: '/o/garden#gate', trigger: 'onicon' } }],
    [{ playAudio: 'hum.mp3', audioLoop: true, audioVolume: 7 }, { audio: { url: '/maps/in/hum.mp3', loop: true, volume: 1 } }],
    [{ playAudioLoop: '/hum.ogg' }, { audio: { url: '/maps/hum.ogg', loop: true, volume: 1 } }],
  ] satisfies [Values, object][])('[O28] %j makes %j', (values, traits) => {
    const files = { 'in/page.html': '<p>hello', 'in/hum.mp3': 'x', 'hum.ogg': 'x' };
    expect(traitsOf(values, files).traits).toEqual(traits);
  });

  it.each([
    [{ openWebsite: 'javascript:alert(1)' }, 'neither an http address nor a file beside the map'],
    [{ openWebsite: 'data:text/html,hi' }, 'neither an http address'],
    [{ openWebsite: '../../secret.html' }, 'neither an http address'],
    [{ openWebsite: '%2e%2e/%2e%2e/secret.html' }, 'neither an http address'],
    [{ openWebsite: 'file.exe' }, 'of a kind that is not used here'],
    [{ openTab: 'gone.pdf' }, 'is missing'],
    [{ playAudio: 'https://example.org/a.mp3' }, 'lies on another site and is not played; save it beside the map'],
    [{ playAudio: 'page.html' }, 'of a kind that is not used here'],
    [{ openWebsite: 'https://example.org', openWebsiteTrigger: 'onhover' }, 'it can be onenter, onaction, onicon'],
    [{ openWebsite: 'https://example.org', openWebsiteAllowApi: true }, '"openWebsiteAllowApi" is ignored'],
    [{ zone: 'kitchen' }, '"zone" is ignored: scripts are not run'],
    [{ jitsiRoom: 'x' }, 'no other meeting server is called'],
    [{ conversation: 'stage' }, 'a stage needs "auditorium"'],
    [{ backstage: 'hall' }, '"backstage" has an effect in a meeting area only'],
  ] satisfies [Values, string][])('[O28] %j is a warning, and the map is used', (values, sentence) => {
    const { said, errors, traits } = traitsOf(values);
    expect(errors).toEqual([]);
    expect(said).toContain(sentence);
    expect(JSON.stringify(traits)).not.toMatch(/javascript:|data:|secret/);
  });

  it.each([
    [{ conversation: 'party' }, '"conversation" is "party"; it can be meeting, stage, audience, quiet.'],
    [{ minRank: 'boss' }, '"minRank" is "boss"; it can be visitor, member, host, admin.'],
  ] satisfies [Values, string][])('[O21] %j is an error with layer and object', (values, sentence) => {
    expect(problemOf('in/test.tmj', parse([objectLayer('areas', [area(values)])]).findings)).toBe(
      `in/test.tmj: object "nook" in layer "areas": ${sentence}`,
    );
  });
});
