// What the routes of pages without a script share: who asks in which language, from where, and how a page is sent.
import type { Request, Response } from 'express';
import { PAGE_LANGUAGES, type PageLanguage } from '../pages/pageLanguage.ts';
import { HttpRefusal } from './HttpRefusal.ts';
import { isAllowedOrigin } from './isAllowedOrigin.ts';

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Ids may hold slashes: each part is encoded by itself. */
export const pathOf = (officeId: string): string => `/o/${officeId.split('/').map(encodeURIComponent).join('/')}`;

export const languageOf = (req: Request): PageLanguage =>
  PAGE_LANGUAGES.find((known) => known === req.query.lang) ??
  PAGE_LANGUAGES.find((known) => known === req.acceptsLanguages([...PAGE_LANGUAGES])) ??
  'en';

/** Where this server is, as whoever asks reached it; a Host that is none becomes `localhost`. */
export function originFor(req: Request, publicUrl: URL | undefined, isSecure: boolean): string {
  if (publicUrl) return publicUrl.origin;
  const host = req.headers.host ?? '';
  const own = /[\s/@?#\\"<>]/.test(host) ? null : URL.parse(`${isSecure ? 'https' : 'http'}://${host}`);
  return own?.origin ?? 'http://localhost';
}

/** Beside the page's own policy. `slides`: read by pdf.js, in a worker whose answer brings a policy of its own. */
const SCRIPTS = {
  none: '',
  own: "; script-src 'self'; connect-src 'self'",
  slides: "; script-src 'self'; connect-src 'self'; worker-src 'self'",
} as const;

/** @param scripts which scripts of ours it has; it is readable without */
export function sendPage(res: Response, html: string, scripts: keyof typeof SCRIPTS = 'none'): void {
  const policy = PAGE_POLICY + SCRIPTS[scripts];
  res.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', Vary: 'Accept-Language, Cookie' }).type('html').send(html);
}

/** A form of another site would come without our cookie, but could fill what it posts to. @throws HttpRefusal */
export function refuseOtherPages(req: Request, settings: Parameters<typeof isAllowedOrigin>[2]): void {
  const isOurs = req.headers.origin !== undefined || req.headers['sec-fetch-site'] === 'same-origin';
  if (!isOurs || !isAllowedOrigin(req.headers.origin, req.headers.host, settings))
    throw new HttpRefusal(403, 'origin', 'This office answers to its own pages only.');
}

/** `apero-des-freelances`; `fallback` where nothing of the title is left. */
export function fileNameOf(title: string, fallback: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60) || fallback
  );
}
