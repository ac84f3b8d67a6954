// Echo the parrot at work: listens to my microphone while I stand before its perch alone, and repeats what I said. Nothing is sent, nothing kept.
import { UNITS_PER_PX } from '@comptoir/shared/geometry';
import type { Thing } from '@comptoir/shared/map/OfficeMap';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';
import type { EchoModel } from './CallModel.ts';
import type { Devices } from './Devices.ts';
import { type EchoState, isAlone, nextEcho, repeatedMs, standsBefore } from './echoRules.ts';
import { type Playback, playBack, type Recording, record } from './recording.ts';
import { nextVoice, SILENT_VOICE, shownLevel } from './speaking.ts';

const LOOK_MS = 50;
/** A silence this long is not worth keeping: the recording begins anew. */
const SILENCE_KEPT_MS = 4000;

export class Echo implements EchoModel {
  readonly #devices: Devices;
  #world: World | undefined;
  #state: EchoState | undefined;
  #voice = SILENT_VOICE;
  #recording: { of: Recording; track: MediaStreamTrack; sinceMs: number } | undefined;
  #playback: Playback | undefined;
  #isPlaying = false;
  /** Whoever walks away meanwhile hears nothing of it. */
  #visits = 0;

  constructor(devices: Devices) {
    this.#devices = devices;
  }

  /** While one is inside. */
  attend(scope: Scope, world: World): void {
    this.#world = world;
    scope.every(LOOK_MS, () => this.#look(world));
    scope.onEnd(() => {
      this.#become(world, undefined, undefined);
      this.#world = undefined;
    });
  }

  async ask(): Promise<void> {
    const phase = this.#state?.phase;
    if (!this.#world || (phase !== 'dwelling' && phase !== 'asking')) return;
    await this.#devices.openMicrophone('echo');
    // walked away while the browser asked
    if (!this.#state) this.#devices.microphone.release('echo');
  }

  level(): number {
    return this.#state?.phase === 'repeating' ? shownLevel(this.#playback?.meter.read()?.rms ?? 0) : this.#devices.level();
  }

  #look(world: World): void {
    const { thing } = world.surroundings.peek();
    const perch = thing?.use === 'echo' ? thing : undefined;
    if (!perch && !this.#state) return;
    const nowMs = performance.now();
    const { microphone, permission, heard } = this.#devices;
    this.#voice = this.#recording ? nextVoice(this.#voice, heard?.rms ?? 0, nowMs) : SILENT_VOICE;
    const room = perch && { areas: world.ground.peek().areas, perch };
    const { position, moving, seat } = world.own;
    const feet = { x: position.x / UNITS_PER_PX, y: position.y / UNITS_PER_PX };
    // a meeting room is a conversation even of me alone
    const talks = world.talk.conversation.peek()?.members.some(({ personId }) => personId !== world.myId.peek()) ?? false;
    const state = nextEcho(
      this.#state,
      {
        isHere: room !== undefined && !moving && seat === undefined && standsBefore(room, feet),
        isAlone:
          room !== undefined &&
          !talks &&
          isAlone(
            room,
            [...world.avatars.values()].map(({ trail }) => trail),
          ),
        isAllowed: permission.peek() === 'granted' && [undefined, 'unplugged', 'replaced'].includes(microphone.problem.peek()),
        isOpen: microphone.isHeldBy('echo') && microphone.track.peek() !== undefined,
        isSpeaking: this.#voice.isSpeaking,
        isPlaying: this.#isPlaying,
      },
      nowMs,
    );
    this.#become(world, state, perch);
    this.#record(nowMs);
  }

  #become(world: World, state: EchoState | undefined, perch: Thing | undefined): void {
    const before = this.#state;
    this.#state = state;
    if (before?.phase === state?.phase && world.echo.peek()?.perch === (state && perch)) return;
    world.echo.value = state && perch && { perch, phase: state.phase };
    switch (state?.phase) {
      case 'listening':
        if (!this.#devices.microphone.isHeldBy('echo')) void this.#devices.openMicrophone('echo');
        break;
      case 'repeating':
        if (before?.phase === 'hearing') void this.#repeat(state.sinceMs - before.sinceMs);
        break;
      case undefined:
      case 'company':
        this.#stop();
        break;
    }
  }

  /** From before the first word on, so that it is not cut. */
  #record(nowMs: number): void {
    const phase = this.#state?.phase;
    if (phase !== 'listening' && phase !== 'hearing') return;
    const track = this.#devices.microphone.track.peek();
    const { of, sinceMs, track: recorded } = this.#recording ?? {};
    const isStale = phase === 'listening' && this.#voice === SILENT_VOICE && nowMs - (sinceMs ?? nowMs) > SILENCE_KEPT_MS;
    if (of && recorded === track && !isStale) return;
    of?.drop();
    this.#recording = track && { of: record(track), track, sinceMs: nowMs };
  }

  async #repeat(spokenMs: number): Promise<void> {
    const recording = this.#recording?.of;
    this.#recording = undefined;
    if (!recording) return;
    const visit = this.#visits;
    this.#isPlaying = true;
    try {
      const playback = await playBack(this.#devices.sound, await recording.take(), repeatedMs(spokenMs));
      if (visit !== this.#visits) return playback.stop();
      this.#playback = playback;
      await playback.ended;
    } catch (error) {
      console.warn('Echo could not repeat it.', error);
    }
    if (visit !== this.#visits) return;
    this.#playback = undefined;
    this.#isPlaying = false;
  }

  #stop(): void {
    this.#visits++;
    this.#recording?.of.drop();
    this.#recording = undefined;
    this.#playback?.stop();
    this.#playback = undefined;
    this.#isPlaying = false;
    this.#voice = SILENT_VOICE;
    this.#devices.microphone.release('echo');
  }
}
