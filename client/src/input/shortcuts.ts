// The one registry of keys: what input listens to, the help dialog lists, settings re-map and the search runs.
import { EMOTES } from '@comptoir/shared/people';
import type { Actions, Shortcut } from '../actions.ts';
import type { StoredPreferences } from '../lib/preferences.ts';
import { leadsTalk } from '../world/leadsTalk.ts';
import type { World } from '../world/World.ts';

type Kind = Shortcut['kind'];
type KeyPreferences = Pick<StoredPreferences, 'keys' | 'singleKeys'>;

/** Walking keys by their place: WASD on QWERTY is ZQSD on AZERTY, under the same fingers. */
export const WALKING_IDS = ['up', 'down', 'left', 'right', 'run'] as const;
export type WalkingId = (typeof WALKING_IDS)[number];

const WALKING_KEYS: Record<WalkingId, readonly string[]> = {
  up: ['code:ArrowUp', 'code:KeyW'],
  down: ['code:ArrowDown', 'code:KeyS'],
  left: ['code:ArrowLeft', 'code:KeyA'],
  right: ['code:ArrowRight', 'code:KeyD'],
  run: ['code:ShiftLeft', 'code:ShiftRight'],
};

const isWalking = (id: string): boolean => (WALKING_IDS as readonly string[]).includes(id);

/** Re-mapped keys replace all default ones; single keys can be switched off as a whole (WCAG 2.1.4), walking cannot. */
function keysOf(id: string, defaults: readonly string[], kind: Kind, { keys, singleKeys }: KeyPreferences): readonly string[] {
  if (kind !== 'modified' && !singleKeys && !isWalking(id)) return [];
  const own = keys[id];
  return own === undefined || own === '' ? defaults : [own];
}

/** Reads signals (who I am, whom I talk with, what X would do): call it inside a computed. */
export function buildShortcuts(actions: Actions, world: World, preferences: KeyPreferences): readonly Shortcut[] {
  const inside = world.myId.value !== undefined;
  const conversation = world.talk.conversation.value;
  const { talk, call } = actions;
  const entry = (id: string, kind: Kind, defaults: readonly string[], run: (() => void) | null, label = `shortcut.${id}`): Shortcut => ({
    id,
    keys: keysOf(id, defaults, kind, preferences),
    label,
    run,
    kind,
  });
  const whenInside = (run: () => void): (() => void) | null => (inside ? run : null);
  const whenTalking = (run: () => void): (() => void) | null => (inside && conversation ? run : null);
  /** Held to speak: no click, no toggle. */
  const pushToTalk: Shortcut = {
    ...entry(
      'pushToTalk',
      'held',
      ['code:Space'],
      whenInside(() => call.pushToTalk(true)),
    ),
    end: () => call.pushToTalk(false),
  };
  return [
    ...WALKING_IDS.map((id) => entry(id, 'held', WALKING_KEYS[id], null)),
    entry('act', 'single', ['key:x'], actions.act.value),
    entry('microphone', 'single', ['key:m'], whenInside(call.toggleMicrophone)),
    entry('camera', 'single', ['key:v'], whenInside(call.toggleCamera)),
    entry('present', 'single', ['key:p'], whenTalking(call.present)),
    pushToTalk,
    entry(
      'raiseHand',
      'single',
      ['key:h'],
      whenInside(() => actions.stage.hand()),
    ),
    entry(
      'write',
      'single',
      ['key:t'],
      whenInside(() => actions.openPanel('chat')),
    ),
    entry('walkTogether', 'single', ['key:f'], talk.walk.value),
    entry('goodbye', 'single', ['key:l'], talk.goodbye.value),
    ...EMOTES.map((emote, i) =>
      entry(
        emote,
        'single',
        [`code:Digit${i + 1}`, `code:Numpad${i + 1}`],
        whenInside(() => actions.emote(emote)),
        `emote.${emote}`,
      ),
    ),
    entry(
      'overview',
      'single',
      ['key:o'],
      whenInside(() => actions.toggleOverview()),
    ),
    entry('zoomIn', 'single', ['code:Equal', 'code:NumpadAdd', 'key:+'], () => actions.zoomBy(1)),
    entry('zoomOut', 'single', ['code:Minus', 'code:NumpadSubtract'], () => actions.zoomBy(-1)),
    entry(
      'people',
      'single',
      ['key:n'],
      whenInside(() => actions.openPanel('people')),
    ),
    entry(
      'agenda',
      'single',
      ['key:g'],
      whenInside(() => actions.openPanel('agenda')),
    ),
    entry(
      'search',
      'modified',
      ['ctrl+key:k'],
      whenInside(() => actions.openPanel('search')),
    ),
    entry(
      'list',
      'modified',
      ['alt+key:l'],
      whenInside(() => actions.toggleList()),
    ),
    entry(
      'answer',
      'modified',
      ['alt+key:k'],
      world.talk.asks.value.length + world.hosting.knocks.value.length > 0 ? () => actions.openPanel('asks') : null,
    ),
    entry('askInTalk', 'single', ['key:j'], world.auditorium.stage.value ? () => actions.askInTalk() : null),
    entry('chapter', 'single', ['key:c'], leadsTalk(world) ? () => actions.markChapter() : null),
    entry('corner', 'single', ['key:k'], actions.channels.corner.value),
    entry('help', 'single', ['key:?'], () => actions.openPanel('help')),
  ];
}
