// English: microphone, camera, screen, devices, tiles.
import type { Message } from '../Message.ts';

export const call = {} satisfies Record<string, Message>;
