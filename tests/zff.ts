import puppeteer from 'puppeteer-core';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ServerProcess } from './support/ServerProcess.ts';
import { writeMaps } from './support/openOffice.ts';
import { areaAt, drawHall, mapOf, withTiles, tilePx } from './support/smallMaps.ts';
import { Ears, watchMedia } from './support/Ears.ts';
const t0 = Date.now();
const log = (...a: unknown[]) => console.log(((Date.now() - t0) / 1000).toFixed(1), ...a);
const env = process.env.SFU ? { MEDIA_MESH_MAX: '1' } : {};
const server = await ServerProcess.start(env);
writeMaps(join(server.dataDir, 'maps'), withTiles({ 'hall.tmj': mapOf(drawHall(40, 24), [areaAt('start', { x: 2, y: 2, width: 2, height: 2 }, { start: true })]) }));
log('server');
const browser = await puppeteer.launch({ browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true, extraPrefsFirefox: { 'media.navigator.streams.fake': true, 'media.navigator.permission.disabled': true, 'media.peerconnection.ice.loopback': true, 'media.peerconnection.ice.obfuscate_host_addresses': false } });
log('launched', await browser.version());
try {
const pages = [];
for (const name of ['Ada', 'Bob']) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage({ type: 'window' });
  page.on('console', (m) => log(name, m.type(), m.text()));
  page.on('pageerror', (e) => log(name, 'pageerror', e.stack));
  await page.evaluateOnNewDocument(watchMedia);
  await page.evaluateOnNewDocument((facts) => localStorage.setItem('comptoir.preferences', JSON.stringify(facts)), { firstMinuteDone: true, devicesSeen: true, isMicrophoneReady: true, microphoneReady: true });
  await page.goto(`${server.url}/o/hall?lang=en&name=${name}`);
  log(name, 'arrived', await page.evaluate(() => [document.visibilityState, document.hasFocus(), innerWidth, innerHeight, !!document.createElement('canvas').getContext('webgl'), !!document.createElement('canvas').getContext('2d')]));
  await page.locator('::-p-aria(Enter[role="button"])').click();
  await page.waitForFunction(() => window.comptoir?.snapshot().me);
  log(name, 'inside');
  pages.push(page);
}
for (const page of pages) log(await page.evaluate(() => [document.visibilityState, document.hasFocus(), document.querySelector('main')?.getAttribute('aria-label'), document.querySelector('main')?.textContent?.slice(0, 300)]));
log(JSON.stringify(await pages[0].evaluate(() => window.comptoir?.snapshot())));
const [a, b] = pages;
await Promise.all(pages.map((p, i) => p.evaluate((to) => window.comptoir?.walkTo(to), tilePx(12 + i, 12))));
log('walked');
await Promise.all(pages.map((p) => p.waitForFunction(() => window.comptoir?.snapshot().conversation?.members.length === 2)));
log('talking', JSON.stringify(await a.evaluate(() => window.comptoir?.snapshot())));
const ears = pages.map((p) => new Ears(p as never));
for (let n = 0; n < 6; n++) { log(await Promise.all(ears.map((e) => e.listen('ear', [220, 440, 620, 1000, 1200], 1000)))); log(await Promise.all(ears.map((e) => e.devices()))); }
await a.locator('::-p-aria(Camera[role="button"])').click();
for (let n = 0; n < 5; n++) log('look', JSON.stringify(await Promise.all(ears.map((e) => e.look()))));
log(JSON.stringify(await b.evaluate(() => window.comptoir?.snapshot().call)));
writeFileSync('/tmp/ff/a.png', await a.screenshot());
writeFileSync('/tmp/ff/b.png', await b.screenshot());
} catch (e) { log(e); } finally {
await browser.close();
log(server.output);
await server.remove();
log('closed');
}
