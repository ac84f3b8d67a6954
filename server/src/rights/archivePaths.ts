// Where things lie in the archive of an export: names that every system takes, none twice.

/** What Windows does not take, and what leads out of a folder. */
const UNFIT = /[\p{Cc}<>:"/\\|?*]/gu;
const LONGEST = 100;

function fitting(name: string): string {
  const cleaned = name.replace(UNFIT, '_').replace(/^[. ]+|[. ]+$/g, '');
  const letters = [...cleaned];
  return letters.length <= LONGEST ? cleaned || 'file' : letters.slice(0, LONGEST / 2).join('') + letters.slice(-LONGEST / 2).join('');
}

/** @param n of all, from 0 */
export const pathOfFile = (n: number, name: string): string => `files/${String(n + 1).padStart(4, '0')} ${fitting(name)}`;

export const pathOfSlides = (talk: string, document: string, name: string): string =>
  `slides/${talk} ${document} ${fitting(name).replace(/\.pdf$/i, '')}.pdf`;
