// Which files beside a map browsers may fetch, and as what.
import { posix } from 'node:path';

/** Extension -> content type. Nothing else in the maps folder is served: no Tiled files, no scripts, nothing hidden. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.svg': 'image/svg+xml',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.oga': 'audio/ogg',
  '.opus': 'audio/ogg',
  '.wav': 'audio/wav',
  '.m4a': 'audio/mp4',
  '.flac': 'audio/flac',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.pdf': 'application/pdf',
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

export const contentTypeOf = (path: string): string | undefined => CONTENT_TYPES[posix.extname(path).toLowerCase()];

export const isServed = (path: string): boolean => contentTypeOf(path) !== undefined;
export const isPicture = (path: string): boolean => contentTypeOf(path)?.startsWith('image/') === true;
/** Ogg, MPEG ...: what an audio element may play. */
export const isSound = (path: string): boolean => /^(audio|video)\//.test(contentTypeOf(path) ?? '');

/** Pictures, sounds, styles: shown or played by a page, never a page themselves; an SVG opened by itself runs nothing. */
const INERT = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
/** A page of the map's author may run in the side panel or a tab, without our origin: no cookie, no routes of ours. */
const PAGE = "sandbox allow-scripts allow-forms allow-popups; frame-ancestors 'self'";
/** Browsers refuse to show a PDF in a sandbox; their viewers keep it away from our origin. */
const DOCUMENT = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** Content security policy of a served file, by its kind. */
export function assetPolicy(path: string): string {
  switch (posix.extname(path).toLowerCase()) {
    case '.html':
      return PAGE;
    case '.pdf':
      return DOCUMENT;
    default:
      return INERT;
  }
}
