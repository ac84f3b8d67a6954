// T81: who writes the notes of a talk.
import { leadsTalk } from './leadsTalk.ts';
import type { World } from './World.ts';

/** Reads signals. */
export const mayWriteNotes = (world: World): boolean => leadsTalk(world) || world.auditorium.scribes.value.includes(world.myId.value ?? '');
