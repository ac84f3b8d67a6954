// The rights of people in a real browser: a guest saves everything about themselves, and erases themselves, by keyboard.
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { onRecords } from '../support/onRecords.ts';
import { expect, expectAccessible, test } from './story.ts';

test('[P131] a guest saves everything about them, then erases themselves from here: the entrance says so and knows nobody', async ({
  office,
}) => {
  const noor = await office.enter('Noor', { draws: false, browser: { reducedMotion: 'reduce' }, search: '?trade=Illustrator' });
  const { page } = noor;
  await noor.button(/^You, /).press('Enter');
  await page.getByRole('menuitem', { name: 'Settings' }).press('Enter');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  const coming = page.waitForEvent('download');
  await settings.getByRole('button', { name: 'Export', exact: true }).press('Enter');
  const saved = await coming;
  expect(saved.suggestedFilename()).toMatch(/^comptoir-\d{4}-\d\d-\d\d\.zip$/);
  const me = JSON.parse(strFromU8(unzipSync(readFileSync(await saved.path()))['me.json'] ?? new Uint8Array()));
  expect(me).toMatchObject({ format: 'comptoir-export', version: 1, person: { name: 'Noor', trade: 'Illustrator' } });
  await expect(settings.getByText('Saved with your downloads.')).toBeVisible();

  await settings.getByRole('button', { name: 'Erase me…' }).press('Enter');
  const asked = page.getByRole('dialog', { name: 'Erase you from here?' });
  await expect(asked).toBeVisible();
  await expectAccessible(noor, 'asked before being erased');
  await asked.getByRole('button', { name: 'Erase me', exact: true }).press('Enter');
  await expect(page.getByText('Nothing of you is kept here any more.')).toBeVisible();
  const known = await page.evaluate(async () => {
    const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    return (await (await fetch('/api/device', asked)).json()).persons;
  });
  expect(known).toEqual([]);
  expect(onRecords(office.server.dataDir, 'select name from persons where name = ?', 'Noor')).toEqual([]);
});
