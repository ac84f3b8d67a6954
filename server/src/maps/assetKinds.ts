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

/**
 * Headers of a served file: the browser believes the type, and whatever it opens as a page of its own (HTML, SVG, PDF)
 * runs without our origin, so it can reach neither the device cookie nor our routes.
 */
export const assetHeaders = (path: string): Record<string, string> => ({
  'Content-Type': contentTypeOf(path) ?? 'application/octet-stream',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': 'sandbox allow-scripts allow-forms allow-popups',
});
