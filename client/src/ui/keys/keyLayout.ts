// What is written on the letter keys: asked from the browser where it tells, else guessed from the language.
import { type ReadonlySignal, signal } from '@preact/signals';

/** Physical key (event.code) -> the letter on it. */
export type KeyLayout = ReadonlyMap<string, string>;

const AZERTY = { KeyQ: 'A', KeyW: 'Z', KeyA: 'Q', KeyZ: 'W' };

/** AZERTY for French; elsewhere the keys are written as they are called. */
export const guessLayout = (language: string): KeyLayout => new Map(language.split('-')[0] === 'fr' ? Object.entries(AZERTY) : []);

interface KeyboardOfBrowser {
  getLayoutMap?(): Promise<ReadonlyMap<string, string>>;
}

/** Empty until the browser has answered; for ever where it does not tell (Firefox, Safari, plain http). */
export function askLayout(): ReadonlySignal<KeyLayout | undefined> {
  const layout = signal<KeyLayout | undefined>(undefined);
  const { keyboard } = navigator as Navigator & { keyboard?: KeyboardOfBrowser };
  keyboard?.getLayoutMap?.().then(
    (found) => {
      // a browser without a real keyboard answers with an empty map
      if (found.size > 0) layout.value = found;
    },
    () => undefined,
  );
  return layout;
}
