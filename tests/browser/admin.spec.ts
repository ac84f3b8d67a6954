// The charter at the entrance, a ban that reaches an account wherever it is, and how it is lifted, in browsers that draw nothing.
import { adminInvite } from '../support/adminInvite.ts';
import { type MailSink, openMailSink } from '../support/mailSink.ts';
import { expect, expectAccessible, type Person, test as story } from './story.ts';

const test = story.extend<{ mail: MailSink }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the braces what it needs
  mail: async ({}, use) => {
    const mail = await openMailSink();
    await use(mail);
    await mail.close();
  },
  env: async ({ mail }, use) => use({ SMTP_URL: mail.url, MAIL_FROM: 'office@example.org' }),
});

const LIST = { draws: false, browser: { reducedMotion: 'reduce' } } as const;
const EMAIL = 'bob@example.org';
const CHARTER = '# Be kind\n\n- We **listen** first.\n\nAll of it: https://example.org/charter';

async function typeCode(person: Person, mail: MailSink): Promise<void> {
  await person.page.getByLabel('Your e-mail').fill(EMAIL);
  await person.press('Enter');
  const code = /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec((await mail.next(EMAIL)).text)?.[0] ?? '';
  await person.page.getByLabel('Code of the letter').fill(code);
  await person.press('Enter');
}
const item = (person: Person, name: string | RegExp) => person.page.getByRole('menuitem', { name });

test('[U166] the charter is accepted at the entrance, and a ban reaches the account', async ({ office, mail }) => {
  const ada = await office.enter('Ada', { ...LIST, search: `?invite=${await adminInvite(office.server.dataDir, 'admin')}` });
  await ada.button('Host').press('Enter');
  await item(ada, /^Administration/).press('Enter');
  await ada.page.getByLabel('The charter: English').fill(CHARTER);
  await ada.button('Save the charter').press('Enter');
  await expect(ada.page.getByText('The charter is saved.')).toBeVisible();
  await ada.page.getByLabel('For whoever is banned: English').fill('Write to hosts@example.org, we answer within a week.');
  await ada.button('Save what the banned read').press('Enter');
  await expect(ada.page.getByText('Whoever is banned reads this from now on.')).toBeVisible();
  await expectAccessible(ada, 'the admins’ settings');
  await ada.press('Escape');

  const bob = await office.arrive('Bob', { ...LIST, search: '?name=Bob' });
  bob.forgive(/Failed to load resource/);
  await expect(bob.page.getByText('By coming in you accept the charter of this place.')).toBeVisible();
  await bob.tabTo(bob.button('the charter of this place'));
  await bob.press('Enter');
  const charter = bob.page.getByRole('dialog', { name: 'The charter of this place' });
  await expect(charter.getByRole('heading', { name: 'Be kind' })).toBeVisible();
  await expect(charter.getByRole('listitem')).toHaveText('We listen first.');
  await expect(charter.getByRole('link')).toHaveAttribute('href', 'https://example.org/charter');
  await expectAccessible(bob, 'the charter');
  await charter.getByRole('button', { name: 'I have read it' }).press('Enter');
  await expect(bob.button('the charter of this place')).toBeFocused();
  await bob.button('Enter').press('Enter');
  await bob.isInside();

  await bob.button(/^You, Bob/).press('Enter');
  await item(bob, 'Keep as my account').press('Enter');
  await typeCode(bob, mail);
  await expect(bob.page.getByRole('heading', { name: 'My account' })).toBeVisible();
  await bob.press('Escape');

  const bobInList = ada.page.locator('.list-people');
  await bobInList.getByRole('button', { name: 'More with Bob' }).click();
  await bobInList.getByRole('button', { name: 'Ban Bob…' }).click();
  await ada.page.getByRole('dialog', { name: 'Ban Bob' }).getByRole('button', { name: 'Ban' }).press('Enter');
  await expect(bob.page.getByRole('heading', { name: 'You are out of the office' })).toBeVisible();
  await expect(bob.page.getByRole('link', { name: 'hosts@example.org' })).toHaveAttribute('href', 'mailto:hosts@example.org');

  const second = await office.arrive('Bob', LIST);
  second.forgive(/Failed to load resource/);
  await test.step('[U168] the second device of the account reads whom to write to', async () => {
    await second.button('I have an account').press('Enter');
    await typeCode(second, mail);
    await expect(second.page.getByRole('alert').getByText('The hosts of this office do not let you in.')).toBeVisible();
    await expect(second.page.getByText('Write to hosts@example.org, we answer within a week.')).toBeVisible();
    await expectAccessible(second, 'what the banned read');
    await second.press('Escape');
  });

  await ada.button('Host').press('Enter');
  await item(ada, /^Reports and bans/).press('Enter');
  await ada.press('Tab');
  await ada.page.getByRole('tab', { name: 'Bans' }).press('Enter');
  await expect(ada.page.getByRole('tabpanel')).toContainText('with every device of their account');
  await ada.button('Lift the ban of Bob').press('Enter');
  await expect(ada.page.getByText('Bob may come in again.')).toBeVisible();
  await second.button('I have an account').press('Enter');
  await typeCode(second, mail);
  await expect(second.page.getByText('You are signed in as')).toBeVisible();
  await second.button('Enter').press('Enter');
  await second.isInside();
});
