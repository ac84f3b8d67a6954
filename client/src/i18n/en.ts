// English: every sentence of the UI; the other languages are measured by its keys.
import { avatar } from './english/avatar.ts';
import { entrance } from './english/entrance.ts';
import { office } from './english/office.ts';

export const en = { ...entrance, ...office, ...avatar };
