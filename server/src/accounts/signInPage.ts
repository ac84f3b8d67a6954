// The page that a sign-in link leads to: one button, so that programs which look into mails do not use the link up. Needs no script.
import { accountLimits } from '@comptoir/shared/protocol/accounts';
import { escapeHtml } from '../pages/escapeHtml.ts';
import { frame } from '../pages/frame.ts';
import type { PageLanguage } from '../pages/pageLanguage.ts';

/** signIn: as somebody who can. begin: makes an account of the guest who asked. add: an address for the account that asked. */
export type LinkKind = 'signIn' | 'begin' | 'add';

const en = {
  title: 'Sign in',
  as: { signIn: 'You sign in here as', begin: 'You keep your place here as', add: 'You add this address to the account of' },
  button: { signIn: 'Sign in', begin: 'Keep my place', add: 'Confirm' },
  once: 'The link works once. On a device that is not yours, sign out when you leave.',
  overTitle: 'This link is over',
  over: `A mailed link works once, for ${accountLimits.mailMinutes} minutes. Ask for a new one where you sign in.`,
  elsewhereTitle: 'Almost',
  elsewhere: 'This link works in the browser where you asked for it. Open it there, or type the code of the mail there: it stays good.',
  open: 'Open the place',
};

const fr: typeof en = {
  title: 'Connexion',
  as: {
    signIn: 'Tu te connectes ici en tant que',
    begin: 'Tu gardes ta place ici en tant que',
    add: 'Tu ajoutes cette adresse au compte de',
  },
  button: { signIn: 'Me connecter', begin: 'Garder ma place', add: 'Confirmer' },
  once: 'Le lien sert une fois. Sur un appareil qui n’est pas à toi, déconnecte-toi en partant.',
  overTitle: 'Ce lien ne sert plus',
  over: `Un lien reçu par courriel sert une fois, pendant ${accountLimits.mailMinutes} minutes. Demandes-en un nouveau là où tu te connectes.`,
  elsewhereTitle: 'Presque',
  elsewhere:
    'Ce lien fonctionne dans le navigateur où tu l’as demandé. Ouvre-le là-bas, ou tape là-bas le code du courriel : il reste valable.',
  open: 'Ouvrir le lieu',
};

export const signInPageWords: Readonly<Record<PageLanguage, typeof en>> = { en, fr };

export interface SignInPageFacts {
  language: PageLanguage;
  kind: LinkKind;
  /** Of the person, and their address when there is one. */
  name: string;
  email: string | undefined;
  stylePath: string;
  /** This address, without `lang`: where the button leads too. */
  path: string;
}

export function signInPage({ language, kind, name, email, stylePath, path }: SignInPageFacts): string {
  const words = signInPageWords[language];
  const who = name === '' ? (email ?? '') : name;
  return frame({
    ...{ language, title: words.title, stylePath, other: path },
    head: '',
    body: `
<article class="sheet note"><div class="words">
  <p class="office">${escapeHtml(words.as[kind])}</p>
  <h1>${escapeHtml(who)}</h1>
  ${email === undefined || email === who ? '' : `<p>${escapeHtml(email)}</p>`}
  <form method="post" action="${escapeHtml(`${path}?lang=${language}`)}" class="verbs">
    <button class="button primary">${escapeHtml(words.button[kind])}</button>
  </form>
  <p class="hint">${escapeHtml(words.once)}</p>
</div></article>`,
  });
}
