// Fetches and starts the engine.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Actions } from '../actions.ts';
import { loadLanguages } from '../i18n/languages.ts';
import { translate } from '../i18n/translate.ts';
import type { Scope } from '../lib/Scope.ts';
import type { Scene } from '../scene/startScene.ts';
import type { World } from '../world/World.ts';
import { canDraw } from './canDraw.ts';

/** @returns undefined where the office cannot be drawn: the list view is the office then */
export async function openScene(
  scope: Scope,
  element: HTMLElement,
  world: World,
  actions: Actions,
  reducedMotion: ReadonlySignal<boolean>,
): Promise<Scene | undefined> {
  try {
    if (!canDraw()) throw new Error('neither WebGL nor canvas');
    const { startScene } = await import('../scene/startScene.ts');
    const languages = loadLanguages();
    const talkSign = (): string => {
      const { lang } = document.documentElement;
      return translate(languages.get(lang) ?? {}, lang, 'stage.sign');
    };
    const scene = await startScene(element, world, actions, { reducedMotion, talkSign, baseUrl: '' });
    scope.onEnd(() => scene.end());
    return scene;
  } catch (error) {
    console.warn('The office cannot be drawn here; the list view is the office.', error);
    return undefined;
  }
}
