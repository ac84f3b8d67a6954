// Offices that another process of this server runs, as the routes see them; absent when this process is the whole server.

import type { AskingForFile } from './fileRoutes.ts';

/** What only the process of its office knows. */
export type Kept = 'knock' | 'meeting' | 'talk' | 'slides' | 'speaker' | 'person' | 'file';
export const KEPT: readonly Kept[] = ['knock', 'meeting', 'talk', 'slides', 'speaker', 'person', 'file'];

/** A file, and who asks for it: as the id of a `file`. */
export const fileAsk = (fileId: string, { personId, deviceId }: AskingForFile): string =>
  JSON.stringify([fileId, personId ?? '', deviceId ?? '']);

export function readFileAsk(id: string): { fileId: string; who: AskingForFile } {
  const [fileId = '', personId = '', deviceId = ''] = JSON.parse(id) as string[];
  return { fileId, who: { personId: personId || undefined, deviceId: deviceId || undefined } };
}

export interface Elsewhere {
  secret: string;
  /** Of the process that runs it. `nowhere`: nobody does at this moment. */
  officeAt(officeId: string): Promise<{ url: string } | 'here' | 'nowhere'>;
  /** Address of the process that has it; undefined: this one, or nobody. */
  find(kind: Kept, id: string): Promise<string | undefined>;
  has(kind: Kept, id: string): Promise<boolean>;
  isSteady(): boolean;
}
