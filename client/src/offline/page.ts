// The page that stands in when the office cannot be reached, /offline.js: says what is missing, and gives its place back by itself.
import { offline as english } from '../i18n/english/offline.ts';
import { offline as french } from '../i18n/french/offline.ts';
import tokens from '../ui/styles/tokens.css?inline';
import { type Missing, whatIsMissing } from './missing.ts';
import style from './page.css?inline';

const LOOK_MS = 2000;
/** An answer that takes longer is none: the next look comes. */
const PATIENCE_MS = 8000;
/** As lib/preferences.ts keeps them; that file is not here, since nothing of the office is. */
const PREFERENCES = 'comptoir.preferences';

function readPreferences(): { language?: unknown; theme?: unknown } {
  try {
    return (JSON.parse(localStorage.getItem(PREFERENCES) ?? '{}') ?? {}) as { language?: unknown; theme?: unknown };
  } catch {
    return {};
  }
}

function chooseWords(chosen: unknown): { lang: string; words: typeof english } {
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = [asked, chosen, ...navigator.languages].find((tag) => typeof tag === 'string' && /^(?:en|fr)\b/i.test(tag));
  return typeof wanted === 'string' && /^fr\b/i.test(wanted) ? { lang: 'fr', words: french } : { lang: 'en', words: english };
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function start(): void {
  const { language, theme } = readPreferences();
  const { lang, words } = chooseWords(language);
  const root = document.documentElement;
  root.lang = lang;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const dress = (): void => {
    root.dataset.theme = theme === 'dark' || (theme !== 'light' && dark.matches) ? 'dark' : 'light';
  };
  dark.addEventListener('change', dress);
  dress();
  document.head.append(make('style', tokens + style));

  const picture = make('img');
  picture.src = '/icons/icon-192.png';
  picture.alt = '';
  const said = make('div');
  said.setAttribute('role', 'status');
  const again = make('p', words.again);
  again.className = 'muted';
  const tryNow = make('button', words.tryNow);
  tryNow.type = 'button';
  const card = make('main');
  card.append(picture, said, again, tryNow);
  document.body.replaceChildren(card);

  let shown: Missing | undefined;
  const show = (missing: Missing): void => {
    // said again only when it is another thing
    if (missing === shown) return;
    shown = missing;
    document.title = `${words.title[missing]} – Comptoir`;
    said.replaceChildren(make('h1', words.title[missing]), make('p', words.text[missing].replace('{host}', location.host)));
  };
  const goBack = (): void => (location.pathname === '/offline.html' ? location.replace('/') : location.reload());
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    const missing = await whatIsMissing({
      isOnline: () => navigator.onLine,
      ask: async () => (await fetch(location.href, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })).status,
    });
    isLooking = false;
    if (missing) show(missing);
    else goBack();
  };
  show(navigator.onLine ? 'server' : 'network');
  tryNow.addEventListener('click', () => void look());
  for (const sign of ['online', 'offline'] as const) addEventListener(sign, () => void look());
  document.addEventListener('visibilitychange', () => void look());
  setInterval(() => {
    if (document.visibilityState === 'visible') void look();
  }, LOOK_MS);
  void look();
}

start();
