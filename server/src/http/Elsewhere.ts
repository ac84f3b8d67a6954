// Offices that another process of this server runs, as the routes see them; absent when this process is the whole server.

/** What only the process of its office knows. */
export type Kept = 'knock' | 'meeting' | 'talk' | 'slides' | 'speaker';
export const KEPT: readonly Kept[] = ['knock', 'meeting', 'talk', 'slides', 'speaker'];

export interface Elsewhere {
  secret: string;
  /** Of the process that runs it. `nowhere`: nobody does at this moment. */
  officeAt(officeId: string): Promise<{ url: string } | 'here' | 'nowhere'>;
  /** Address of the process that has it; undefined: this one, or nobody. */
  find(kind: Kept, id: string): Promise<string | undefined>;
  has(kind: Kept, id: string): boolean;
  isSteady(): boolean;
}
