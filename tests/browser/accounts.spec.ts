// Accounts in real browsers, with a passkey kept by an authenticator of the browser's own: a guest is kept, comes back on another device, and leaves.
import type { Page } from '@playwright/test';
import { adminInvite } from '../support/adminInvite.ts';
import { drawNothing } from '../support/Ears.ts';
import { type MailSink, openMailSink } from '../support/mailSink.ts';
import { onRecords } from '../support/onRecords.ts';
import { expect, expectAccessible, type OfficeOfTheStory, type Person, test as story } from './story.ts';

const test = story.extend<{ mail: MailSink }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the braces what it needs
  mail: async ({}, use) => {
    const mail = await openMailSink();
    await use(mail);
    await mail.close();
  },
  env: async ({ mail }, use) => use({ SMTP_URL: mail.url, MAIL_FROM: 'office@example.org' }),
});

/** Passkeys belong to names; nobody looks at the map. */
const LIST = { draws: false, host: 'localhost', browser: { reducedMotion: 'reduce' } } as const;
const EMAIL = 'noor@example.org';

/** From now on this page has a device that knows its owner without asking. */
async function addAuthenticator({ context, page }: Person): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

async function openMine(person: Person, item: 'My account' | 'Keep as my account'): Promise<void> {
  await person.button(/^You, /).click();
  await person.page.getByRole('menuitem', { name: item }).click();
}

async function comeAsMember(office: OfficeOfTheStory): Promise<Person> {
  const invite = await adminInvite(office.server.dataDir, 'member');
  const noor = await office.enter('Noor', { ...LIST, search: `?trade=Illustrator&invite=${invite}` });
  noor.forgive(/Failed to load resource/);
  await addAuthenticator(noor);
  await openMine(noor, 'Keep as my account');
  await expect(noor.page.getByRole('heading', { name: 'Keep this as my account' })).toBeVisible();
  await expectAccessible(noor, 'keeping oneself');
  await noor.button('Use a passkey').click();
  await expect(noor.page.getByRole('heading', { name: 'My account' })).toBeVisible();
  return noor;
}

const part = (person: Person, name: string) => person.page.getByRole('region', { name });
const confirm = (person: Person, verb: string) =>
  person.page.getByRole('dialog').last().getByRole('button', { name: verb, exact: true }).click();
const looksOf = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('comptoir.preferences') ?? '{}').appearance);

async function addEmail(noor: Person, mail: MailSink): Promise<void> {
  await noor.button('Add an e-mail').click();
  await noor.page.getByLabel('Your e-mail').fill(EMAIL);
  await noor.press('Enter');
  await noor.page.getByLabel('Code of the letter').fill(codeOf((await mail.next(EMAIL)).text).toLowerCase());
  await noor.press('Enter');
  await expect(noor.page.getByText(`${EMAIL} signs you in now.`)).toBeVisible();
}

const codeOf = (text: string): string => /\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/.exec(text)?.[0] ?? '';
const linkOf = (text: string): string => /https?:\S+\/sign-in\/\S+/.exec(text)?.[0] ?? '';

test('[U118] a guest is kept inside, [U121] is the same person on another device by a letter, and [U122] is told when signed out there', async ({
  office,
  mail,
}) => {
  const noor = await comeAsMember(office);
  const { id } = await noor.me();
  const looks = await looksOf(noor.page);
  await addEmail(noor, mail);
  await expectAccessible(noor, 'the account');
  await noor.press('Escape');

  const phone = await office.arrive('Noor', LIST);
  phone.forgive(/Failed to load resource/);
  await phone.button('I have an account').click();
  await expect(phone.button('Use a passkey')).toBeVisible();
  await expectAccessible(phone, 'signing in');
  await phone.page.getByLabel('Your e-mail').fill(EMAIL);
  await phone.press('Enter');
  await expect(phone.page.getByRole('heading', { name: 'Look into your e-mail' })).toBeVisible();
  // opened in another tab of the same browser: this one goes on by itself
  const letter = await phone.context.newPage();
  await letter.addInitScript(drawNothing);
  await letter.goto(linkOf((await mail.next(EMAIL)).text));
  await letter.getByRole('button', { name: 'Sign in' }).click();
  await expect(letter.getByRole('heading', { name: 'You are signed in as Noor' })).toBeVisible();
  expect(new URL(letter.url()).search).toBe('');
  await expect(phone.page.getByRole('heading', { name: 'You are signed in as Noor' })).toBeVisible();
  await expect(phone.page.getByText('Illustrator').first()).toBeVisible();
  await expectAccessible(phone, 'signed in at the entrance');
  await phone.button('Enter').click();
  await phone.button('Move here').click();
  await phone.isInside();
  expect(await phone.me()).toMatchObject({ id, name: 'Noor', trade: 'Illustrator' });
  expect(await looksOf(phone.page)).toBe(looks);
  await phone.button(/^You, /).click();
  await expect(phone.page.getByText('Your role: Member')).toBeVisible();
  await phone.press('Escape');
  await expect(noor.page.getByRole('heading', { name: 'You moved to another tab' })).toBeVisible();

  // from there everything else is signed out, and says so when one goes back to it
  await openMine(phone, 'My account');
  await expect(part(phone, 'Your devices').getByRole('listitem')).toHaveCount(2);
  await phone.button('Sign out everywhere else').click();
  await confirm(phone, 'Sign out everywhere else');
  await expect(phone.page.getByText('1 device is signed out.')).toBeVisible();
  await noor.button('Move here').click();
  await expect(noor.page.getByText('You were signed out on this device. Sign in to come back.')).toBeVisible();
  await expectAccessible(noor, 'signed out elsewhere');

  // and who is inside is out at once
  await letter.getByRole('button', { name: 'Not you? Sign out' }).click();
  await expect(letter.getByText('You are signed out in this browser.')).toBeVisible();
  await expect(phone.page.getByText('You were signed out on this device. Sign in to come back.')).toBeVisible();

  await noor.button('Sign in').click();
  await noor.button('Use a passkey').click();
  await expect(noor.page.getByRole('heading', { name: 'You are signed in as Noor' })).toBeVisible();
  await noor.button('Enter').click();
  await noor.isInside();
  expect((await noor.me()).id).toBe(id);
});

test('[U119] ways in are named, added and removed, [U120] after signing in once more when that was long ago, and [U123] a deleted account can be taken back', async ({
  office,
  mail,
}) => {
  const noor = await comeAsMember(office);
  const { id } = await noor.me();
  const ways = part(noor, 'How you sign in');
  await expect(ways.getByText('This is your only way in')).toBeVisible();
  // by keyboard
  await noor.tabTo(ways.getByRole('button', { name: /^Rename/ }));
  await noor.press('Enter');
  await noor.page.keyboard.type('Laptop');
  await noor.press('Enter');
  await expect(noor.page.getByText('It is called Laptop now.')).toBeVisible();
  await expect(ways.getByRole('button', { name: 'Rename Laptop' })).toBeFocused();
  await noor.button('Remove Laptop').click();
  await confirm(noor, 'Remove');
  await expect(noor.page.getByText('It is the only way into your account. Add another one first.')).toBeVisible();
  await noor.press('Escape');
  await addEmail(noor, mail);

  onRecords(office.server.dataDir, 'update sessions set begunMs = begunMs - 86400000');
  await noor.button(`Remove ${EMAIL}`).click();
  await confirm(noor, 'Remove');
  await expect(noor.page.getByRole('heading', { name: 'Sign in once more' })).toBeVisible();
  await expectAccessible(noor, 'signing in once more');
  await noor.button('Use a passkey').click();
  await expect(noor.page.getByRole('heading', { name: 'Sign in once more' })).toBeHidden();
  await confirm(noor, 'Remove');
  await expect(noor.page.getByText(`${EMAIL} is removed.`)).toBeVisible();
  await expect(ways.getByText(EMAIL)).toBeHidden();

  await noor.button('Delete my account…').click();
  await expect(noor.page.getByText('You have 14 days to change your mind')).toBeVisible();
  await expectAccessible(noor, 'deleting');
  await confirm(noor, 'Delete my account');
  await expect(noor.page.getByText('Your account will be erased on')).toBeVisible();
  await expect(noor.page.getByLabel('Your first name')).toHaveValue('');
  await noor.button('I have an account').click();
  await noor.button('Use a passkey').click();
  await expect(noor.page.getByText('Your account stays: it will not be erased.')).toBeVisible();
  await noor.button('Enter').click();
  await noor.isInside();
  expect((await noor.me()).id).toBe(id);
});

test('[U118] a guest who leaves is asked once, and [U116] a page that can have no passkeys says why', async ({ office }) => {
  const bo = await office.enter('Bo', { ...LIST, host: '127.0.0.1' });
  await bo.leave();
  const offer = bo.page.getByRole('complementary', { name: 'Keep this as my account' });
  await expect(offer).toBeVisible();
  await expectAccessible(bo, 'the offer to be kept');
  await offer.getByRole('button', { name: 'No, thanks' }).click();
  await expect(offer).toBeHidden();
  await bo.button('I have an account').click();
  await expect(bo.page.getByText('Passkeys belong to the usual address of an office')).toBeVisible();
  await bo.press('Escape');
  await bo.button('Enter').click();
  await bo.isInside();
  await bo.leave();
  await expect(offer).toBeHidden();
});

test('[U125] a host hands out a link, and whoever opens it is that person', async ({ office }) => {
  const bo = await office.enter('Bo', { ...LIST, search: '?trade=Baker' });
  const { id } = await bo.me();
  const invite = await adminInvite(office.server.dataDir, 'host');
  const ada = await office.enter('Ada', { ...LIST, search: `?invite=${invite}` });
  await ada.button('More with Bo').click();
  await ada.button('Sign-in link for Bo…').click();
  await ada.button('Make the link').click();
  const address = ada.page.getByLabel('Sign-in link', { exact: true });
  await expect(ada.page.getByRole('img', { name: 'QR code of' })).toBeVisible();
  await expectAccessible(ada, 'a link to sign in');
  const phone = await office.arrive('Bo', LIST);
  await phone.page.goto(await address.inputValue());
  await phone.button('Sign in').click();
  await expect(phone.page.getByRole('heading', { name: 'You are signed in as Bo' })).toBeVisible();
  await phone.button('Enter').click();
  await phone.isInside();
  expect(await phone.me()).toMatchObject({ id, trade: 'Baker' });
  // the guest that Bo was is somebody with an account now, who is not signed in there
  await expect(bo.page.getByText('You were signed out on this device.')).toBeVisible();
});
