// `npm run admin -- door`: how one comes into an office, also for whoever has shut themselves out.
import { parseArgs } from 'node:util';
import { lengthOf } from '@comptoir/shared/people';
import { DEFAULT_OFFICE, DOOR_MODES } from '@comptoir/shared/protocol/door';
import { tuning } from '@comptoir/shared/tuning';
import { hashPassword } from '../ops/passwords.ts';
import { doors } from '../store/doors.ts';
import { findOffice, type MapSettings } from './findOffice.ts';
import { noteCommand, type RecordSettings, refuse, say, withRecords } from './openRecords.ts';

const TEXT = { type: 'string' } as const;
const OPTIONS = { mode: TEXT, password: TEXT, capacity: TEXT, office: TEXT };

export async function door(args: readonly string[], settings: RecordSettings & MapSettings): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const { office = DEFAULT_OFFICE, password } = values;
  const mode = values.mode === undefined ? undefined : DOOR_MODES.find((known) => known === values.mode);
  if (values.mode !== undefined && !mode) return refuse(`--mode is one of ${DOOR_MODES.join(', ')}, not "${values.mode}".`);
  if (password !== undefined && lengthOf(password) < tuning.passwordLeast)
    return refuse(`--password has at least ${tuning.passwordLeast} characters.`);
  if (password !== undefined && password.length > tuning.passwordLength)
    return refuse(`--password has at most ${tuning.passwordLength} characters.`);
  const capacity = values.capacity === undefined || values.capacity === 'server' ? undefined : Number(values.capacity);
  if (capacity !== undefined && !(Number.isInteger(capacity) && capacity >= 1))
    return refuse('--capacity is a whole number of people, or "server" for what the server allows.');
  const map = findOffice(settings, office);
  if (typeof map === 'string') return refuse(map);
  return withRecords(
    settings,
    async (db) => {
      const before = await doors.of.run(db, { office });
      const passwordHash = password === undefined ? before.passwordHash : await hashPassword(password);
      const now = { office, mode: mode ?? before.mode, passwordHash, capacity: values.capacity === undefined ? before.capacity : capacity };
      if (now.mode === 'password' && passwordHash === undefined) return refuse('A door with a password needs one: --password TEXT.');
      const most = now.capacity === undefined ? '' : `, for ${now.capacity} at most`;
      if (mode === undefined && password === undefined && values.capacity === undefined) {
        say(`The door of ${office}: ${now.mode}${most}.`);
        return 0;
      }
      await doors.set.run(db, now);
      await noteCommand(db, 'setDoor', now.mode, { details: password === undefined ? '' : 'new password', office });
      say(`The door of ${office} is now: ${now.mode}${most}. A running server knows within two seconds.`);
      return 0;
    },
    { createsThem: true },
  );
}
