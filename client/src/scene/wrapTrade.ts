// Breaks a trade into the two lines of a name tag.

/** Characters of a line, as decided; the second line takes whatever is left, so that nothing is ever cut. */
const LINE = 20;

/** One or two lines; a word longer than a line stays whole. */
export function wrapTrade(trade: string): string[] {
  if ([...trade].length <= LINE) return trade === '' ? [] : [trade];
  const words = trade.split(' ');
  let first = words.shift() ?? '';
  while (words[0] !== undefined && [...first].length + 1 + [...words[0]].length <= LINE) first += ` ${words.shift()}`;
  const second = words.join(' ');
  return second === '' ? [first] : [first, second];
}
