// The demo office: brings its cardboard people, who speak the language of the page.
import { startDemo } from '../demo/startDemo.ts';
import { loadLanguages } from '../i18n/languages.ts';
import { translate } from '../i18n/translate.ts';
import type { Scope } from '../lib/Scope.ts';
import type { World } from '../world/World.ts';

export function beDemo(scope: Scope, world: World): void {
  const languages = loadLanguages();
  startDemo(scope, world, (key) => {
    const { lang } = document.documentElement;
    return translate(languages.get(lang) ?? {}, lang, key);
  });
}
