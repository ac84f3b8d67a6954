// French: complete by type, with "tu".
import type { pushNotes as english } from '../english/pushNotes.ts';

export const pushNotes: typeof english = {
  direct: '{name} t’a écrit',
  knock: '{name} toque',
  read: 'Ouvre Comptoir pour lire.',
  letIn: 'Ouvre Comptoir pour faire entrer.',
};
