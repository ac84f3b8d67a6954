// What this browser remembers of the person's choices; survives a browser that forbids storage.
import { type Signal, signal } from '@preact/signals-core';

export interface StoredPreferences {
  language: 'en' | 'fr' | (string & {}) | undefined;
  name: string;
  trade: string;
  /** encodeAppearance; empty = not chosen yet. */
  appearance: string;
  view: 'map' | 'list' | undefined;
  theme: 'light' | 'dark' | undefined;
  /** undefined: as the system wishes. */
  motion: 'reduced' | 'full' | undefined;
  sounds: boolean;
  /** Nothing is heard, voices neither: a second window beside one that is heard. Never remembered. */
  isSilent: boolean;
  /** The system's notes while the page is hidden. */
  notifications: boolean;
  /** This device says who wrote also when no page is open. */
  isPushWanted: boolean;
  singleKeys: boolean;
  /** Action id -> key, where re-mapped. */
  keys: Record<string, string>;
  firstMinuteDone: boolean;
  joystick: boolean;
  /** Device ids of this browser; undefined: its own choice. */
  microphoneId: string | undefined;
  cameraId: string | undefined;
  speakerId: string | undefined;
  /** The last choice: open by itself in a conversation. */
  isMicrophoneReady: boolean;
  /** As the microphone gives it: nothing cleaned, nothing left out in silence. */
  rawSound: boolean;
  blur: boolean;
  lowData: boolean;
  /** The entrance's second screen was passed once: from then on Enter leads straight in. */
  devicesSeen: boolean;
  /** "Show yourself" was said in the first conversation. */
  cameraHintDone: boolean;
  /** A guest was asked once whether they want to be kept. */
  accountOffered: boolean;
  /** The chat has its channels beside the lines, where there is room. */
  isChatWide: boolean;
  /** Notes of a talk over the map, and how large: 0 to 3. */
  captions: boolean;
  captionSize: number;
}

const DEFAULTS: StoredPreferences = {
  language: undefined,
  name: '',
  trade: '',
  appearance: '',
  view: undefined,
  theme: undefined,
  motion: undefined,
  sounds: true,
  isSilent: false,
  notifications: false,
  isPushWanted: false,
  singleKeys: true,
  keys: {},
  firstMinuteDone: false,
  joystick: false,
  microphoneId: undefined,
  cameraId: undefined,
  speakerId: undefined,
  isMicrophoneReady: false,
  rawSound: false,
  blur: false,
  lowData: false,
  devicesSeen: false,
  cameraHintDone: false,
  accountOffered: false,
  isChatWide: false,
  captions: true,
  captionSize: 1,
};

const KEY = 'comptoir.preferences';

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

function read(storage: Kept | undefined): StoredPreferences {
  try {
    const found: unknown = JSON.parse(storage?.getItem(KEY) ?? '{}');
    return { ...DEFAULTS, ...(typeof found === 'object' && found !== null ? found : {}) };
  } catch {
    return { ...DEFAULTS };
  }
}

/** The preferences as one signal; `set` writes through to storage. */
export class Preferences {
  readonly values: Signal<StoredPreferences>;
  readonly #storage: Kept | undefined;

  constructor(storage: Kept | undefined) {
    this.#storage = storage;
    this.values = signal(read(storage));
  }

  get<K extends keyof StoredPreferences>(name: K): StoredPreferences[K] {
    return this.values.value[name];
  }

  set(changes: Partial<StoredPreferences>): void {
    this.values.value = { ...this.values.peek(), ...changes };
    try {
      this.#storage?.setItem(KEY, JSON.stringify(this.values.peek()));
    } catch {
      // a full or forbidden storage only means that the choice lasts for this visit
    }
  }
}
