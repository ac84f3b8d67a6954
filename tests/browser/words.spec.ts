// Written words seen from real browsers: the chat with its channels, links, mentions, emoji; a shared note and a whiteboard.
import { readFileSync } from 'node:fs';
import { PROTOCOL_VERSION } from '@comptoir/shared/protocol/messages';
import type { Locator } from '@playwright/test';
import { joinWithSdk } from '../support/joinWithSdk.ts';
import { areaAt, drawHall, mapOf, withTiles } from '../support/smallMaps.ts';
import type { Coming, OfficeOfTheStory, Person } from './story.ts';
import { expect, expectAccessible, test } from './story.ts';

const HALL = mapOf(drawHall(24, 16), [
  areaAt('start', { x: 2, y: 2, width: 2, height: 2 }, { start: true }),
  areaAt('room', { x: 14, y: 4, width: 6, height: 6 }, { conversation: 'meeting' }),
]);

test.describe.configure({ timeout: 180_000 });
test.use({ maps: withTiles({ 'hall.tmj': HALL }) });

/** They see the list: the chat is the same. */
async function come(office: OfficeOfTheStory, name: string, more: Coming = {}): Promise<Person> {
  const coming: Coming = {
    path: '/o/hall',
    draws: false,
    ...more,
    browser: { reducedMotion: 'reduce', ...more.browser },
  };
  if (new URLSearchParams(more.search).get('lang') !== 'fr') return office.enter(name, coming);
  const person = await office.arrive(name, { ...coming, search: `?lang=fr&name=${name}` });
  await person.button('Entrer').click();
  await person.isInside();
  return person;
}

async function meet(...people: Person[]): Promise<void> {
  for (const { page } of people) await page.getByRole('button', { name: /^(?:Be there now: Room|Y être tout de suite : Room)$/ }).click();
  for (const person of people)
    await expect.poll(async () => (await person.snapshot()).conversation?.members.length ?? 0, { timeout: 20_000 }).toBe(people.length);
}

const log = (person: Person): Locator => person.page.getByRole('log');
const tab = (person: Person, name: string | RegExp): Locator => person.page.getByRole('tab', { name });

async function openChat(person: Person): Promise<void> {
  await person.button(/^Chat/).click();
  await expect(log(person)).toBeVisible();
}

async function write(person: Person, text: string): Promise<void> {
  await person.page.keyboard.type(text);
  await person.press('Enter');
}

test('[W9] two write in their conversation: lines, links, mentions, emoji, what is unread', async ({ office }) => {
  const ada = await come(office, 'Ada');
  const noor = await come(office, 'Noor');
  await meet(ada, noor);
  await openChat(ada);
  await expect(ada.page.getByLabel('Write to the conversation')).toBeFocused();
  await write(ada, 'The plan: https://example.org/plan.');
  await expect(log(ada)).toContainText('The plan');
  await expect(ada.page.getByLabel('Write to the conversation')).toHaveValue('');

  await expect(noor.button(/^Chat/)).toContainText('1');
  await openChat(noor);
  const link = log(noor).getByRole('link', { name: 'https://example.org/plan' });
  await expect(link).toHaveAttribute('href', 'https://example.org/plan');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow');
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(log(noor)).toContainText('New');
  await expect(noor.button(/^Chat/)).not.toContainText('1');

  // a name is completed, a new line is no Enter
  await noor.page.keyboard.type('@a');
  await expect(noor.page.getByRole('option', { name: /Ada/ })).toBeVisible();
  await noor.press('Enter');
  await noor.page.keyboard.type('one');
  await noor.press('Shift+Enter');
  await write(noor, 'two');
  await expect(log(ada).locator('.mention.of-me')).toHaveText('@Ada');
  await expect(log(ada).locator('.line-text').last()).toHaveText('@Ada one\ntwo');

  // who is writing
  await ada.page.keyboard.type('I am');
  await expect(noor.page.getByText('Ada is writing…')).toBeVisible();

  await ada.button('Emoji').click();
  const emoji = ada.page.locator('emoji-picker').getByRole('menuitem').first();
  await emoji.click({ timeout: 30_000 });
  await expect(ada.page.getByLabel('Write to the conversation')).toHaveValue(/^I am\p{Extended_Pictographic}/u);
  await expect(ada.page.getByLabel('Write to the conversation')).toBeFocused();
  await expectAccessible(ada, 'the chat');

  // a reload forgets nothing that was read
  await noor.page.reload();
  await noor.isInside();
  await expect.poll(async () => (await noor.snapshot()).conversation?.members.length ?? 0, { timeout: 20_000 }).toBe(2);
  await openChat(noor);
  await expect(log(noor)).toContainText('The plan');
});

test('[U20] what is typed right after the key of the chat, or of the search, is words and no shortcuts', async ({ office }) => {
  const ada = await come(office, 'Ada');
  // l, m, h, v, n and ? would each do something, digits would show a feeling; nothing waits between the keys
  await ada.page.keyboard.type('thelm vn? 12');
  await expect(ada.page.getByLabel('Write to everybody')).toHaveValue('helm vn? 12');
  await expect(ada.page.getByRole('dialog')).toHaveCount(0);
  await ada.press('Escape');
  await expect(ada.page.getByRole('complementary', { name: 'Chat' })).toBeHidden();
  await ada.press('Control+k');
  await ada.page.keyboard.type('room');
  await expect(ada.page.getByRole('combobox')).toHaveValue('room');
  await ada.press('Escape');

  // in a conversation, with the chat closed and then open beside the office
  const noor = await come(office, 'Noor');
  await meet(ada, noor);
  for (const words of ['them', 'tall']) {
    await ada.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await ada.page.keyboard.type(words);
    await ada.press('Enter');
    await expect(log(ada)).toContainText(words.slice(1));
  }
  expect((await ada.snapshot()).conversation?.members).toHaveLength(2);
});

test('[W10] direct words are noted and answered; what is refused stays with its reason', async ({ office }) => {
  const ada = await come(office, 'Ada');
  const noor = await come(office, 'Noor');
  const { id } = await ada.me();
  await noor.page.evaluate((person) => window.comptoir?.say('May I borrow your ruler?', { person }), id);
  const note = ada.page.getByRole('status').filter({ hasText: 'Noor: May I borrow your ruler?' });
  await expect(note).toBeVisible();
  await note.getByRole('button', { name: 'Reply' }).click();
  await expect(ada.page.getByLabel('Write to Noor')).toBeFocused();
  await write(ada, 'Of course');

  await openChat(noor);
  await expect(tab(noor, 'Ada, 1 unread')).toBeVisible();
  await tab(noor, /^Ada/).click();
  await expect(log(noor)).toContainText('Of course');
  await expect(tab(noor, 'Ada')).toBeVisible();

  // never cut, never lost: too long, and later without a line
  const field = noor.page.getByLabel('Write to Ada');
  await field.fill('x'.repeat(4001));
  await expect(noor.page.getByText('1 character too many')).toBeVisible();
  await field.press('Enter');
  await expect(noor.page.getByText('This is too long to send.')).toBeVisible();
  await expect(field).toHaveValue('x'.repeat(4001));
  await field.fill('short now');
  // what was begun is there again, and in no other channel
  await tab(noor, 'Everybody').click();
  await expect(noor.page.getByLabel('Write to everybody')).toHaveValue('');
  await tab(noor, /^Ada/).click();
  await expect(field).toHaveValue('short now');

  await noor.button(/^All channels/).click();
  await noor.button('New message').click();
  await expectAccessible(noor, 'whom to write to');
  await noor.page.getByRole('button', { name: 'Write to Ada', exact: true }).click();
  await expect(field).toBeFocused();
  await noor.press('Escape');
  await expect(noor.page.getByRole('complementary', { name: 'Chat' })).toBeHidden();
});

test('[W9] where one reads further up nothing moves, on a phone and in French; a forged client is read as text', async ({ office }) => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const ada = await come(office, 'Ada', { search: '?lang=fr', browser: phone });
  const eve = await joinWithSdk(office.server.url, { protocol: PROTOCOL_VERSION, name: 'Ève' }, 'hall');
  const say = (text: string) => eve.room.request('say', { to: { kind: 'office' }, text });
  for (let n = 1; n <= 8; n++) await say(`ligne ${n}\n\n${'mot '.repeat(60)}`);
  await ada.page.getByRole('button', { name: /^(?:Chat|Messages)/ }).click();
  await expect(log(ada)).toContainText('ligne 8');
  await expectAccessible(ada, 'the chat on a phone');
  const field = ada.page.getByLabel('Écrire à tout le monde');
  await field.fill('bonjour');
  await ada.button('Envoyer').click();
  await expect(log(ada)).toContainText('bonjour');

  await log(ada).evaluate((element) => {
    element.scrollTop = 0;
  });
  await expect.poll(() => log(ada).evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  // a page hears of its scrolling with the next frame
  await ada.framesPass(2);
  const evil = '<img src="https://evil.example/x" onerror="document.title=1"><script>document.title=2</script>\u202e';
  await expect.poll(async () => 'ok' in ((await say(evil)) as object), { timeout: 20_000 }).toBe(true);
  await ada.button('1 nouveau message').click();
  await expect(log(ada)).toContainText('<img src=');
  await expect(log(ada).locator('img, script')).toHaveCount(0);
  await expect(log(ada)).not.toContainText('\u202e');
  await expect(ada.button('1 nouveau message')).toBeHidden();
  await eve.room.leave();
});

test('[W11] two write a note and draw on a whiteboard; it is saved as a file, and gone when they part', async ({ office }) => {
  const browser = { viewport: { width: 1280, height: 720 } };
  const ada = await come(office, 'Ada', { browser });
  const noor = await come(office, 'Noor', { browser });
  await meet(ada, noor);
  await ada.button('Note').click();
  // nothing waits: while the editor is being opened no key is a shortcut
  await ada.page.keyboard.type('help, l');
  await noor.button('Note').click();
  const hers = ada.page.getByLabel('What you write together');
  const his = noor.page.getByLabel('What you write together');
  await expect(hers).toBeFocused();
  expect((await ada.snapshot()).conversation?.members).toHaveLength(2);
  await hers.fill('');
  await ada.page.keyboard.type('planks');
  await expect(his).toHaveValue('planks');
  await his.press('Home');
  await noor.page.keyboard.type('12 ');
  await expect(hers).toHaveValue('12 planks');
  await expect(ada.page.getByText('Noor is writing…')).toBeVisible();
  // my undo takes back what I wrote
  await ada.press('Control+z');
  await expect(his).toHaveValue('12 ');
  await expectAccessible(ada, 'the note');
  const saving = ada.page.waitForEvent('download');
  await ada.button('Save as text').click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^Note \d{4}-\d\d-\d\d\.txt$/);
  expect(readFileSync(await file.path(), 'utf8')).toBe('12 ');
  // one leads to the other, and Esc back to the button that opened the first
  const sheet = ada.page.getByRole('region', { name: /^(?:Note|Whiteboard)$/ });
  await sheet.getByRole('button', { name: 'Whiteboard' }).click();
  await expect(ada.page.getByRole('radio', { name: 'Pen' })).toBeFocused();
  await sheet.getByRole('button', { name: 'Note' }).click();
  await expect(hers).toHaveValue('12 ');
  await ada.press('Escape');
  await expect(hers).toBeHidden();
  await expect(ada.button('Note')).toBeFocused();

  await ada.button('Whiteboard').click();
  await noor.press('Escape');
  await noor.button('Whiteboard').click();
  const board = (person: Person): Locator => person.page.getByRole('img', { name: /^Whiteboard/ });
  await expect(board(ada)).toBeVisible();
  await expect(board(noor)).toBeVisible();
  const { x, y, width, height } = (await board(ada).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await ada.page.mouse.move(x + width * 0.3, y + height * 0.4);
  await ada.page.mouse.down();
  await ada.page.mouse.move(x + width * 0.6, y + height * 0.6, { steps: 8 });
  // while it is drawn the other sees it grow
  const line = board(noor).locator('path');
  await expect(line).toHaveCount(1);
  const begun = (await line.boundingBox())?.width ?? 0;
  await ada.page.mouse.move(x + width * 0.8, y + height * 0.5, { steps: 8 });
  await expect.poll(async () => (await line.boundingBox())?.width ?? 0).toBeGreaterThan(begun * 1.3);
  await expect(noor.page.getByText('Ada is drawing…')).toBeVisible();
  await ada.page.mouse.up();
  await expect(line).toHaveCount(1);
  await expect(board(ada).locator('path')).toHaveCount(1);
  // by keyboard alone
  await noor.page.getByRole('radio', { name: 'Text' }).press('Space');
  await noor.page.getByLabel('Text on the board').fill('oak');
  await noor.press('Enter');
  await expect(board(ada)).toHaveAccessibleName('Whiteboard with 2 pieces. oak');
  await expectAccessible(noor, 'the whiteboard');
  // undo is one's own
  await ada.button('Undo').click();
  await expect(board(noor).locator('path')).toHaveCount(0);
  await expect(board(noor).locator('text')).toHaveCount(1);
  await ada.button('Redo').click();
  await expect(board(noor).locator('path')).toHaveCount(1);
  for (const [button, ending] of [
    ['Save as picture', 'png'],
    ['Save as drawing', 'svg'],
  ] as const) {
    const saved = noor.page.waitForEvent('download');
    await noor.button(button).click();
    expect((await saved).suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`));
  }

  // by keyboard: in the list that button stands under the board
  await noor.button('Say goodbye').press('Enter');
  await expect(board(noor)).toBeHidden();
  await expect(noor.page.getByText('The conversation is over')).toBeVisible();
});
