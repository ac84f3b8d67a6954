// Cards and desks, seen from real browsers: what somebody says of themselves, whom they show it to, and what is left on a desk meanwhile.
import { giveRank } from '../support/giveRank.ts';
import { areaAt, drawHall, mapOf, seatAt, tilePx, withTiles } from '../support/smallMaps.ts';
import type { OfficeOfTheStory, Person } from './story.ts';
import { expect, expectAccessible, test } from './story.ts';

const HALL = mapOf(drawHall(24, 16), [
  areaAt('start', { x: 2, y: 2, width: 2, height: 2 }, { start: true }),
  areaAt('workshop', { x: 12, y: 4, width: 8, height: 8 }, {}),
  seatAt('seat-1', { x: 14, y: 6 }, 'up', { desk: 'one' }),
  seatAt('seat-2', { x: 17, y: 6 }, 'up', { desk: 'two' }),
]);

test.describe.configure({ timeout: 120_000 });
test.use({ maps: withTiles({ 'hall.tmj': HALL }) });

const come = (office: OfficeOfTheStory, name: string, more: object = {}): Promise<Person> =>
  office.enter(name, { path: '/o/hall', draws: false, browser: { reducedMotion: 'reduce' }, ...more });
const item = ({ page }: Person, name: string | RegExp) => page.getByRole('menuitem', { name });
const mine = (person: Person) => person.button(new RegExp(`^You, ${person.name}`));
const dialog = ({ page }: Person, name: string) => page.getByRole('dialog', { name });
const shown = ({ page }: Person) => page.getByRole('region', { name: 'Ada shows you their card' });

test('[U153] [U150] [U152] a card is written, read by whom it is for, and shown to those one talks with', async ({ office }) => {
  const ada = await come(office, 'Ada', { search: '?trade=Cartographer' });
  const noor = await come(office, 'Noor');
  await mine(ada).press('Enter');
  await item(ada, 'My card').press('Enter');
  const editor = dialog(ada, 'My card');
  await editor.getByRole('textbox', { name: 'What I do' }).fill('I draw maps of places that are gone');
  await editor.getByRole('textbox', { name: 'What I would like to explore together' }).fill('Printing on fabric');
  await editor.getByRole('combobox', { name: 'Who sees: What I would like to explore together' }).selectOption('People I met');
  await editor.getByRole('combobox', { name: 'Add a language' }).selectOption('Breton');
  const preview = editor.getByRole('region', { name: 'How it is read' });
  await expect(preview).toContainText('places that are gone');
  await expect(preview).not.toContainText('fabric');
  await preview.getByRole('radio', { name: 'Somebody I met' }).check({ force: true });
  await expect(preview).toContainText('fabric');
  await expectAccessible(ada, 'writing on my card');
  // what is not saved is still there
  await ada.press('Escape');
  await mine(ada).press('Enter');
  await item(ada, 'My card').press('Enter');
  await expect(editor).toContainText('You began this and have not saved it.');
  await editor.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(ada.page.getByText('Your card is saved.')).toBeVisible();

  await noor.button('More with Ada').press('Enter');
  await noor.page.getByRole('region', { name: 'People' }).getByRole('button', { name: 'See the card of Ada' }).press('Enter');
  const card = dialog(noor, 'Card of Ada');
  await expect(card).toContainText('I draw maps of places that are gone');
  await expect(card).toContainText('Cartographer');
  await expect(card).toContainText('Breton');
  await expect(card).not.toContainText('fabric');
  await expectAccessible(noor, 'a card');
  await noor.press('Escape');
  await expect(noor.button('Less on Ada').or(noor.button('More with Ada'))).toBeFocused();

  await ada.walkTo(tilePx(6, 11));
  await noor.button('Walk over to Ada').click();
  await ada.button('Show my card').click();
  await expect(ada.page.getByText('Your card is shown to 1 person.')).toBeVisible();
  await expect(shown(noor)).toContainText('Printing on fabric');
  await expectAccessible(noor, 'a card that is shown to me');
  await noor.press('Escape');
  await expect(shown(noor)).toBeHidden();
});

test('[U159] [U156] [U157] a member has a desk, and finds there what was left while they were away', async ({ office }) => {
  const guest = await come(office, 'Ada');
  const { id } = await guest.me();
  await expect(() => giveRank(office.server.dataDir, id, 'member')).toPass();
  await guest.page.reload();
  await guest.isInside();
  const noor = await come(office, 'Noor');
  await expect(guest.page.getByText('2 free, 0 taken')).toBeVisible();
  await guest.button('Show the free desks').press('Enter');
  await guest.button('Make it my desk: Desk 2').press('Enter');
  await expect(guest.page.getByText('1 free, 1 taken')).toBeVisible();
  await guest.button('Go to my desk').press('Enter');
  await expect.poll(async () => (await guest.me()).seated).toBe(true);
  await mine(guest).press('Enter');
  await item(guest, 'Leave the office').press('Enter');

  await noor.walkTo(tilePx(17, 7));
  await noor.press('x');
  const note = dialog(noor, 'For the desk of Ada');
  await noor.page.keyboard.type('I was here');
  await note.getByRole('button', { name: 'Leave it there' }).click();
  await noor.button('Undo').click();
  await expect(noor.page.getByText('You took it back.')).toBeVisible();
  await noor.button('Leave a note on the desk of Ada').press('Enter');
  await note.getByRole('radio', { name: 'A thank-you' }).check({ force: true });
  await note.getByRole('textbox', { name: 'What it says' }).fill('Your map found my grandmother’s house.');
  await expectAccessible(noor, 'a note for a desk');
  await note.getByRole('button', { name: 'Leave it there' }).click();
  await expect(noor.page.getByText('Your thank-you lies on the desk of Ada.')).toBeVisible();

  const ada = await come(office, 'Ada', { context: guest.context });
  await expect(ada.page.getByText('A note lies on your desk.')).toBeVisible();
  await ada.button('Read').click();
  const desk = dialog(ada, 'My desk');
  await expect(desk.getByRole('listitem')).toContainText('Noor thanks you');
  await expect(desk.getByRole('listitem')).toContainText('Your map found my grandmother’s house.');
  await expectAccessible(ada, 'what lies on my desk');
  await desk.getByRole('button', { name: 'Throw away what Noor left' }).click();
  await desk.getByRole('button', { name: 'Undo' }).click();
  await expect(desk.getByRole('listitem')).toContainText('Noor thanks you');
  await desk.getByRole('button', { name: 'Give up my desk' }).click();
  await dialog(ada, 'Give up my desk').getByRole('button', { name: 'Give up my desk' }).click();
  await expect(noor.page.getByText('2 free, 0 taken')).toBeVisible();
});
