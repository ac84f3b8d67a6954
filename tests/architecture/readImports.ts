// Reads what a TypeScript file imports: static, re-exported, bare, dynamic, and the workers it names by URL.

export interface Import {
  from: string;
  /** Gone after type stripping: counts for who may know whom, not for cycles. */
  typeOnly: boolean;
}

/** Comments say nothing about what is imported. Those behind a URL's `//` stay: nobody imports in there. */
export const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[\s;{}(),])\/\/.*$/gm, '$1');

const STATIC = /^[ \t]*(?:import|export)\b([ \t]+type\b)?[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gm;
const BARE = /^[ \t]*import\s*['"]([^'"]+)['"]/gm;
const DYNAMIC = /\b(?:import|require)\(\s*['"`]([^'"`]+)['"`]/g;
const BY_URL = /new URL\(\s*['"](\.[^'"]+\.tsx?)['"]\s*,\s*import\.meta\.url/g;

export function readImports(source: string): Import[] {
  const text = withoutComments(source);
  const found: Import[] = [];
  for (const [, typeOnly, from = ''] of text.matchAll(STATIC)) found.push({ from, typeOnly: typeOnly !== undefined });
  for (const pattern of [BARE, DYNAMIC, BY_URL]) for (const [, from = ''] of text.matchAll(pattern)) found.push({ from, typeOnly: false });
  return found;
}
