import { expect, test } from 'vitest';
import { chooseIdentity, type KnownPerson } from './chooseIdentity.ts';

const known = (personId: string, name: string, here = false): KnownPerson => ({
  personId,
  name,
  here,
  ticket: 't',
  trade: '',
  appearance: '',
});

test('[U6] the same name, already inside by another tab, is asked', () => {
  const ada = known('1', 'Ada', true);
  expect(chooseIdentity(' ada ', undefined, [known('2', 'Bo'), ada])).toEqual({ ask: ada });
  expect(chooseIdentity('Ada', 'Ada', [ada])).toEqual({ ask: ada });
});

test('[U6] asked also when the device has another person of that name who is not inside', () => {
  const inside = known('1', 'Ada', true);
  expect(chooseIdentity('Ada', undefined, [known('2', 'Ada'), inside])).toEqual({ ask: inside });
});

test('[U6] a name of the address that differs from the remembered one comes in as somebody else, without asking', () => {
  expect(chooseIdentity('Bo', 'Bo', [known('1', 'Ada', true)])).toEqual({ as: 'new' });
  expect(chooseIdentity('Bo', 'Bo', [known('1', 'Ada')])).toEqual({ as: 'new' });
});

test('[U6] a known name is that person again', () => {
  expect(chooseIdentity('Bo', undefined, [known('1', 'Ada'), known('2', 'Bo')])).toEqual({ as: { personId: '2' } });
});

test('[U6] a name typed over the remembered one renames that person, unless they are inside', () => {
  expect(chooseIdentity('Ada L.', undefined, [known('1', 'Ada')])).toEqual({ as: { personId: '1' } });
  expect(chooseIdentity('Bo', undefined, [known('1', 'Ada', true)])).toEqual({ as: 'new' });
});

test('[U6] a device that knows nobody has somebody new', () => {
  expect(chooseIdentity('Ada', undefined, [])).toEqual({ as: 'new' });
});
