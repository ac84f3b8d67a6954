// Who speaks now: looks at everybody's loudness twenty times a second, and at mine.
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import type { Devices } from './Devices.ts';
import type { OwnMedia } from './OwnMedia.ts';
import type { Participant } from './Participant.ts';
import { nextVoice, SILENT_VOICE, shownLevel, type Voice } from './speaking.ts';

const LOOK_MS = 50;

export function listenToAll(scope: Scope, world: World, devices: Devices, own: OwnMedia, participants: () => Iterable<Participant>): void {
  const voices = new Map<string, Voice>();
  const { levels, speaking } = world.talk;
  scope.every(LOOK_MS, () => {
    const nowMs = performance.now();
    const heard = new Map<string, number>();
    for (const { personId, sent, voice } of participants()) if (sent.peek().microphone) heard.set(personId, voice.level);
    const myId = world.myId.peek();
    if (myId !== undefined && own.sending.peek().sends.microphone) heard.set(myId, devices.heard?.rms ?? 0);
    for (const personId of voices.keys())
      if (!heard.has(personId)) {
        voices.delete(personId);
        levels.delete(personId);
      }
    for (const [personId, level] of heard) {
      levels.set(personId, shownLevel(level));
      voices.set(personId, nextVoice(voices.get(personId) ?? SILENT_VOICE, level, nowMs));
    }
    const now = [...voices].filter(([, { isSpeaking }]) => isSpeaking).map(([personId]) => personId);
    const before = speaking.peek();
    if (now.length !== before.size || now.some((personId) => !before.has(personId))) speaking.value = new Set(now);
  });
  scope.onEnd(() => {
    levels.clear();
    speaking.value = new Set();
  });
}
