// The environment in which the project's own programs start fast: where Node keeps what it has compiled, which is most of a start.
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whoever ends in order writes it, and all who start after that read it; of other sources than those that are there nothing is read. */
export const COMPILED = { NODE_COMPILE_CACHE: join(tmpdir(), 'comptoir-compiled') };
