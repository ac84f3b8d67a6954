// French: microphone, camera, screen, devices, tiles.

import type { call as english } from '../english/call.ts';
import type { Message } from '../Message.ts';

export const call: Record<keyof typeof english, Message> = {};
