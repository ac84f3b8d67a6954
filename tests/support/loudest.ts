// How loud a tone is anywhere in a recording.
import { type Film, loudnessOf } from './readFilm.ts';

/** Of what is looked through at once. */
const WINDOW_MS = 400;

export function loudest(film: Film, hz: number): number {
  let most = 0;
  for (let ms = 0; ms < (film.sound.length / 48_000) * 1000; ms += WINDOW_MS)
    most = Math.max(most, loudnessOf(film, hz, ms, ms + WINDOW_MS));
  return most;
}
