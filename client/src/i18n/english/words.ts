// English: chat, direct messages, notes.
import type { Message } from '../Message.ts';

export const words = {} satisfies Record<string, Message>;
