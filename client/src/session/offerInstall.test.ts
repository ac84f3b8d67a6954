import { expect, it, vi } from 'vitest';
import { Scope } from '../lib/Scope.ts';
import { type Device, offerInstall } from './offerInstall.ts';

const COMPUTER: Device = { isApp: false, hasShareMenu: false };

function offerOf(browser: EventTarget, outcome: Promise<'accepted' | 'dismissed'>) {
  const prompt = vi.fn(async () => undefined);
  const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
    prompt,
    userChoice: outcome.then((said) => ({ outcome: said })),
  });
  browser.dispatchEvent(event);
  return { event, prompt };
}

it('[U14] the browser’s offer is kept for the settings: nothing pops up, and one click asks', async () => {
  const browser = new EventTarget();
  const install = offerInstall(new Scope(), browser, COMPUTER);
  expect(install.way.value).toBeUndefined();
  const { event, prompt } = offerOf(browser, Promise.resolve('accepted'));
  expect(event.defaultPrevented).toBe(true);
  expect(install.way.value).toBe('ask');
  expect(prompt).not.toHaveBeenCalled();
  await install.ask();
  expect(prompt).toHaveBeenCalledTimes(1);
  expect(install.way.value).toBe('done');
});

it('[U14] after a no the browser’s own menu is named, until the browser offers again', async () => {
  const browser = new EventTarget();
  const install = offerInstall(new Scope(), browser, COMPUTER);
  const first = offerOf(browser, Promise.resolve('dismissed'));
  await install.ask();
  await install.ask();
  expect(first.prompt).toHaveBeenCalledTimes(1);
  expect(install.way.value).toBe('browserMenu');
  offerOf(browser, Promise.resolve('accepted'));
  expect(install.way.value).toBe('ask');
  browser.dispatchEvent(new Event('appinstalled'));
  expect(install.way.value).toBe('done');
});

it('[U14] where only the share menu can do it that is said, and in the app itself nothing', () => {
  expect(offerInstall(new Scope(), new EventTarget(), { isApp: false, hasShareMenu: true }).way.value).toBe('shareMenu');
  expect(offerInstall(new Scope(), new EventTarget(), { isApp: true, hasShareMenu: true }).way.value).toBeUndefined();
});
