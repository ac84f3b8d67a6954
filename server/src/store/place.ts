// Where the database is: a file of SQLite, or a PostgreSQL by its address.
import { join } from 'node:path';

export type DatabasePlace = { file: string } | { url: string };

export interface PlaceSettings {
  dataDir: string;
  databaseUrl?: string | undefined;
}

export const placeOf = ({ dataDir, databaseUrl }: PlaceSettings): DatabasePlace =>
  databaseUrl === undefined ? { file: join(dataDir, 'comptoir.db') } : { url: databaseUrl };

/** For people: without user and password. */
export function nameOf(place: DatabasePlace): string {
  if ('file' in place) return place.file;
  const { host, pathname, searchParams } = new URL(place.url);
  return `${searchParams.get('host') ?? host}${pathname}`;
}
