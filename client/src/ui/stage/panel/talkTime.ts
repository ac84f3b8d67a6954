// Times of a talk: since it began, and how long a side has spoken.

/** "0:34", "12:05", "1:02:03". @param ms since the talk began */
export function talkTime(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  const [hours, minutes, seconds] = [Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** As `datetime` of a time element has it: a duration. */
export const durationOf = (ms: number): string => `PT${Math.max(0, Math.floor(ms / 1000))}S`;
