import { drawNumbered } from '../support/drawPdf.ts';
import { expect, type Talker, test } from './callStory.ts';
test.describe.configure({ timeout: 240_000 });
const DIR = process.env.SHOTS ?? '/tmp/aud5-shots';
const sizes = [[1366, 768], [390, 844]] as const;
for (const scheme of ['light', 'dark'] as const)
test(`shots ${scheme}`, async ({ hall }) => {
  const coming = { path: '/', draws: true, browser: { viewport: { width: 1366, height: 768 }, colorScheme: scheme, reducedMotion: 'reduce' } } as const;
  const lea = await hall.enter('Lea', coming);
  const ada = await hall.enter('Ada', coming);
  const p = lea.person.page, q = ada.person.page;
  const both = async (name: string, who: Talker, setup?: () => Promise<unknown>) => {
    for (const [width, height] of sizes) {
      await who.person.page.setViewportSize({ width, height });
      await who.person.page.waitForTimeout(500);
      await setup?.();
      await who.person.page.waitForTimeout(500);
      await who.person.page.screenshot({ path: `${DIR}/${name}-${width}-${scheme}.png` });
    }
    await who.person.page.setViewportSize({ width: 1366, height: 768 });
  };
  console.log(await p.evaluate(() => (globalThis as any).comptoir.walkTo({ area: 'stage' })));
  await lea.person.button('Start talk').first().click();
  await p.getByRole('dialog').getByLabel('Title').fill('What bread costs, and who pays for it in the end');
  await lea.person.press('Enter');
  await expect(lea.person.button('End talk').first()).toBeVisible();
  console.log(await q.evaluate(() => (globalThis as any).comptoir.walkTo({ area: 'audience' })));
  await q.waitForTimeout(1500);
  const toast = (who: Talker) => async () => { await who.person.press('m'); await who.person.press('p'); };
  await both('a-listener-plain', ada, toast(ada));
  await both('b-leader-plain', lea, async () => undefined);
  await lea.person.press('m'); await lea.person.press('v');
  await q.waitForTimeout(3000);
  await both('c-listener-camera', ada, toast(ada));
  const chooser = p.waitForEvent('filechooser');
  await lea.person.button(/^Show (?:other )?slides…$/).click();
  await (await chooser).setFiles({ name: 'bread.pdf', mimeType: 'application/pdf', buffer: drawNumbered(5) });
  await q.waitForTimeout(4000);
  await both('d-listener-slides', ada, toast(ada));
  await both('e-leader-slides', lea, async () => undefined);
  await lea.person.press('p');
  await p.waitForTimeout(2500);
  await both('f-leader-screen', lea, async () => undefined);
  await p.evaluate(() => (globalThis as any).comptoir.actions?.toggleList?.());
  await lea.person.press('l');
  await p.waitForTimeout(700);
  await both('g-leader-screen-list', lea, async () => undefined);
});
