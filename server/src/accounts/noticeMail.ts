// What is written to the owner of an account after something about signing in has changed: if it was not them, they learn of it. Pure.
import { DELETION_GRACE_DAYS } from '@comptoir/shared/protocol/accounts';
import { escapeHtml } from '../pages/escapeHtml.ts';
import type { PageLanguage } from '../pages/pageLanguage.ts';
import type { Mail } from './signInMail.ts';

export type Changed =
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'emailChanged'
  | 'emailRemoved'
  | 'openIdAdded'
  | 'openIdRemoved'
  | 'handed'
  | 'deletion';

export interface NoticeFacts {
  what: Changed;
  language: PageLanguage;
  origin: string;
  place: string;
  name: string;
}

interface Words {
  subject(place: string): string;
  hello(name: string): string;
  what: Record<Changed, string>;
  where(place: string): string;
  notYou: string;
}

const en: Words = {
  subject: (place) => `Your account at ${place} was changed`,
  hello: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
  what: {
    passkeyAdded: 'a passkey was added to your account.',
    passkeyRemoved: 'a passkey was removed from your account.',
    emailChanged: 'another e-mail address was set for your account; this one does not sign in to it any more.',
    emailRemoved: 'this e-mail address was taken from your account.',
    openIdAdded: 'another service can sign in to your account from now on.',
    openIdRemoved: 'the service by which you could sign in was taken from your account.',
    handed: 'somebody signed in to your account by a link that a host handed out.',
    deletion: `your account will be erased in ${DELETION_GRACE_DAYS} days. To keep it, sign in before.`,
  },
  where: (place) => `It was done at ${place}.`,
  notYou: 'It was not you? Sign in, sign out everywhere, and write to a host.',
};

const fr: Words = {
  subject: (place) => `Ton compte sur ${place} a changé`,
  hello: (name) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
  what: {
    passkeyAdded: 'une clé d’accès a été ajoutée à ton compte.',
    passkeyRemoved: 'une clé d’accès a été retirée de ton compte.',
    emailChanged: 'ton compte a maintenant une autre adresse e-mail ; celle-ci ne permet plus de s’y connecter.',
    emailRemoved: 'cette adresse e-mail a été retirée de ton compte.',
    openIdAdded: 'un autre service permet désormais de se connecter à ton compte.',
    openIdRemoved: 'le service par lequel tu pouvais te connecter a été retiré de ton compte.',
    handed: 'quelqu’un s’est connecté à ton compte par un lien qu’un hôte a donné.',
    deletion: `ton compte sera effacé dans ${DELETION_GRACE_DAYS} jours. Pour le garder, connecte-toi avant.`,
  },
  where: (place) => `Cela s’est fait sur ${place}.`,
  notYou: 'Ce n’était pas toi ? Connecte-toi, déconnecte-toi partout, et écris à un hôte.',
};

const words: Readonly<Record<PageLanguage, Words>> = { en, fr };

export function noticeMail({ what, language, origin, place, name }: NoticeFacts): Mail {
  const say = words[language];
  const lines = [say.hello(name), say.what[what], say.where(place), say.notYou];
  const paragraph = (line: string): string => `<p style="margin:0 0 16px">${escapeHtml(line)}</p>`;
  const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head>
<body style="margin:0;padding:24px;font:16px/1.5 sans-serif"><div style="max-width:32rem;margin:0 auto">
${lines.map(paragraph).join('\n')}
<p style="margin:0"><a href="${escapeHtml(origin)}">${escapeHtml(place)}</a></p>
</div></body></html>`;
  return { subject: say.subject(place), text: `${[...lines, origin].join('\n\n')}\n`, html };
}
