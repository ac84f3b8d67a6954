// The state Colyseus replicates: what changes seldom. Where people are travels in the crowd frames (walks.ts), never here.
import { type SchemaType, schema, t } from '@colyseus/schema';

/** A person as everybody in the office knows them, on the map or not. */
export const PersonState = schema(
  {
    name: t.string(),
    trade: t.string(),
    /** encodeAppearance of shared/people.ts */
    appearance: t.string(),
    /** Index into AVAILABILITIES. */
    availability: t.uint8(),
    /** Index into RANKS. */
    rank: t.uint8(),
    /** Stands for the avatar on the crowd wire. */
    avatarNumber: t.uint16(),
    /** False while the connection is lost and the place is held. */
    connected: t.boolean(),
  },
  'PersonState',
);
export type PersonState = SchemaType<typeof PersonState>;

export const OfficeState = schema(
  {
    /** Key: personId. */
    people: t.map(PersonState),
    cupsToday: t.uint32(),
    /** Thursday evening: the machine pours an aperitif. */
    apero: t.boolean(),
    /** OfficeMap.version; a change means: fetch the map again. */
    mapVersion: t.string(),
  },
  'OfficeState',
);
export type OfficeState = SchemaType<typeof OfficeState>;
