// The system's side of a page: its own buttons for a call, on headsets and lock screens, and the speaker that sound goes to.
import type { Page } from '@playwright/test';

/** An element, or an audio context. */
type Player = EventTarget & { sinkId: string; paused?: boolean; state?: AudioContextState };

type Watched = typeof globalThis & {
  systemKeys: Record<string, (() => void) | null>;
  speaking: Set<Player>;
};

/** In the page: keeps what the system's buttons would do, and what is sent to a speaker of one's choice. */
function watchSystem(): void {
  const keys: Watched['systemKeys'] = {};
  const speaking: Watched['speaking'] = new Set();
  const { mediaSession } = navigator;
  const take = mediaSession.setActionHandler.bind(mediaSession);
  mediaSession.setActionHandler = (action, handler) => {
    keys[action] = handler as (() => void) | null;
    take(action, handler);
  };
  for (const prototype of [HTMLMediaElement.prototype, AudioContext.prototype] as { setSinkId?(id: string): Promise<void> }[]) {
    const choose = prototype.setSinkId;
    prototype.setSinkId = function setSinkId(this: Player, id: string) {
      speaking.add(this);
      return choose?.call(this, id) ?? Promise.resolve();
    };
  }
  Object.assign(globalThis, { systemKeys: keys, speaking });
}

export class SystemSide {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** From now on, also after a reload; before the first call. */
  static async of(page: Page): Promise<SystemSide> {
    await page.addInitScript(watchSystem);
    await page.evaluate(watchSystem);
    return new SystemSide(page);
  }

  press(key: 'togglemicrophone' | 'togglecamera' | 'play' | 'pause'): Promise<void> {
    return this.#page.evaluate((name) => {
      const answer = (globalThis as Watched).systemKeys[name];
      if (!answer) throw new Error(`nothing answers the system's ${name}`);
      answer();
    }, key);
  }

  /** What the lock screen shows. */
  playback(): Promise<MediaSessionPlaybackState> {
    return this.#page.evaluate(() => navigator.mediaSession.playbackState);
  }

  /** Names of the speakers that sound is played on now. */
  speakers(): Promise<string[]> {
    return this.#page.evaluate(async () => {
      const playing = [...(globalThis as Watched).speaking].filter(({ paused, state }) => paused === false || state === 'running');
      const devices = await navigator.mediaDevices.enumerateDevices();
      const named = (id: string): string => devices.find(({ kind, deviceId }) => kind === 'audiooutput' && deviceId === id)?.label ?? id;
      return playing.map(({ sinkId }) => named(sinkId));
    });
  }
}
