/** A number as people type it: undefined when there is none, 'invalid' when it is not a whole one from 1 to `most`. */
export function readCount(typed: string, most: number): number | 'invalid' | undefined {
  const digits = typed.replace(/[\s\u00a0\u202f'’.,]/g, '');
  if (digits === '') return typed.trim() === '' ? undefined : 'invalid';
  const count = /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
  return count >= 1 && count <= most ? count : 'invalid';
}
