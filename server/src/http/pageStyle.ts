// The style of pages without a script, with the fonts that the client's build has; without a build, the system's.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Weights and scripts that the pages need; the build puts them beside the client, a hash in each name. */
const FONTS = [
  { family: 'Fredoka', file: /^fredoka-latin-600-normal-[\w-]+\.woff2$/, weight: 600 },
  { family: 'Nunito', file: /^nunito-latin-600-normal-[\w-]+\.woff2$/, weight: 600 },
] as const;

/** @param sheets of server/src/pages, in their order */
export function pageStyle(clientDir: string, sheets: readonly string[]): string {
  const files = filesOf(join(clientDir, 'dist', 'assets'));
  const faces = FONTS.flatMap(({ family, file, weight }) => {
    const found = files.find((name) => file.test(name));
    const source = `url("/assets/${found}") format("woff2")`;
    return found ? [`@font-face{font-family:${family};font-weight:${weight};font-display:swap;src:${source}}`] : [];
  });
  const styles = sheets.map((name) => readFileSync(new URL(`../pages/${name}.css`, import.meta.url), 'utf8'));
  return [...faces, ...styles].join('\n');
}

function filesOf(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
