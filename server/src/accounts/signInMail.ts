// What is written to somebody who wants to sign in: text and HTML, French and English. Pure; whatever is put in is escaped here.
import { accountLimits } from '@comptoir/shared/protocol/accounts';
import { escapeHtml } from '../pages/escapeHtml.ts';
import type { PageLanguage } from '../pages/pageLanguage.ts';

/**
 * signIn: there is an account. begin: one is made of the guest who asked. add: to the account that asked.
 * unknown: nobody has this address. taken: another account has it.
 */
export type MailKind = 'signIn' | 'begin' | 'add' | 'unknown' | 'taken';

export interface MailFacts {
  kind: MailKind;
  language: PageLanguage;
  /** Where this server is. */
  origin: string;
  /** What it is called: its host name. */
  place: string;
  /** Of the person, as it is shown; empty: nobody. */
  name: string;
  /** Both only where there is something to open. */
  link?: string;
  code?: string;
}

export interface Mail {
  subject: string;
  text: string;
  html: string;
}

interface Words {
  subject: Record<MailKind, (place: string) => string>;
  hello(name: string): string;
  body: Record<MailKind, (place: string) => string>;
  button: Record<MailKind, string>;
  codeHint: string;
  /** A link of these kinds does nothing elsewhere. */
  onlyThere: string;
  lasts: string;
  notYou: string;
}

const en: Words = {
  subject: {
    signIn: (place) => `Sign in to ${place}`,
    begin: (place) => `Your account at ${place}`,
    add: (place) => `Confirm your address for ${place}`,
    unknown: (place) => `No account at ${place} with this address`,
    taken: (place) => `Your address at ${place}`,
  },
  hello: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
  body: {
    signIn: (place) => `somebody, most likely you, wants to sign in to ${place} with this address.`,
    begin: (place) =>
      `somebody, most likely you, wants to keep their place at ${place} with this address: name, avatar, role and all the rest stay.`,
    add: (place) => `somebody, most likely you, wants to sign in to their account at ${place} with this address from now on.`,
    unknown: (place) =>
      `somebody, most likely you, wanted to sign in to ${place} with this address, but no account has it. Come in with your name alone, then keep your place with this address in your account settings.`,
    taken: (place) =>
      `somebody, most likely you, wanted to add this address to an account at ${place}, but another account has it already. Sign in with this address to find that one.`,
  },
  button: { signIn: 'Sign in', begin: 'Keep my place', add: 'Confirm', unknown: 'Open', taken: 'Open' },
  codeHint: 'Or type this code where you asked:',
  onlyThere: 'The link works in the browser where you asked; anywhere else, type the code there.',
  lasts: `Both are good for ${accountLimits.mailMinutes} minutes, once.`,
  notYou: 'It was not you? Then do nothing: without this mail nobody gets in.',
};

const fr: Words = {
  subject: {
    signIn: (place) => `Te connecter à ${place}`,
    begin: (place) => `Ton compte sur ${place}`,
    add: (place) => `Confirme ton adresse pour ${place}`,
    unknown: (place) => `Aucun compte sur ${place} avec cette adresse`,
    taken: (place) => `Ton adresse sur ${place}`,
  },
  hello: (name) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
  body: {
    signIn: (place) => `quelqu’un, sans doute toi, veut se connecter à ${place} avec cette adresse.`,
    begin: (place) =>
      `quelqu’un, sans doute toi, veut garder sa place sur ${place} avec cette adresse : nom, avatar, rôle et tout le reste demeurent.`,
    add: (place) => `quelqu’un, sans doute toi, veut désormais se connecter à son compte sur ${place} avec cette adresse.`,
    unknown: (place) =>
      `quelqu’un, sans doute toi, a voulu se connecter à ${place} avec cette adresse, mais aucun compte ne l’a. Entre avec ton nom seulement, puis garde ta place avec cette adresse dans les réglages de ton compte.`,
    taken: (place) =>
      `quelqu’un, sans doute toi, a voulu ajouter cette adresse à un compte sur ${place}, mais un autre compte l’a déjà. Connecte-toi avec cette adresse pour le retrouver.`,
  },
  button: { signIn: 'Me connecter', begin: 'Garder ma place', add: 'Confirmer', unknown: 'Ouvrir', taken: 'Ouvrir' },
  codeHint: 'Ou tape ce code là où tu l’as demandé :',
  onlyThere: 'Le lien fonctionne dans le navigateur où tu l’as demandé ; ailleurs, tape le code là-bas.',
  lasts: `Les deux servent une fois, pendant ${accountLimits.mailMinutes} minutes.`,
  notYou: 'Ce n’était pas toi ? Alors ne fais rien : sans ce courriel, personne n’entre.',
};

const words: Readonly<Record<PageLanguage, Words>> = { en, fr };

export function signInMail(facts: MailFacts): Mail {
  const { kind, language, origin, place, name, link, code } = facts;
  const say = words[language];
  const target = link ?? origin;
  const hasCode = code !== undefined;
  const after = hasCode ? [...(kind === 'signIn' ? [] : [say.onlyThere]), say.lasts] : [];
  const text = [
    say.hello(name),
    say.body[kind](place),
    `${say.button[kind]}: ${target}`.replace(': ', language === 'fr' ? ' : ' : ': '),
    ...(hasCode ? [`${say.codeHint} ${code}`] : []),
    ...after,
    say.notYou,
  ].join('\n\n');
  const paragraph = (words: string): string => `<p style="margin:0 0 16px">${escapeHtml(words)}</p>`;
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px;font:16px/1.5 sans-serif"><div style="max-width:32rem;margin:0 auto">
${paragraph(say.hello(name))}
${paragraph(say.body[kind](place))}
<p style="margin:0 0 16px"><a href="${escapeHtml(target)}" style="display:inline-block;padding:12px 24px;border-radius:24px;background:#24626a;color:#ffffff;text-decoration:none">${escapeHtml(say.button[kind])}</a></p>
${hasCode ? `${paragraph(say.codeHint)}<p style="margin:0 0 16px;font:bold 24px/1.2 monospace;letter-spacing:2px">${escapeHtml(code)}</p>` : ''}
${after.map(paragraph).join('\n')}
${paragraph(say.notYou)}
</div></body></html>`;
  return { subject: say.subject[kind](place), text: `${text}\n`, html };
}
