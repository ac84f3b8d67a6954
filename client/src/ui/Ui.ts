// What every component of the UI is given: the port to the rest and the words of the language in use.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { chooseLanguage, type Languages } from '../i18n/languages.ts';
import { type MessageKey, translate, type Words } from '../i18n/translate.ts';
import type { Asking } from './hosting/Asking.ts';
import { askLayout, guessLayout } from './keys/keyLayout.ts';
import { firstKeyOf, keyName } from './keys/keyName.ts';
import { Portraits } from './kit/Portraits.ts';
import { openSlideDesk, type SlideDesk } from './stage/slides/openSlideDesk.ts';
import type { UiPort } from './UiPort.ts';
import type { Compose } from './words/compose/Compose.ts';

export type Say = (key: MessageKey, words?: Words) => string;

export interface Ui {
  app: UiPort;
  languages: Languages;
  /** BCP 47 tag of the language in use. */
  language: ReadonlySignal<string>;
  /** The sentence of a key; reading it in a component follows the language. */
  t: Say;
  /** A key of the shortcut registry as it is written on this keyboard. */
  nameKey: (spec: string) => string;
  /** The key of a shortcut, to be named in a hint; undefined when it has none now, and by touch, where there are no keys. */
  keyOf: (id: string) => string | undefined;
  /** What is shown: the list where the scene cannot be, whatever was chosen. */
  view: ReadonlySignal<'map' | 'list'>;
  /** Window narrower than a tablet: list first, the map is a card. */
  narrow: ReadonlySignal<boolean>;
  /** Touch is the main way to point. */
  touch: ReadonlySignal<boolean>;
  dark: ReadonlySignal<boolean>;
  /** What was begun to be written, by where it would go: still there when the chat opens again. */
  drafts: Map<string, string>;
  /** Which line is answered and which files go with it, by the same places. */
  composes: Map<string, Compose>;
  portraits: Portraits;
  /** I am being shown round. */
  tour: Signal<boolean>;
  /** The dialog about somebody, a conversation or everybody that is open. */
  asking: Signal<Asking | undefined>;
  /** The row of somebody that shows all its verbs: it stays so where it moves to another place. */
  openRow: Signal<string | undefined>;
  /** The gathering I have put off: shown as a chip. */
  putOff: Signal<string | undefined>;
  slideDesk: SlideDesk;
}

/** A media query as a signal, for as long as the page lives. */
function followMedia(query: string): ReadonlySignal<boolean> {
  const media = matchMedia(query);
  const matches = signal(media.matches);
  media.addEventListener('change', () => {
    matches.value = media.matches;
  });
  return matches;
}

/** @param asked the address' ?lang=, for this visit stronger than what is remembered */
export function createUi(app: UiPort, languages: Languages, asked: string | null): Ui {
  const remembered = app.preferences.get('language');
  const first = asked ?? remembered;
  const language = computed(() => {
    const chosen = app.preferences.values.value.language;
    return chooseLanguage([chosen === remembered ? first : chosen, chosen, ...navigator.languages], languages);
  });
  const t: Say = (key, words) => translate(languages.get(language.value) ?? {}, language.value, key, words);
  const layout = askLayout();
  const nameKey = (spec: string): string => keyName(spec, t, layout.value ?? guessLayout(language.value));
  const touch = followMedia('(pointer: coarse)');
  const systemDark = followMedia('(prefers-color-scheme: dark)');
  return {
    app,
    languages,
    language,
    t,
    nameKey,
    keyOf: (id) => (touch.value ? undefined : firstKeyOf(id, app.shortcuts.value, nameKey)),
    view: computed(() => (app.scene.value === 'failed' ? 'list' : app.view.value)),
    narrow: followMedia('(max-width: 599px)'),
    touch,
    dark: computed(() => {
      const theme = app.preferences.values.value.theme;
      return theme === undefined ? systemDark.value : theme === 'dark';
    }),
    drafts: new Map(),
    composes: new Map(),
    portraits: new Portraits(),
    tour: signal(false),
    asking: signal(undefined),
    openRow: signal(undefined),
    putOff: signal(undefined),
    slideDesk: openSlideDesk(app),
  };
}

export const UiContext = createContext<Ui | undefined>(undefined);

export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (!ui) throw new Error('a component of the UI is drawn outside mountUi');
  return ui;
}
