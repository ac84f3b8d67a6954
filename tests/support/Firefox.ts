// Debian's Firefox (ESR) with a microphone and a camera that are not real, driven over WebDriver BiDi: Playwright drives none but its own build.
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureDebian } from './debian.ts';
import { FirefoxSpeakers } from './FirefoxSpeakers.ts';

const FIREFOX = '/usr/bin/firefox-esr';

/** Of its fake microphone: a tone unlike all voices of the other browsers. Hz */
export const FIREFOX_PITCH = 1300;

const PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.audio.fake_frequency': FIREFOX_PITCH,
  'media.navigator.permission.disabled': true,
  // a test machine may have no other network
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
};

export class Firefox {
  readonly #browser: Browser;
  readonly #speakers: FirefoxSpeakers;

  private constructor(browser: Browser, speakers: FirefoxSpeakers) {
    this.#browser = browser;
    this.#speakers = speakers;
  }

  /** Why there can be none on this machine; undefined when there can. Installs what is missing where we may. */
  static problem(): string | undefined {
    return ensureDebian(FIREFOX, 'firefox-esr') ?? FirefoxSpeakers.problem();
  }

  static async launch(): Promise<Firefox> {
    const speakers = await FirefoxSpeakers.start();
    const browser = await puppeteer.launch({
      ...{ browser: 'firefox', executablePath: FIREFOX, headless: true },
      extraPrefsFirefox: PREFERENCES,
      env: { ...process.env, ...speakers.env },
    });
    return new Firefox(browser, speakers);
  }

  /** For somebody of their own: other cookies, another storage, and a window, because a tab behind another one is hidden. */
  async open(): Promise<Page> {
    const context = await this.#browser.createBrowserContext();
    return context.newPage({ type: 'window' });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#speakers.stop();
  }
}
