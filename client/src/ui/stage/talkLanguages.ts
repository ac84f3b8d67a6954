// The languages a talk may be said to be in: those of the page first, then others by their own names.

const TAGS = [
  'ar',
  'br',
  'ca',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'eu',
  'fi',
  'fr',
  'he',
  'hi',
  'hu',
  'it',
  'ja',
  'ko',
  'nl',
  'no',
  'oc',
  'pl',
  'pt',
  'ro',
  'ru',
  'sv',
  'tr',
  'uk',
  'vi',
  'zh',
];

/** "Français", as its speakers write it; the tag where the browser knows no name. */
function nameOf(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}

/** @param first tags that are offered before the others */
export function talkLanguages(first: readonly string[]): { value: string; label: string }[] {
  const rest = TAGS.filter((tag) => !first.includes(tag)).map((value) => ({ value, label: nameOf(value) }));
  const compare = new Intl.Collator(first[0]).compare;
  return [...new Set(first)].map((value) => ({ value, label: nameOf(value) })).concat(rest.sort((a, b) => compare(a.label, b.label)));
}
