// English: Comptoir as an app of its own.
import type { Message } from '../Message.ts';

export const install = {
  'install.title': 'Comptoir as an app',
  'install.hint': 'A picture among your apps and a window without tabs. It is this same page: nothing else is installed.',
  'install.ask': 'Install Comptoir',
  'install.shareMenu': 'Open the browser’s share menu and choose “Add to Home Screen”.',
  'install.browserMenu': 'Not now, then. The menu of your browser can do it at any time.',
  'install.done': 'Done: Comptoir is among your apps.',
} satisfies Record<string, Message>;
