// The frame of the pages that need no script: head, style, the same page in the other language. Whoever fills it escapes.
import { escapeHtml } from './escapeHtml.ts';
import type { PageLanguage } from './pageLanguage.ts';

const IN_OTHER_WORDS = { en: 'En français', fr: 'In English' } as const;

interface Frame {
  language: PageLanguage;
  title: string;
  /** HTML. */
  head: string;
  body: string;
  stylePath: string;
  /** This address, without `lang`. */
  other: string;
}

export function frame({ language, title, head, body, stylePath, other }: Frame): string {
  const otherLanguage: PageLanguage = language === 'en' ? 'fr' : 'en';
  const href = `${other}${other.includes('?') ? '&' : '?'}lang=${otherLanguage}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>${head}
<link rel="icon" href="/icons/icon-192.png">
<link rel="stylesheet" href="${escapeHtml(stylePath)}">
</head>
<body>
<main>${body}
</main>
<footer><a href="${escapeHtml(href)}" hreflang="${otherLanguage}" lang="${otherLanguage}">${IN_OTHER_WORDS[language]}</a></footer>
</body>
</html>
`;
}

export interface NoteFacts {
  language: PageLanguage;
  title: string;
  sentence: string;
  stylePath: string;
  /** This address in the other language, without `lang`. */
  path: string;
  /** Where one goes on. */
  back?: { href: string; words: string };
  /** HTML. */
  more?: string;
}

/** A page with one sentence: why there is nothing to read here. */
export const notePage = ({ language, title, sentence, stylePath, path, back, more = '' }: NoteFacts): string =>
  frame({
    ...{ language, title, head: '', stylePath, other: path },
    body: `
<article class="sheet note"><div class="words">
  <h1>${escapeHtml(title)}</h1>
  <p>${escapeHtml(sentence)}</p>${more}
  ${back === undefined ? '' : `<p class="verbs"><a class="button" href="${escapeHtml(back.href)}">${escapeHtml(back.words)}</a></p>`}
</div></article>`,
  });

interface Shared {
  origin: string;
  /** Path. */
  page: string;
  siteName: string;
  title: string;
  description: string;
  language: PageLanguage;
  /** What the picture shows. */
  pictureOf: string;
}

/** What messengers show of a link to this page. */
export const shareHead = ({ origin, page, siteName, title, description, language, pictureOf }: Shared): string => `
<meta name="description" content="${escapeHtml(description)}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${escapeHtml(siteName)}">
<meta property="og:title" content="${escapeHtml(title)}">
<meta property="og:description" content="${escapeHtml(description)}">
<meta property="og:url" content="${escapeHtml(origin + page)}">
<meta property="og:locale" content="${language === 'fr' ? 'fr_FR' : 'en_GB'}">
<meta property="og:image" content="${escapeHtml(origin)}/share.png">
<meta property="og:image:type" content="image/png">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="${escapeHtml(pictureOf)}">
<meta name="twitter:card" content="summary_large_image">`;

const utc = (ms: number): string => new Date(ms).toISOString().replace('.000', '');

/** `words` with the time that machines read. */
export const timeTag = (ms: number, words: string): string => `<time datetime="${utc(ms)}">${escapeHtml(words)}</time>`;
