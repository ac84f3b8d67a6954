// French: complete by type, with "tu".
import { avatar } from './french/avatar.ts';
import { entrance } from './french/entrance.ts';
import { office } from './french/office.ts';
import type { Dictionary } from './translate.ts';

export const fr: Dictionary = { ...entrance, ...office, ...avatar };
