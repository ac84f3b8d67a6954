// French: chat, direct messages, notes.

import type { words as english } from '../english/words.ts';
import type { Message } from '../Message.ts';

export const words: Record<keyof typeof english, Message> = {};
