// Comptoir as an app of its own: keeps the browser's offer until somebody asks for it in the settings; nothing pops up by itself.
import { type Signal, signal } from '@preact/signals-core';
import type { Scope } from '../lib/Scope.ts';
import type { InstallOffer } from '../ui/UiPort.ts';

/** Newer than the types, and Chromium's alone. */
interface BrowserOffer extends Event {
  prompt(): Promise<void>;
  readonly userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

export interface Device {
  /** The page is such an app already. */
  isApp: boolean;
  /** iPhone and iPad: the share menu does it, and no page can ask. */
  hasShareMenu: boolean;
}

export function deviceNow(): Device {
  // only there where the home screen is the way
  const ofApple = (navigator as { standalone?: boolean }).standalone;
  return { isApp: ofApple === true || matchMedia('(display-mode: standalone)').matches, hasShareMenu: ofApple !== undefined };
}

/** Begins before the page has loaded: browsers make their offer once. */
export function offerInstall(scope: Scope, browser: EventTarget, { isApp, hasShareMenu }: Device): InstallOffer {
  const way: Signal<InstallOffer['way']['value']> = signal(isApp ? undefined : hasShareMenu ? 'shareMenu' : undefined);
  let offer: BrowserOffer | undefined;
  scope.listen(browser, 'beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as BrowserOffer;
    way.value = 'ask';
  });
  scope.listen(browser, 'appinstalled', () => {
    offer = undefined;
    way.value = 'done';
  });
  return {
    way,
    async ask() {
      const asked = offer;
      // an offer can be taken up once
      offer = undefined;
      if (!asked) return;
      try {
        await asked.prompt();
        const { outcome } = await asked.userChoice;
        if (offer === undefined && way.peek() !== 'done') way.value = outcome === 'accepted' ? 'done' : 'browserMenu';
      } catch {
        way.value = 'browserMenu';
      }
    },
  };
}
