// What a hall asks, votes and claps: the panel of a talk by keyboard, as whoever leads it and somebody in the audience have it.
import { areaAt, drawHall, mapOf, tilePx, withTiles } from '../support/smallMaps.ts';
import { expect, expectAccessible, type Person, test } from './story.ts';

test.use({
  maps: withTiles({
    'hall.tmj': mapOf(drawHall(24, 16), [
      areaAt('stage', { x: 2, y: 2, width: 14, height: 3 }, { conversation: 'stage', auditorium: 'hall' }),
      areaAt('rows', { x: 2, y: 5, width: 14, height: 8 }, { conversation: 'audience', auditorium: 'hall', start: true }),
    ]),
  }),
});

const panel = ({ page }: Person) => page.getByRole('complementary', { name: 'In this talk' });
const tab = (person: Person, name: RegExp) => panel(person).getByRole('tab', { name });
const question = (person: Person) => panel(person).getByRole('listitem').filter({ hasText: 'What does bread cost?' });
const onScreen = ({ page }: Person) => page.getByRole('region', { name: 'The question' });

test('[U90] a talk has a panel by keyboard: [T62] a question is asked, voted for, [U91] shown, answered, [U94] and that is said; [U95] a poll; [T67] a chapter; [U93] applause', async ({
  office,
}) => {
  const coming = { path: '/o/hall', draws: false, browser: { reducedMotion: 'reduce' } } as const;
  const [lea, bob] = await Promise.all([office.enter('Lea', coming), office.enter('Bob', coming)]);
  await lea.walkTo(tilePx(6, 3));
  await lea.button('Start talk').first().press('Enter');
  await lea.page.getByRole('dialog').getByLabel('Title').fill('Bread');
  await lea.press('Enter');

  // what is typed after the key is for the field
  await expect(bob.button('Questions, polls, chapters')).toBeVisible();
  await bob.press('j');
  await bob.page.keyboard.type('What does bread cost?');
  await bob.press('Enter');
  await expect(question(bob)).toContainText('Yours');
  await expect(panel(bob).getByRole('textbox')).toHaveValue('');

  await lea.button('Questions, polls, chapters').press('Enter');
  const vote = (n: string) => ({ name: `Vote for “What does bread cost?”, ${n}` });
  await question(lea).getByRole('button', vote('0 votes')).press('Enter');
  for (const person of [lea, bob]) await expect(question(person).getByRole('button', vote('1 vote'))).toBeVisible();
  await expect(question(lea).getByRole('button', vote('1 vote'))).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(lea, 'the questions of whoever leads');

  await question(lea)
    .getByRole('button', { name: /^Show on the screen/ })
    .press('Enter');
  for (const person of [lea, bob]) await expect(onScreen(person)).toContainText('What does bread cost?');
  await expect(bob.page.getByText('On the screen: What does bread cost?')).toBeAttached();
  await bob.press('Escape');
  await expect(panel(bob)).toBeHidden();
  await question(lea)
    .getByRole('button', { name: /^Answered now/ })
    .press('Enter');
  await bob.page.locator('.toast', { hasText: 'Your question was answered' }).getByRole('button', { name: 'Show' }).press('Enter');
  await expect(question(bob)).toContainText(/Answered at \d+:\d\d/);

  // a poll: written, voted in from its note, read by both
  await tab(lea, /^Questions/).press('ArrowRight');
  await lea.press('ArrowRight');
  await panel(lea).getByRole('button', { name: 'New poll' }).press('Enter');
  await lea.page.keyboard.type('Rye or wheat?');
  await lea.press('Tab');
  for (const option of ['Rye', 'Wheat', 'Both']) {
    await lea.page.keyboard.type(option);
    await lea.press('Enter');
  }
  await lea.press('Backspace');
  await expect(panel(lea).getByRole('textbox', { name: /^Choice/ })).toHaveCount(3);
  await panel(lea).getByRole('button', { name: 'Open the poll' }).press('Enter');
  await bob.page.locator('.toast', { hasText: 'A poll is open: Rye or wheat?' }).getByRole('button', { name: 'Vote' }).press('Enter');
  const choices = panel(bob).getByRole('radiogroup', { name: 'Rye or wheat?' });
  await choices.getByRole('radio', { name: 'Rye' }).press('Space');
  await bob.press('ArrowDown');
  await expect(choices.getByRole('radio', { name: 'Wheat' })).toBeChecked();
  await bob.press('Enter');
  await expect(panel(bob).getByText('Your vote counts.')).toBeVisible();
  await expect(panel(lea).getByRole('radio', { name: /Wheat 1 vote · 100 %/ })).toBeVisible();
  await expectAccessible(bob, 'a poll that is open');
  await panel(lea)
    .getByRole('button', { name: /^Close the poll/ })
    .press('Enter');
  await expect(panel(bob).getByRole('list', { name: 'Rye or wheat?' })).toContainText(/Wheat.*Your choice.*1 vote · 100 %/);

  await lea.press('c');
  await lea.page.keyboard.type('Flour');
  await lea.press('Enter');
  await tab(bob, /^Polls/).press('ArrowRight');
  await expect(panel(bob).getByRole('list', { name: 'Chapters' })).toContainText(/\d+:\d\d\s*Flour\s*Now/);
  await expectAccessible(bob, 'the chapters of a talk');

  const clap = bob.button('Clap');
  await bob.button('Applaud and react').press('Enter');
  for (let n = 0; n < 3; n++) await clap.press('Enter');
  await expect(lea.page.getByText('Applause: 3 claps.')).toBeAttached();
  await expect(lea.page.locator('.applause')).toContainText('3');
  await expectAccessible(bob, 'the signs of applause');

  await lea.button('End talk').first().press('Enter');
  await lea.page.getByRole('dialog').getByRole('button', { name: 'End talk' }).press('Enter');
  for (const person of [lea, bob]) await expect(panel(person)).toBeHidden();
});
