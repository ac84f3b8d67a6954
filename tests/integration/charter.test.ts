// The charter: nobody comes in without accepting it as it is now, whatever they send, and who has is not asked again.
import type { HouseFacts } from '@comptoir/shared/protocol/admin';
import type { OfficeFacts } from '@comptoir/shared/protocol/http';
import { afterEach, describe, expect, it } from 'vitest';
import { enterAs, granted, linkFromCommand, placeRefusal, refusalOf } from '../support/door.ts';
import { tryToEnter, until } from '../support/enterOffice.ts';
import { actsOf } from '../support/hosting.ts';
import { onRecords } from '../support/onRecords.ts';
import { useOffice } from '../support/useOffice.ts';

const office = useOffice();
const set = (en: string, fr = '') => office.open.room().parts.house.set('charter', { en, fr });
const facts = async (): Promise<HouseFacts> => (await fetch(`${office.open.url}/api/house`)).json() as Promise<HouseFacts>;
const versionShown = async (): Promise<string | undefined> =>
  ((await (await fetch(`${office.open.url}/api/offices/office`)).json()) as OfficeFacts).charter;
const enterWith = (name: string, more: object = {}) => tryToEnter(office.open.url, { name, ...more });
const versionOf = async (): Promise<string> => (await facts()).charter?.version ?? '';
afterEach(() => set(''));

describe('the charter', () => {
  it('[P140] asks nothing while there is none, and everybody once there is one', async () => {
    expect(await versionShown()).toBeUndefined();
    expect(await facts()).toMatchObject({ charter: null });
    const admin = await enterAs(office, 'admin', 'Ada');
    const written = await granted(admin, 'setHouseText', { name: 'charter', en: '# Be kind\n\n- listen', fr: 'Soyons gentils' });
    expect(written.charter).toMatchObject({ en: '# Be kind\n\n- listen', fr: 'Soyons gentils' });
    expect((await actsOf(admin))[0]).toBe('Ada · setCharter');
    const version = await versionShown();
    expect(version).toBe(written.charter?.version);
    expect(await facts()).toEqual({ charter: written.charter, appeal: { en: '', fr: '' } });
    for (const rank of ['visitor', 'member', 'host', 'admin'] as const) {
      const invite = await linkFromCommand(office, rank);
      expect(await enterWith(rank, { invite }), rank).toMatchObject({ refused: 'charter' });
      // what was refused has used nothing up
      expect((await office.open.room().parts.store.invitations.find({ invitationId: invite }))?.used).toBe(0);
      const inside = await office.enter(rank, { invite, charter: version ?? '' });
      await until(() => inside.world.me.peek()?.rank === rank, `${rank} came by the link`);
    }
  });

  it('[P141] is accepted once by a person, over reloads and in every office, until it changes', async () => {
    await set('one');
    const charter = await versionOf();
    const ada = await office.enter('Ada', { charter });
    const { id } = ada;
    expect(onRecords(office.open.dataDir, 'select version from charterAccepted where personId = ?', id)).toEqual([{ version: charter }]);
    ada.leave();
    await until(() => !office.ids().includes(id), 'Ada has left');
    const again = await office.enter('Ada', { ticket: ada.ticket });
    expect(again.id).toBe(id);
    await set('two');
    // whoever is inside stays, also by a reload
    const reloaded = await office.enter('Ada', { ticket: again.ticket });
    expect(reloaded.id).toBe(id);
    reloaded.leave();
    await until(() => !office.ids().includes(id), 'Ada has left again');
    expect(await enterWith('Ada', { ticket: again.ticket })).toMatchObject({ refused: 'charter' });
    expect(await enterWith('Ada', { ticket: again.ticket, charter })).toMatchObject({ refused: 'charter' });
    await office.enter('Ada', { ticket: again.ticket, charter: await versionOf() });
  });

  it('[P140] a forged, an older or an empty version opens nothing, and neither does one that was not shown', async () => {
    await set('one');
    const older = await versionOf();
    await set('two');
    for (const charter of [older, '', 'x'.repeat(40), 'true', `${await versionOf()} `])
      expect(await placeRefusal(office.open.url, { name: 'Eve', charter }), charter).toBe('charter');
    for (const charter of [1, true, null, {}, ['x'], 'x'.repeat(41)])
      expect(await placeRefusal(office.open.url, { name: 'Eve', charter }), String(charter)).toBe('invalid');
    expect(await placeRefusal(office.open.url, { name: 'Eve', charter: await versionOf() })).toBeUndefined();
  });

  it('[P140] only admins write it, in so many characters, and taken away nobody is asked any more', async () => {
    const host = await enterAs(office, 'host', 'Hana');
    const admin = await enterAs(office, 'admin', 'Ada');
    expect(await refusalOf(host, 'setHouseText', { name: 'charter', en: 'mine', fr: '' })).toBe('notAllowed');
    expect(await refusalOf(admin, 'setHouseText', { name: 'charter', en: 'x'.repeat(6001), fr: '' })).toBe('textTooLong');
    expect(await versionShown()).toBeUndefined();
    await granted(admin, 'setHouseText', { name: 'charter', en: 'x'.repeat(6000), fr: 'é'.repeat(6000) });
    await granted(admin, 'setHouseText', { name: 'charter', en: ' ', fr: '\n' });
    expect(await facts()).toMatchObject({ charter: null });
    await office.enter('Noor');
  });

  it('[P145] whom the banned write to is read by whoever is outside, and is as admins left it', async () => {
    const [host, admin] = [await enterAs(office, 'host', 'Hana'), await enterAs(office, 'admin', 'Ada')];
    expect(await refusalOf(host, 'setHouseText', { name: 'appeal', en: 'mine', fr: '' })).toBe('notAllowed');
    await granted(admin, 'setHouseText', { name: 'appeal', en: ' Write to us@example.org\n', fr: '' });
    expect((await facts()).appeal).toEqual({ en: 'Write to us@example.org', fr: '' });
    expect((await actsOf(admin))[0]).toBe('Ada · setAppeal');
    await granted(admin, 'setHouseText', { name: 'appeal', en: '', fr: '' });
    expect(await facts()).toEqual({ charter: null, appeal: { en: '', fr: '' } });
  });
});
